// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>

namespace tallyman::bench {

/// Times of single operations, in microseconds.
using Samples = QList<double>;

/// Runs `operation` `count` times and gives the time of each. `weight` operations are done by one call.
[[nodiscard]] Samples measure(int count, const std::function<void(int)> &operation, int weight = 1);

[[nodiscard]] double median(Samples samples);

/// A table of text, columns aligned; the first left, the others right.
class Table {
public:
    explicit Table(QStringList header);
    void add(QStringList row);
    [[nodiscard]] QString text() const;

private:
    QList<QStringList> m_rows;
};

/// `12.3` for microseconds, `-` for a value that was not measured (negative).
[[nodiscard]] QString number(double value, int decimals = 1);

/// Prints to standard output.
void print(const QString &text);

} // namespace tallyman::bench
