// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <bitset>
#include <span>

namespace tallyman {

/// The rows of a table, as the jobs' row numbers (`seq`) in the order shown: eight bytes a row. Shared
/// implicitly, so that the worker and the model hold one copy between them.
using RowMap = QList<qint64>;

/// Neighbouring rows.
struct RowRange {
    qsizetype first = 0;
    qsizetype count = 0;

    friend bool operator==(const RowRange &, const RowRange &) = default;
};

/// A set of row numbers that is asked about far more often than it says yes: a bitmap answers most of the
/// questions, so that a walk over a million rows takes milliseconds.
class SeqSet {
public:
    explicit SeqSet(QList<qint64> seqs);

    [[nodiscard]] bool contains(qint64 seq) const;
    [[nodiscard]] bool isEmpty() const { return m_sorted.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_sorted.size(); }
    /// Ascending, each once.
    [[nodiscard]] const QList<qint64> &sorted() const { return m_sorted; }

private:
    static constexpr std::size_t bits = 1 << 16;

    QList<qint64> m_sorted;
    std::bitset<bits> m_maybe;
};

/// How to get from one map to another: take rows out, put the rest into their new order, put rows in.
struct RowMapChange {
    RowMap rows; ///< the map as it is afterwards
    QList<RowRange> removed; ///< positions in the map before, ascending
    bool reordered = false; ///< whether the rows that stay have another order than before
    QList<RowRange> inserted; ///< positions in the map afterwards, ascending

    [[nodiscard]] bool isEmpty() const { return removed.isEmpty() && !reordered && inserted.isEmpty(); }
};

/// The change that leads from one map to the other, where only `candidates` can be in one and not in both.
[[nodiscard]] RowMapChange difference(const RowMap &from, const RowMap &to, const SeqSet &candidates);

/// The same where nothing is known about the two.
[[nodiscard]] RowMapChange difference(const RowMap &from, const RowMap &to);

/// The map without those rows; `positions`, where given, gets the position in the new map before which
/// each of them was, in their order.
[[nodiscard]] RowMap without(const RowMap &rows, const SeqSet &left,
                             QList<std::pair<qint64, qsizetype>> *positions = {});

/// The map without the rows of those ranges (ascending).
[[nodiscard]] RowMap withoutRanges(const RowMap &rows, std::span<const RowRange> ranges);

} // namespace tallyman
