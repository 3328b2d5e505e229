// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobchoice.h"

#include <algorithm>

namespace tallyman {

JobChoice::JobChoice(const RowMap &rows)
    : JobChoice(rows, {{0, rows.size()}})
{
}

JobChoice::JobChoice(const RowMap &rows, const QList<RowRange> &ranges)
    : m_rows(rows)
    , m_ranges(ranges)
{
    m_starts.reserve(ranges.size());
    for (const RowRange &range : ranges) {
        m_starts.append(m_size);
        m_size += range.count;
    }
}

QList<qint64> JobChoice::sliced(qsizetype first, qsizetype count) const
{
    QList<qint64> seqs;
    count = std::min(count, m_size - first);
    if (count <= 0)
        return seqs;
    seqs.reserve(count);
    // The last range that begins at or before it.
    auto range = std::upper_bound(m_starts.cbegin(), m_starts.cend(), first) - m_starts.cbegin() - 1;
    for (; count > seqs.size(); ++range) {
        const RowRange &rows = m_ranges.at(range);
        const qsizetype skipped = std::max<qsizetype>(0, first - m_starts.at(range));
        seqs += m_rows.sliced(rows.first + skipped, std::min(rows.count - skipped, count - seqs.size()));
    }
    return seqs;
}

} // namespace tallyman
