// SPDX-License-Identifier: GPL-3.0-or-later
// What FacetModel shows of its groups.
#include "models/facetmodel.h"

#include <QLocale>

namespace tallyman {

// An index of a value carries the number of its facet, from 1; that of a facet 0.
int FacetModel::groupOf(const QModelIndex &index)
{
    if (!index.isValid())
        return -1;
    return index.internalId() == 0 ? index.row() : static_cast<int>(index.internalId()) - 1;
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex FacetModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(groupOf(index), 0, quintptr{0});
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    const Group &group = m_groups.at(parent.row());
    return static_cast<int>(group.shown.size()) + (group.hasMore ? 1 : 0);
}

int FacetModel::columnCount(const QModelIndex &) const
{
    return 1;
}

Qt::ItemFlags FacetModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return index.internalId() == 0 ? flags : flags | Qt::ItemNeverHasChildren;
}

const FacetModel::Entry *FacetModel::entryAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    const Group &group = m_groups.at(groupOf(index));
    return index.row() < group.shown.size() ? &group.shown.at(index.row()) : nullptr;
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Group &group = m_groups.at(groupOf(index));
    const Entry *entry = entryAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return accessibleText(index);
    case KindRole:
        return static_cast<int>(index.internalId() == 0 ? Kind::Facet : entry ? Kind::Value : Kind::More);
    case FacetRole:
        return static_cast<int>(group.facet);
    case CountRole:
        return entry && entry->count ? QVariant(*entry->count) : QVariant();
    case StaleRole:
        return group.stale;
    case UseRole:
        return static_cast<int>(entry ? useOf(m_filter, group.facet, entry->value) : FacetUse::Free);
    case StatusRole:
        if (const auto *status = entry ? std::get_if<JobStatus>(&entry->value) : nullptr)
            return QVariant::fromValue(*status);
        return {};
    default:
        return {};
    }
}

QString FacetModel::text(const QModelIndex &index) const
{
    const Group &group = m_groups.at(groupOf(index));
    if (const Entry *entry = entryAt(index))
        return valueText(group.facet, entry->value);
    if (index.internalId() != 0)
        return group.unfolded ? tr("Fewer") : tr("More…");
    switch (group.facet) {
    case Facet::Status:
        return tr("Status");
    case Facet::Provider:
        return tr("Provider");
    case Facet::User:
        return tr("User");
    case Facet::Age:
        return tr("Age");
    }
    Q_UNREACHABLE();
}

QString FacetModel::valueText(Facet facet, const FilterValue &value) const
{
    if (const auto *status = std::get_if<JobStatus>(&value))
        return m_statusText(*status);
    if (const auto *match = std::get_if<TextMatch>(&value)) {
        if (!match->text.isEmpty())
            return match->text;
        return facet == Facet::Provider ? tr("no provider") : tr("no user");
    }
    switch (ageValues().indexOf(value)) {
    case 0:
        return tr("Today");
    case 1:
        return tr("Yesterday");
    case 2:
        return tr("Last 7 days");
    case 3:
        return tr("Last 30 days");
    default:
        return tr("Older");
    }
}

QString FacetModel::accessibleText(const QModelIndex &index) const
{
    const Entry *entry = entryAt(index);
    if (!entry)
        return index.internalId() == 0 ? text(index) : tr("Show more or fewer values");
    const Group &group = m_groups.at(groupOf(index));
    QString all = text(index);
    if (entry->count && group.stale)
        all = tr("%1: %2 jobs before").arg(all, QLocale().toString(*entry->count));
    else if (entry->count)
        all = tr("%1: %2 jobs", nullptr, static_cast<int>(std::min<qint64>(*entry->count, INT_MAX)))
                  .arg(all, QLocale().toString(*entry->count));
    const FacetUse use = useOf(m_filter, group.facet, entry->value);
    if (use == FacetUse::Included)
        return tr("%1, chosen").arg(all);
    return use == FacetUse::Excluded ? tr("%1, left out").arg(all) : all;
}

} // namespace tallyman
