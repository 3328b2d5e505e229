// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/measure.h"

#include <QTextStream>

#include <algorithm>
#include <cstdio>

namespace tallyman::bench {

Samples measure(int count, const std::function<void(int)> &operation, int weight)
{
    using Clock = std::chrono::steady_clock;
    Samples samples;
    samples.reserve(count);
    for (int i = 0; i < count; ++i) {
        const auto start = Clock::now();
        operation(i);
        const std::chrono::duration<double, std::micro> took = Clock::now() - start;
        samples << took.count() / weight;
    }
    return samples;
}

double median(Samples samples)
{
    if (samples.isEmpty())
        return -1.0;
    const auto middle = samples.begin() + samples.size() / 2;
    std::nth_element(samples.begin(), middle, samples.end());
    return *middle;
}

Table::Table(QStringList header)
    : m_rows{std::move(header)}
{
}

void Table::add(QStringList row)
{
    m_rows << std::move(row);
}

QString Table::text() const
{
    QList<qsizetype> widths(m_rows.constFirst().size(), 0);
    for (const QStringList &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    QString text;
    for (const QStringList &row : m_rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += i == 0 ? row[i].leftJustified(widths[i])
                           : QLatin1StringView("  ") + row[i].rightJustified(widths[i]);
        text += line + u'\n';
    }
    return text;
}

QString number(double value, int decimals)
{
    return value < 0 ? QStringLiteral("-") : QString::number(value, 'f', decimals);
}

void print(const QString &text)
{
    QTextStream out(stdout);
    out << text;
}

} // namespace tallyman::bench
