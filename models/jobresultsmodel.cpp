// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobresultsmodel.h"

#include "models/store/jobstore.h"

#include <algorithm>

namespace tallyman {

namespace {

constexpr qint64 pageSize = 1000;
// Each change moves all rows behind it; beyond this many moves it is quicker to begin anew.
constexpr qsizetype movesAtMost = 5'000'000;

bool matches(const JobResult &result, const QString &filter)
{
    return filter.isEmpty() || result.item.contains(filter, Qt::CaseInsensitive)
        || result.error.contains(filter, Qt::CaseInsensitive)
        || QString::fromUtf8(result.details).contains(filter, Qt::CaseInsensitive);
}

} // namespace

JobResultsModel::JobResultsModel(JobStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{
}

void JobResultsModel::setJob(std::optional<qint64> seq)
{
    if (m_seq == seq)
        return;
    m_seq = seq;
    replace({});
    m_counts = {};
    start();
}

void JobResultsModel::setFilter(const QString &text)
{
    if (m_filter == text)
        return;
    m_filter = text;
    start();
}

void JobResultsModel::start()
{
    if (!m_seq) {
        m_reader.stop();
        return;
    }
    m_reader.start([this] {
        return [this, seq = *m_seq, filter = m_filter, before = m_groups](
                   const PacedReader::Reading &reading) { read(reading, seq, filter, before); };
    });
}

// In the reader's thread. Where nothing is shown yet, the first page is, at once.
void JobResultsModel::read(const PacedReader::Reading &reading, qint64 seq, const QString &filter,
                           const Groups &before)
{
    Groups groups;
    Groups shown = before;
    Counts counts;
    for (const bool success : {false, true}) {
        QList<Row> &group = success ? groups.succeeded : groups.failed;
        for (qint64 after = 0;;) {
            if (reading.cancelled())
                return;
            auto page = m_store.results(seq, success, after, pageSize);
            if (!page) {
                reading.post([this, error = page.error()] { emit failed(error); });
                return;
            }
            counts.all += page->results.size();
            counts.failed += success ? 0 : page->results.size();
            for (qsizetype i = 0; i < page->results.size(); ++i) {
                if (!matches(page->results.at(i), filter))
                    continue;
                ++counts.matching;
                if (groups.failed.size() + groups.succeeded.size() < maximum)
                    group.append({page->places.at(i), page->results.at(i)});
            }
            if (shown.failed.isEmpty() && shown.succeeded.isEmpty() && !group.isEmpty()) {
                shown = groups;
                reading.post([this, groups] { replace(groups); });
            }
            if (page->results.size() < pageSize)
                break;
            after = page->places.last();
        }
    }
    QList<Change> changes;
    appendDifference(changes, shown.failed, groups.failed, 0);
    appendDifference(changes, shown.succeeded, groups.succeeded, groups.failed.size());
    reading.post([this, changes = std::move(changes), groups = std::move(groups), counts] {
        apply(changes, groups, counts);
    });
}

// How to get from one list to the other, whose place in the table is `offset`; to be done in that order.
void JobResultsModel::appendDifference(QList<Change> &changes, const QList<Row> &from, const QList<Row> &to,
                                       qsizetype offset)
{
    const auto add = [&changes](Change::Kind kind, qsizetype at) {
        const bool continues = !changes.isEmpty() && changes.last().kind == kind
            && at == changes.last().first + (kind == Change::Kind::Remove ? 0 : changes.last().count);
        if (continues)
            ++changes.last().count;
        else
            changes.append({kind, at, 1});
    };
    for (qsizetype i = 0, j = 0; i < from.size() || j < to.size();) {
        const bool removed = j == to.size() || (i < from.size() && from.at(i).place < to.at(j).place);
        if (removed) {
            add(Change::Kind::Remove, offset + j);
            ++i;
        } else if (i == from.size() || from.at(i).place > to.at(j).place) {
            add(Change::Kind::Insert, offset + j);
            ++j;
        } else {
            if (from.at(i).result != to.at(j).result)
                add(Change::Kind::Alter, offset + j);
            ++i;
            ++j;
        }
    }
}

void JobResultsModel::replace(const Groups &groups)
{
    beginResetModel();
    m_groups = groups;
    m_rows = groups.failed + groups.succeeded;
    endResetModel();
}

void JobResultsModel::apply(const QList<Change> &changes, const Groups &groups, const Counts &counts)
{
    const QList<Row> rows = groups.failed + groups.succeeded;
    const bool many =
        changes.size() > 1 && changes.size() * std::max(rows.size(), m_rows.size()) > movesAtMost;
    if (many)
        replace(groups);
    for (const Change &change : many ? QList<Change>() : changes) {
        const auto first = static_cast<int>(change.first);
        const auto last = static_cast<int>(change.first + change.count - 1);
        switch (change.kind) {
        case Change::Kind::Remove:
            beginRemoveRows({}, first, last);
            m_rows.remove(change.first, change.count);
            endRemoveRows();
            break;
        case Change::Kind::Insert:
            beginInsertRows({}, first, last);
            m_rows.insert(change.first, change.count, {});
            std::copy_n(rows.begin() + first, change.count, m_rows.begin() + first);
            endInsertRows();
            break;
        case Change::Kind::Alter:
            std::copy_n(rows.begin() + first, change.count, m_rows.begin() + first);
            emit dataChanged(index(first, 0), index(last, ColumnCount - 1));
            break;
        }
    }
    m_groups = groups;
    m_counts = counts;
    emit loaded();
}

int JobResultsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JobResultsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant JobResultsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JobResult &result = m_rows.at(index.row()).result;
    if (role == SuccessRole)
        return result.success;
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case OutcomeColumn:
        return result.success ? tr("OK") : tr("Failed");
    case ItemColumn:
        return result.item;
    case ErrorColumn:
        return result.error;
    case DetailsColumn:
        return QString::fromUtf8(result.details);
    default:
        return {};
    }
}

QVariant JobResultsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case OutcomeColumn:
        return tr("Outcome");
    case ItemColumn:
        return tr("Item");
    case ErrorColumn:
        return tr("Error");
    case DetailsColumn:
        return tr("Details");
    default:
        return {};
    }
}

} // namespace tallyman
