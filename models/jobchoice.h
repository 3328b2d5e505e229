// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rowmap.h"

#include <QList>

namespace tallyman {

/// Jobs chosen from a table, however many, in the order shown: its map, which is shared, and the rows of it.
class JobChoice {
public:
    JobChoice() = default;
    /// All rows.
    explicit JobChoice(const RowMap &rows);
    /// `ranges`: ascending, and within the map.
    JobChoice(const RowMap &rows, const QList<RowRange> &ranges);

    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    /// The row numbers (Job::seq) of some of them.
    [[nodiscard]] QList<qint64> sliced(qsizetype first, qsizetype count) const;
    [[nodiscard]] QList<qint64> toList() const { return sliced(0, m_size); }

private:
    RowMap m_rows;
    QList<RowRange> m_ranges;
    QList<qsizetype> m_starts; // how many jobs are before each range
    qsizetype m_size = 0;
};

} // namespace tallyman
