// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowmap.h"

#include <algorithm>

namespace tallyman {

namespace {

using Positions = QList<std::pair<qint64, qsizetype>>; // row number and where it is

// Where the members of the set are between two positions, in order.
Positions find(const RowMap &rows, qsizetype begin, qsizetype end, const SeqSet &set)
{
    Positions found;
    for (qsizetype i = begin; i < end; ++i) {
        if (set.contains(rows.at(i)))
            found.emplaceBack(rows.at(i), i);
    }
    return found;
}

SeqSet seqsOf(const Positions &positions)
{
    QList<qint64> seqs;
    seqs.reserve(positions.size());
    for (const auto &[seq, position] : positions)
        seqs.append(seq);
    return SeqSet(std::move(seqs));
}

// The ranges of those positions whose row is not in `other`.
QList<RowRange> rangesNotIn(const Positions &positions, const SeqSet &other)
{
    QList<RowRange> ranges;
    for (const auto &[seq, position] : positions) {
        if (other.contains(seq))
            continue;
        if (!ranges.isEmpty() && ranges.last().first + ranges.last().count == position)
            ++ranges.last().count;
        else
            ranges.append({position, 1});
    }
    return ranges;
}

// Goes over the rows of a part of a map, leaving ranges out.
class Walk {
public:
    Walk(const RowMap &rows, qsizetype begin, qsizetype end, const QList<RowRange> &skipped)
        : m_rows(rows)
        , m_at(begin)
        , m_end(end)
        , m_skipped(skipped)
    {
        skip();
    }
    [[nodiscard]] bool atEnd() const { return m_at >= m_end; }
    qint64 next()
    {
        const qint64 seq = m_rows.at(m_at++);
        skip();
        return seq;
    }

private:
    void skip()
    {
        while (m_range < m_skipped.size() && m_skipped.at(m_range).first == m_at)
            m_at += m_skipped.at(m_range++).count;
    }

    const RowMap &m_rows;
    qsizetype m_at;
    qsizetype m_end;
    const QList<RowRange> &m_skipped;
    qsizetype m_range = 0;
};

bool sameOrder(Walk a, Walk b)
{
    while (!a.atEnd() && !b.atEnd()) {
        if (a.next() != b.next())
            return false;
    }
    return a.atEnd() && b.atEnd();
}

} // namespace

SeqSet::SeqSet(QList<qint64> seqs)
    : m_sorted(std::move(seqs))
{
    std::sort(m_sorted.begin(), m_sorted.end());
    m_sorted.erase(std::unique(m_sorted.begin(), m_sorted.end()), m_sorted.end());
    for (const qint64 seq : std::as_const(m_sorted))
        m_maybe.set(static_cast<std::size_t>(seq) % bits);
}

bool SeqSet::contains(qint64 seq) const
{
    return m_maybe.test(static_cast<std::size_t>(seq) % bits)
        && std::binary_search(m_sorted.begin(), m_sorted.end(), seq);
}

RowMapChange difference(const RowMap &from, const RowMap &to, const SeqSet &candidates)
{
    const auto [fromHead, toHead] = std::mismatch(from.begin(), from.end(), to.begin(), to.end());
    const qsizetype head = fromHead - from.begin();
    const qsizetype shorter = std::min(from.size(), to.size());
    qsizetype tail = 0;
    while (tail < shorter - head && from.at(from.size() - 1 - tail) == to.at(to.size() - 1 - tail))
        ++tail;

    const qsizetype fromEnd = from.size() - tail;
    const qsizetype toEnd = to.size() - tail;
    const Positions before = find(from, head, fromEnd, candidates);
    const Positions after = find(to, head, toEnd, candidates);
    RowMapChange change;
    change.rows = to;
    change.removed = rangesNotIn(before, seqsOf(after));
    change.inserted = rangesNotIn(after, seqsOf(before));
    change.reordered =
        !sameOrder(Walk(from, head, fromEnd, change.removed), Walk(to, head, toEnd, change.inserted));
    return change;
}

RowMapChange difference(const RowMap &from, const RowMap &to)
{
    RowMap before = from;
    RowMap after = to;
    std::sort(before.begin(), before.end());
    std::sort(after.begin(), after.end());
    QList<qint64> inOne;
    std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                  std::back_inserter(inOne));
    return difference(from, to, SeqSet(std::move(inOne)));
}

RowMap without(const RowMap &rows, const SeqSet &left, QList<std::pair<qint64, qsizetype>> *positions)
{
    RowMap rest;
    rest.reserve(rows.size());
    for (const qint64 seq : rows) {
        if (!left.contains(seq))
            rest.append(seq);
        else if (positions)
            positions->emplaceBack(seq, rest.size());
    }
    return rest;
}

RowMap withoutRanges(const RowMap &rows, std::span<const RowRange> ranges)
{
    RowMap rest;
    rest.reserve(rows.size());
    qsizetype at = 0;
    for (const RowRange &range : ranges) {
        rest.append(rows.sliced(at, range.first - at));
        at = range.first + range.count;
    }
    rest.append(rows.sliced(at));
    return rest;
}

} // namespace tallyman
