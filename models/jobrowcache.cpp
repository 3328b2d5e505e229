// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobrowcache.h"

#include <algorithm>

namespace tallyman {

const JobTableRow *JobRowCache::find(qint64 seq, int position)
{
    const auto entry = m_entries.find(seq);
    if (entry == m_entries.end())
        return nullptr;
    entry->position = position;
    entry->used = ++m_uses;
    return entry->row.values.isEmpty() ? nullptr : &entry->row;
}

bool JobRowCache::expect(qint64 seq, int position)
{
    if (m_entries.contains(seq))
        return false;
    m_entries.insert(seq, {{seq, {}}, position, ++m_uses});
    trim();
    return true;
}

void JobRowCache::forget(qint64 seq)
{
    const auto entry = m_entries.constFind(seq);
    if (entry != m_entries.cend() && entry->row.values.isEmpty())
        m_entries.erase(entry);
}

std::optional<int> JobRowCache::store(JobTableRow row, bool unasked)
{
    auto entry = m_entries.find(row.seq);
    if (entry == m_entries.end()) {
        if (unasked) {
            const qint64 seq = row.seq;
            m_entries.insert(seq, {std::move(row), -1, ++m_uses});
            trim();
        }
        return {};
    }
    if (entry->row == row)
        return {};
    entry->row = std::move(row);
    if (entry->position < 0)
        return {};
    return entry->position;
}

QList<qint64> JobRowCache::keepRecent(qsizetype count)
{
    QList<std::pair<quint64, qint64>> byUse;
    byUse.reserve(m_entries.size());
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry)
        byUse.emplaceBack(entry->used, entry.key());
    std::sort(byUse.begin(), byUse.end(), std::greater<>());
    QList<qint64> kept;
    for (const auto &[used, seq] : std::as_const(byUse)) {
        if (kept.size() < count)
            kept.append(seq);
        else
            m_entries.remove(seq);
    }
    return kept;
}

void JobRowCache::rowsInserted(int first, int count)
{
    for (Entry &entry : m_entries) {
        if (entry.position >= first)
            entry.position += count;
    }
}

void JobRowCache::rowsRemoved(int first, int count)
{
    m_entries.removeIf([first, count](std::pair<const qint64 &, Entry &> item) {
        return item.second.position >= first && item.second.position < first + count;
    });
    for (Entry &entry : m_entries) {
        if (entry.position >= first)
            entry.position -= count;
    }
}

void JobRowCache::rowsReordered(const RowMap &rows)
{
    QList<qint64> seqs;
    for (Entry &entry : m_entries) {
        if (entry.position >= 0)
            seqs.append(entry.row.seq);
        entry.position = -1;
    }
    const QList<RowPosition> found = rows.find(SeqSet(std::move(seqs)));
    for (const RowPosition &row : found)
        m_entries[row.seq].position = static_cast<int>(row.position);
}

void JobRowCache::clear()
{
    m_entries.clear();
}

void JobRowCache::trim()
{
    // An eighth at a time, so that the cost of finding the oldest is spread over many rows.
    if (m_entries.size() > capacity)
        (void)keepRecent(capacity - capacity / 8);
}

} // namespace tallyman
