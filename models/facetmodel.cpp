// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/facetmodel.h"

#include <algorithm>

namespace tallyman {

namespace {

template<typename Entries>
auto *findValue(Entries &entries, const FilterValue &value)
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&value](const auto &entry) { return entry.value == value; });
    return found == entries.end() ? nullptr : &*found;
}

} // namespace

FacetModel::FacetModel(const QString &databaseName, const Clock &clock, QObject *parent)
    : QAbstractItemModel(parent)
    , m_statusText([](JobStatus status) { return QString(toWord(status)); })
    , m_counter(databaseName, clock)
    , m_rounds(interval)
{
    for (const Facet facet : allFacets)
        m_groups.append({facet, {}, {}});
    // These are known without counting.
    for (const JobStatus status : allJobStatuses)
        m_groups[0].all.append({status, {}});
    for (const FilterValue &age : ageValues())
        m_groups[3].all.append({age, {}});
    for (Group &group : m_groups)
        group.shown = group.all;
    connect(&m_rounds, &CountRounds::begin, this, &FacetModel::ask);
    connect(&m_rounds, &CountRounds::dropped, &m_counter, &JobCounter::cancel);
    connect(&m_counter, &JobCounter::answered, this, &FacetModel::take);
    connect(&m_counter, &JobCounter::finished, this, [this](qint64 milliseconds) {
        m_rounds.finished(milliseconds);
        emit counted();
    });
}

void FacetModel::setFilter(const JobFilter &filter)
{
    if (filter.terms == m_filter.terms && filter.deep == m_filter.deep) {
        m_filter = filter; // another order, which counts the same
        return;
    }
    const JobFilter before = std::exchange(m_filter, filter);
    for (int i = 0; i < m_groups.size(); ++i) {
        Group &group = m_groups[i];
        const JobFilter others = without(filter, group.facet);
        const JobFilter othersBefore = without(before, group.facet);
        if (others.terms != othersBefore.terms || others.deep != othersBefore.deep) {
            group.stale = true;
            group.sorts = true;
        }
        showGroup(i);
    }
    m_rounds.restart();
}

void FacetModel::ask(CountRounds::Round round)
{
    QList<Facet> facets;
    for (const Facet facet : allFacets) {
        const bool cheap = (facet == Facet::Status || facet == Facet::Provider)
            && isCountedInTotals(without(m_filter, facet));
        if (cheap || round == CountRounds::Round::All)
            facets.append(facet);
    }
    m_counter.ask({{0, CountQuestion::Kind::Facets, m_filter, facets, {}}});
}

void FacetModel::take(const CountAnswer &answer)
{
    for (const FacetCounts &counts : answer.facets) {
        const int number = static_cast<int>(counts.facet);
        Group &group = m_groups[number];
        QList<Entry> entries;
        for (const auto &[value, count] : counts.counts)
            entries.append({value, count});
        // States have an order of their own, and are all there at any time.
        if (group.facet == Facet::Status) {
            for (Entry &entry : group.all) {
                const Entry *found = findValue(entries, entry.value);
                entry.count = found ? *found->count : 0;
            }
        } else {
            group.all = entries;
        }
        group.stale = false;
        showGroup(number);
        group.sorts = false;
    }
}

// The most frequent values, and those that the query speaks of.
QList<FacetModel::Entry> FacetModel::entriesToShow(const Group &group) const
{
    const qsizetype most =
        group.unfolded ? group.all.size() : std::min<qsizetype>(fewValues, group.all.size());
    QList<Entry> entries = group.all.first(most);
    for (const FilterTerm &term : m_filter.terms) {
        if (term.field != fieldOf(group.facet))
            continue;
        for (const FilterValue &value : term.values) {
            const auto *match = std::get_if<TextMatch>(&value);
            if (!match || match->prefix || findValue(entries, value))
                continue;
            const Entry *known = findValue(group.all, value);
            std::optional<qint64> count;
            if (known)
                count = known->count;
            else if (!group.stale)
                count = 0;
            entries.append({value, count});
        }
    }
    if (group.sorts)
        return entries;
    // Nothing moves under the pointer: what is shown already keeps its place.
    QList<Entry> kept;
    for (const Entry &shown : group.shown) {
        if (const Entry *entry = findValue(entries, shown.value))
            kept.append(*entry);
    }
    for (const Entry &entry : std::as_const(entries)) {
        if (!findValue(kept, entry.value))
            kept.append(entry);
    }
    return kept;
}

void FacetModel::showGroup(int number)
{
    Group &group = m_groups[number];
    replaceShown(number, entriesToShow(group));
    setHasMore(number, group.all.size() > fewValues);
    groupChanged(number);
}

// Step by step, so that whoever is at a value stays there.
void FacetModel::replaceShown(int number, const QList<Entry> &entries)
{
    Group &group = m_groups[number];
    const QModelIndex parent = index(number, 0);
    for (int i = static_cast<int>(group.shown.size()) - 1; i >= 0; --i) {
        if (findValue(entries, group.shown.at(i).value))
            continue;
        beginRemoveRows(parent, i, i);
        group.shown.removeAt(i);
        endRemoveRows();
    }
    for (int i = 0; i < entries.size(); ++i) {
        int at = i;
        while (at < group.shown.size() && group.shown.at(at).value != entries.at(i).value)
            ++at;
        if (at == group.shown.size()) {
            beginInsertRows(parent, i, i);
            group.shown.insert(i, entries.at(i));
            endInsertRows();
        } else if (at != i) {
            beginMoveRows(parent, at, at, parent, i);
            group.shown.move(at, i);
            endMoveRows();
        }
        group.shown[i].count = entries.at(i).count;
    }
}

void FacetModel::setHasMore(int number, bool hasMore)
{
    Group &group = m_groups[number];
    if (group.hasMore == hasMore)
        return;
    const int row = static_cast<int>(group.shown.size());
    if (hasMore) {
        beginInsertRows(index(number, 0), row, row);
        group.hasMore = true;
        endInsertRows();
    } else {
        beginRemoveRows(index(number, 0), row, row);
        group.hasMore = false;
        endRemoveRows();
    }
}

void FacetModel::groupChanged(int number)
{
    const QModelIndex group = index(number, 0);
    emit dataChanged(group, group);
    if (const int rows = rowCount(group); rows > 0)
        emit dataChanged(index(0, 0, group), index(rows - 1, 0, group));
}

JobFilter FacetModel::toggledAt(const QModelIndex &index) const
{
    const Entry *entry = entryAt(index);
    return entry ? toggled(m_filter, m_groups.at(groupOf(index)).facet, entry->value) : m_filter;
}

JobFilter FacetModel::excludedAt(const QModelIndex &index) const
{
    const Entry *entry = entryAt(index);
    return entry ? excluded(m_filter, m_groups.at(groupOf(index)).facet, entry->value) : m_filter;
}

void FacetModel::setUnfolded(const QModelIndex &index, bool unfolded)
{
    const int number = groupOf(index);
    if (number < 0 || m_groups.at(number).unfolded == unfolded)
        return;
    m_groups[number].unfolded = unfolded;
    showGroup(number);
}

bool FacetModel::isUnfolded(const QModelIndex &index) const
{
    const int number = groupOf(index);
    return number >= 0 && m_groups.at(number).unfolded;
}

} // namespace tallyman
