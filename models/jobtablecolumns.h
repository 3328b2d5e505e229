// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/domain/jobfilter.h"
#include "models/jobtablequery.h"

#include <QSqlRecord>
#include <QStringList>

#include <optional>

namespace tallyman {

/// What the columns of the job table mean: those of `jobs`, in their order, and behind them `duration`,
/// `waiting`, `remaining` and `error`.
class JobTableColumns {
public:
    /// Values of a whole row, whichever the column.
    enum class Value {
        Id,
        Name,
        Status,
        Progress,
        CreatedAt,
        StartedAt,
        CompletedAt,
        Duration,
        Waiting,
        Remaining,
        Error,
        Pinned,
    };

    explicit JobTableColumns(const QSqlRecord &table);

    [[nodiscard]] int count() const { return static_cast<int>(m_names.size()); }
    /// The names of all columns.
    [[nodiscard]] const QStringList &names() const { return m_names; }
    [[nodiscard]] int indexOf(QLatin1StringView name) const
    {
        return static_cast<int>(m_names.indexOf(name));
    }
    /// What is to be read of each row, as expressions on `jobs`; JobTableRow::values is in this order.
    [[nodiscard]] QStringList expressions() const;

    /// As the roles of JobTableModel say.
    [[nodiscard]] QVariant value(const JobTableRow &row, Value value, Timestamp now) const;
    /// The column's value as it is stored; of durations, milliseconds; of `error`, the beginning of its first
    /// line.
    [[nodiscard]] QVariant stored(const JobTableRow &row, int column, Timestamp now) const;
    /// The column's value as plain text: for copying, searching and screen readers.
    [[nodiscard]] QString text(const JobTableRow &row, int column, Timestamp now) const;
    /// What people call the column.
    [[nodiscard]] QString title(int column) const;
    /// Whether the column holds figures, which stand at the right. Progress is a bar first.
    [[nodiscard]] bool isNumber(int column) const;
    /// What to sort by to sort by the column, where that can be done; and the other way round.
    [[nodiscard]] std::optional<FilterField> sortField(int column) const;
    [[nodiscard]] int columnOf(FilterField field) const;

private:
    enum Extra { Duration, Waiting, Remaining, Error, ExtraCount };

    [[nodiscard]] int extra(int column) const { return column - m_tableCount; }
    [[nodiscard]] std::optional<Timestamp> time(const JobTableRow &row, const char *column) const;
    [[nodiscard]] QVariant cell(const JobTableRow &row, const char *column) const;
    [[nodiscard]] Job job(const JobTableRow &row) const;
    [[nodiscard]] QVariant interval(const JobTableRow &row, Extra which, Timestamp now) const;
    [[nodiscard]] QString itemsText(const JobTableRow &row) const;
    [[nodiscard]] bool progressKnown(const JobTableRow &row) const;

    QStringList m_names;
    QHash<QLatin1StringView, int> m_columns;
    QList<bool> m_isText;
    int m_tableCount = 0;
};

} // namespace tallyman
