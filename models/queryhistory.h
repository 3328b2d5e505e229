// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <optional>

namespace tallyman {

/// The queries that were asked, to go back and forth through.
class QueryHistory : public QObject {
    Q_OBJECT

public:
    /// Older ones are forgotten.
    static constexpr qsizetype limit = 50;

    using QObject::QObject;

    /// The newest first, each once.
    [[nodiscard]] const QStringList &queries() const { return m_queries; }
    /// Takes over what was kept.
    void setQueries(const QStringList &queries);

    /// This query was asked: it is the newest now. Empty ones are not kept.
    void add(const QString &query);

    /// The query before the one that is shown; nothing where there is none. What is shown and not kept yet is
    /// kept first.
    [[nodiscard]] std::optional<QString> back(const QString &shown);
    [[nodiscard]] std::optional<QString> forward(const QString &shown);

signals:
    /// The list is another.
    void changed();

private:
    QStringList m_queries;
};

} // namespace tallyman
