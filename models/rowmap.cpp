// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowmap.h"

#include <algorithm>
#include <limits>

namespace tallyman {

namespace {

// A bitmap from the least number to the greatest is taken where it is no larger than the maps themselves.
constexpr qint64 numbersPerRow = 64;

QList<qint64> inOneOnlyBySorting(const RowMap &a, const RowMap &b)
{
    QList<qint64> first = a.toList();
    QList<qint64> second = b.toList();
    std::sort(first.begin(), first.end());
    std::sort(second.begin(), second.end());
    QList<qint64> inOne;
    std::set_symmetric_difference(first.begin(), first.end(), second.begin(), second.end(),
                                  std::back_inserter(inOne));
    return inOne;
}

// Those of the positions whose row is not in `other`.
QList<RowPosition> notIn(const QList<RowPosition> &positions, const SeqSet &other)
{
    QList<RowPosition> rest;
    std::copy_if(positions.begin(), positions.end(), std::back_inserter(rest),
                 [&other](const RowPosition &row) { return !other.contains(row.seq); });
    return rest;
}

SeqSet seqsOf(const QList<RowPosition> &positions)
{
    QList<qint64> seqs;
    seqs.reserve(positions.size());
    for (const RowPosition &row : positions)
        seqs.append(row.seq);
    return SeqSet(std::move(seqs));
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

bool SeqSet::reachesInto(qint64 least, qint64 most) const
{
    const auto first = std::lower_bound(m_sorted.begin(), m_sorted.end(), least);
    return first != m_sorted.end() && *first <= most;
}

RowMap::Chunk::Chunk(std::span<const qint64> seqs)
    : least(*std::min_element(seqs.begin(), seqs.end()))
    , most(*std::max_element(seqs.begin(), seqs.end()))
{
    if (static_cast<quint64>(most) - static_cast<quint64>(least) > std::numeric_limits<quint32>::max()) {
        wide.assign(seqs.begin(), seqs.end());
        return;
    }
    narrow.reserve(seqs.size());
    for (const qint64 seq : seqs)
        narrow.push_back(static_cast<quint32>(seq - least));
}

RowMap::RowMap(std::initializer_list<qint64> seqs)
{
    appendRows(std::span(seqs.begin(), seqs.size()));
}

RowMap::RowMap(const QList<qint64> &seqs)
{
    appendRows(std::span(seqs.constData(), static_cast<std::size_t>(seqs.size())));
}

void RowMap::appendChunk(std::shared_ptr<const Chunk> chunk)
{
    const auto rows = static_cast<qsizetype>(chunk->size());
    m_places.append({std::move(chunk), m_size});
    m_size += rows;
}

void RowMap::appendRows(std::span<const qint64> seqs)
{
    // A chunk may grow to twice its size before it is split.
    while (!seqs.empty()) {
        const std::size_t rows = seqs.size() <= 2 * chunkRows ? seqs.size() : chunkRows;
        appendChunk(std::make_shared<const Chunk>(seqs.first(rows)));
        seqs = seqs.subspan(rows);
    }
}

qsizetype RowMap::placeAt(qsizetype position) const
{
    const auto after = std::upper_bound(m_places.begin(), m_places.end(), position,
                                        [](qsizetype p, const Place &place) { return p < place.first; });
    return after - m_places.begin() - 1;
}

qint64 RowMap::at(qsizetype position) const
{
    const Place &place = m_places.at(placeAt(position));
    return place.chunk->at(static_cast<std::size_t>(position - place.first));
}

QList<qint64> RowMap::sliced(qsizetype first, qsizetype count) const
{
    QList<qint64> seqs;
    seqs.reserve(count);
    for (qsizetype i = count > 0 ? placeAt(first) : 0; seqs.size() < count; ++i) {
        const Place &place = m_places.at(i);
        for (qsizetype p = std::max(first, place.first); p < place.end() && seqs.size() < count; ++p)
            seqs.append(place.chunk->at(static_cast<std::size_t>(p - place.first)));
    }
    return seqs;
}

QList<RowPosition> RowMap::find(const SeqSet &set) const
{
    QList<RowPosition> found;
    for (const Place &place : m_places) {
        if (!set.reachesInto(place.chunk->least, place.chunk->most))
            continue;
        for (std::size_t i = 0; i < place.chunk->size(); ++i) {
            if (const qint64 seq = place.chunk->at(i); set.contains(seq))
                found.append({seq, place.first + static_cast<qsizetype>(i)});
        }
    }
    return found;
}

RowMap RowMap::without(std::span<const RowRange> ranges) const
{
    if (ranges.empty())
        return *this;
    RowMap rest;
    rest.m_places.reserve(m_places.size());
    std::vector<qint64> kept;
    auto range = ranges.begin();
    for (const Place &place : m_places) {
        while (range != ranges.end() && range->first + range->count <= place.first)
            ++range;
        if (range == ranges.end() || range->first >= place.end()) {
            rest.appendChunk(place.chunk);
            continue;
        }
        kept.clear();
        auto here = range;
        for (qsizetype p = place.first; p < place.end(); ++p) {
            while (here != ranges.end() && here->first + here->count <= p)
                ++here;
            if (here == ranges.end() || p < here->first)
                kept.push_back(place.chunk->at(static_cast<std::size_t>(p - place.first)));
        }
        rest.appendRows(kept);
    }
    return rest;
}

RowMap RowMap::with(std::span<const RowPosition> rows) const
{
    if (rows.empty())
        return *this;
    RowMap more;
    more.m_places.reserve(m_places.size() + 1);
    std::vector<qint64> merged;
    auto next = rows.begin();
    for (const Place &place : m_places) {
        const bool last = place.end() == m_size;
        const auto belongs = [&](qsizetype end) {
            return next != rows.end() && (next->position < end || (last && next->position == m_size));
        };
        if (!belongs(place.end())) {
            more.appendChunk(place.chunk);
            continue;
        }
        merged.clear();
        for (qsizetype p = place.first; p < place.end(); ++p) {
            for (; next != rows.end() && next->position <= p; ++next)
                merged.push_back(next->seq);
            merged.push_back(place.chunk->at(static_cast<std::size_t>(p - place.first)));
        }
        for (; belongs(place.end()); ++next)
            merged.push_back(next->seq);
        more.appendRows(merged);
    }
    merged.clear();
    for (; next != rows.end(); ++next) // into an empty map
        merged.push_back(next->seq);
    more.appendRows(merged);
    return more;
}

QList<qint64> RowMap::inOneOnly(const RowMap &a, const RowMap &b)
{
    qint64 least = std::numeric_limits<qint64>::max();
    qint64 most = std::numeric_limits<qint64>::min();
    for (const RowMap *map : {&a, &b}) {
        for (const Place &place : map->m_places) {
            least = std::min(least, place.chunk->least);
            most = std::max(most, place.chunk->most);
        }
    }
    if (most < least)
        return {};
    if (static_cast<quint64>(most) - static_cast<quint64>(least)
        >= static_cast<quint64>((a.size() + b.size()) * numbersPerRow))
        return inOneOnlyBySorting(a, b);
    std::vector<bool> odd(static_cast<std::size_t>(most - least) + 1);
    for (const RowMap *map : {&a, &b}) {
        for (const Place &place : map->m_places) {
            for (std::size_t i = 0; i < place.chunk->size(); ++i)
                odd[static_cast<std::size_t>(place.chunk->at(i) - least)].flip();
        }
    }
    QList<qint64> inOne;
    for (auto at = std::find(odd.begin(), odd.end(), true); at != odd.end();
         at = std::find(at + 1, odd.end(), true))
        inOne.append(least + (at - odd.begin()));
    return inOne;
}

bool operator==(const RowMap &a, const RowMap &b)
{
    if (a.m_size != b.m_size)
        return false;
    auto first = a.m_places.cbegin();
    auto second = b.m_places.cbegin();
    for (qsizetype at = 0; at < a.m_size;) {
        const qsizetype end = std::min(first->end(), second->end());
        if (first->chunk != second->chunk || first->first != second->first) {
            for (; at < end; ++at) {
                if (first->chunk->at(static_cast<std::size_t>(at - first->first))
                    != second->chunk->at(static_cast<std::size_t>(at - second->first)))
                    return false;
            }
        }
        at = end;
        if (first->end() == end)
            ++first;
        if (second->end() == end)
            ++second;
    }
    return true;
}

void RowMapBuilder::append(qint64 seq)
{
    m_last.push_back(seq);
    if (m_last.size() == RowMap::chunkRows) {
        m_done.appendRows(m_last);
        m_last.clear();
    }
}

RowMap RowMapBuilder::rows() const
{
    RowMap rows = m_done;
    rows.appendRows(m_last);
    return rows;
}

QList<RowRange> rangesOf(const QList<RowPosition> &positions)
{
    QList<RowRange> ranges;
    for (const RowPosition &row : positions) {
        if (!ranges.isEmpty() && ranges.constLast().first + ranges.constLast().count == row.position)
            ++ranges.last().count;
        else
            ranges.append({row.position, 1});
    }
    return ranges;
}

RowMapChange difference(const RowMap &from, const RowMap &to, const SeqSet &candidates)
{
    const QList<RowPosition> before = from.find(candidates);
    const QList<RowPosition> after = to.find(candidates);
    RowMapChange change;
    change.rows = to;
    change.removed = rangesOf(notIn(before, seqsOf(after)));
    change.inserted = rangesOf(notIn(after, seqsOf(before)));
    change.reordered = from.without(change.removed) != to.without(change.inserted);
    return change;
}

RowMapChange difference(const RowMap &from, const RowMap &to)
{
    return difference(from, to, SeqSet(RowMap::inOneOnly(from, to)));
}

} // namespace tallyman
