// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/timestamp.h"
#include "models/jobtablequery.h"

#include <QSqlRecord>
#include <QStringList>

#include <optional>

namespace tallyman {

/// What the columns of the job table mean: those of `jobs`, in their order, and `duration` after them.
class JobTableColumns {
public:
    /// Values of a whole row, whichever the column.
    enum class Value { Id, Name, Status, Progress, CreatedAt, StartedAt, CompletedAt, Duration };

    explicit JobTableColumns(const QSqlRecord &table);

    /// How many there are, and how many of them are the table's own.
    [[nodiscard]] int count() const { return tableCount() + 1; }
    [[nodiscard]] int tableCount() const { return static_cast<int>(m_names.size()); }
    [[nodiscard]] int durationColumn() const { return tableCount(); }
    [[nodiscard]] const QStringList &names() const { return m_names; }

    /// As the roles of JobTableModel say.
    [[nodiscard]] QVariant value(const JobTableRow &row, Value value, Timestamp now) const;
    /// The column's value as it is stored; of `duration`, milliseconds.
    [[nodiscard]] QVariant stored(const JobTableRow &row, int column, Timestamp now) const;
    /// The column's value as plain text: for copying, searching and screen readers.
    [[nodiscard]] QString text(const JobTableRow &row, int column, Timestamp now) const;
    /// What people call the column.
    [[nodiscard]] QString title(int column) const;
    /// Whether the column holds figures, which stand at the right. Progress is a bar first.
    [[nodiscard]] bool isNumber(int column) const;
    /// What a query is to be ordered by; see JobTableQuery::sortKey.
    [[nodiscard]] QString sortKey(int column, Timestamp now) const;

private:
    [[nodiscard]] std::optional<Timestamp> time(const JobTableRow &row, int column) const;
    [[nodiscard]] QVariant duration(const JobTableRow &row, Timestamp now) const;
    [[nodiscard]] bool progressKnown(const JobTableRow &row) const;

    QStringList m_names;
    QList<bool> m_isText;
    int m_id = -1;
    int m_name = -1;
    int m_status = -1;
    int m_progress = -1;
    int m_totalItems = -1;
    int m_createdAt = -1;
    int m_startedAt = -1;
    int m_completedAt = -1;
};

} // namespace tallyman
