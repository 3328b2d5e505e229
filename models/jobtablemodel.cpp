// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablemodel.h"

#include "models/jobtableworker.h"

#include <QSqlRecord>

#include <algorithm>

namespace tallyman {

namespace {

// Rows that are read together: a screen and what is next to it.
constexpr int block = 128;
// Of a long list of wishes (somebody drags the scroll bar) only the last are still wanted.
constexpr qsizetype wishes = 512;
// Taking out or putting in one range of rows moves all that follow; beyond this many moves there are
// quicker ways.
constexpr qsizetype movesAtMost = 20'000'000;

// The rows of those ranges, unless they are too many to be worth keeping.
SeqSet newRows(const RowMapChange &change)
{
    QList<qint64> seqs;
    for (const RowRange &range : change.inserted) {
        if (seqs.size() + range.count > wishes)
            return SeqSet({});
        seqs += change.rows.sliced(range.first, range.count);
    }
    return SeqSet(std::move(seqs));
}

} // namespace

JobTableModel::JobTableModel(const QSqlDatabase &database, const QString &databaseName, const Clock &clock,
                             QObject *parent)
    : QSqlTableModel(parent, database)
    , m_clock(clock)
    , m_columns(database.record(QStringLiteral("jobs")))
    , m_fetchTimer(this)
{
    QSqlTableModel::setTable(QStringLiteral("jobs"));
    m_fetchTimer.setSingleShot(true);
    m_fetchTimer.setInterval(0);
    connect(&m_fetchTimer, &QTimer::timeout, this, &JobTableModel::fetchWanted);

    m_worker = new JobTableWorker(databaseName, m_columns.names());
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &JobTableWorker::updated, this, &JobTableModel::take);
    connect(m_worker, &JobTableWorker::fetched, this, &JobTableModel::takeFetched);
    connect(m_worker, &JobTableWorker::idsRead, this, &JobTableModel::idsRead);
    connect(m_worker, &JobTableWorker::failed, this, &JobTableModel::failed);
    connect(m_worker, &JobTableWorker::recovered, this, &JobTableModel::recovered);
    connect(m_worker, &JobTableWorker::storeChanged, this, &JobTableModel::storeChanged);
    m_thread.setObjectName(QStringLiteral("job table"));
    m_thread.start();
}

JobTableModel::~JobTableModel()
{
    m_worker->announce(m_number + 1); // stops whatever it walks through
    QMetaObject::invokeMethod(m_worker, &JobTableWorker::close, Qt::QueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QList<int> JobTableModel::rowsOf(const QList<qint64> &seqs) const
{
    const SeqSet wanted(seqs);
    QList<int> rows;
    for (int row = 0; row < m_rows.size() && rows.size() < wanted.size(); ++row) {
        if (wanted.contains(m_rows.at(row)))
            rows.append(row);
    }
    return rows;
}

void JobTableModel::readIds(const QList<qint64> &seqs)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, seqs] { worker->readIds(seqs); }, Qt::QueuedConnection);
}

bool JobTableModel::select()
{
    run(m_rows.isEmpty());
    return true;
}

void JobTableModel::setFilter(const QString &where)
{
    if (where == m_query.where)
        return;
    m_query.where = where;
    run(true);
}

void JobTableModel::setSort(int column, Qt::SortOrder order)
{
    m_query.sortKey = m_columns.sortKey(column, m_clock.now());
    m_query.order = order;
}

void JobTableModel::sort(int column, Qt::SortOrder order)
{
    const JobTableQuery before = m_query;
    setSort(column, order);
    if (m_number != 0 && before.sortKey == m_query.sortKey && before.order == m_query.order)
        return;
    run(m_rows.isEmpty());
}

void JobTableModel::run(bool replace)
{
    m_complete = false;
    m_announceLoaded = true;
    m_worker->announce(++m_number);
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, number = m_number, query = m_query, replace] {
            worker->run(number, query, replace);
        },
        Qt::QueuedConnection);
}

// Notes that the rows around this one are about to be shown.
void JobTableModel::want(int row) const
{
    const int first = row - row % block;
    const int last = std::min(first + block, static_cast<int>(m_rows.size()));
    for (int i = first; i < last; ++i) {
        if (m_cache.expect(m_rows.at(i), i))
            m_wanted.append(m_rows.at(i));
    }
    if (!m_wanted.isEmpty())
        m_fetchTimer.start();
}

void JobTableModel::fetchWanted()
{
    if (m_fetching || m_wanted.isEmpty())
        return;
    QList<qint64> seqs;
    seqs.swap(m_wanted);
    if (seqs.size() > wishes) {
        for (const qint64 seq : seqs.first(seqs.size() - wishes))
            m_cache.forget(seq);
        seqs = seqs.last(wishes);
    }
    m_fetching = true;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, seqs] { worker->fetch(seqs); }, Qt::QueuedConnection);
}

void JobTableModel::takeFetched(const QList<JobTableRow> &rows)
{
    m_fetching = false;
    storeRows(rows, SeqSet({}));
    fetchWanted();
}

// Takes over what was read, and tells for each run of neighbours that looks different now.
void JobTableModel::storeRows(const QList<JobTableRow> &rows, const SeqSet &unasked)
{
    QList<int> changed;
    for (const JobTableRow &row : rows) {
        if (const auto position = m_cache.store(row, unasked.contains(row.seq)))
            changed.append(*position);
    }
    std::sort(changed.begin(), changed.end());
    for (qsizetype i = 0; i < changed.size();) {
        qsizetype end = i + 1;
        while (end < changed.size() && changed.at(end) == changed.at(end - 1) + 1)
            ++end;
        emit dataChanged(index(changed.at(i), 0), index(changed.at(end - 1), m_columns.count() - 1));
        i = end;
    }
}

void JobTableModel::take(const JobTableUpdate &update)
{
    if (update.kind == JobTableUpdate::Kind::Replace) {
        beginResetModel();
        m_rows = update.change.rows;
        m_cache.clear();
        m_wanted.clear();
        storeRows(update.rows, SeqSet(m_rows));
        endResetModel();
    } else {
        // First the values, at the places where the rows are still: new rows are then known before a
        // view hears of them.
        storeRows(update.rows, newRows(update.change));
        apply(update.change);
    }
    if (update.rereadShown)
        m_wanted += m_cache.keepRecent(wishes);
    fetchWanted();
    m_complete = update.complete;
    if (m_complete && std::exchange(m_announceLoaded, false))
        emit loaded();
}

void JobTableModel::apply(const RowMapChange &change)
{
    const qsizetype ranges = change.removed.size() + change.inserted.size();
    if (ranges > 1 && ranges * std::max(m_rows.size(), change.rows.size()) > movesAtMost)
        return applyWholesale(change);

    const bool staysAs = change.inserted.isEmpty() && !change.reordered;
    for (qsizetype i = change.removed.size() - 1; i >= 0; --i) {
        const RowRange range = change.removed.at(i);
        RowMap rest = m_rows;
        if (i == 0 && staysAs)
            rest = change.rows; // the copy that the worker has too
        else
            rest.remove(range.first, range.count);
        removeRange(range, rest);
    }
    if (change.reordered)
        reorder(withoutRanges(change.rows, change.inserted));
    for (const RowRange &range : change.inserted) {
        RowMap more = m_rows;
        if (range == change.inserted.last()) {
            more = change.rows;
        } else {
            more.insert(range.first, range.count, 0);
            std::copy_n(change.rows.cbegin() + range.first, range.count, more.begin() + range.first);
        }
        insertRange(range, more);
    }
    m_rows = change.rows;
}

// Four steps at the most, however scattered the rows are: those that go and those that come pass through
// the end of the table.
void JobTableModel::applyWholesale(const RowMapChange &change)
{
    const RowMap kept = withoutRanges(m_rows, change.removed);
    if (kept.size() < m_rows.size()) {
        RowMap goneLast = kept;
        for (const RowRange &range : change.removed)
            goneLast += m_rows.sliced(range.first, range.count);
        reorder(goneLast);
        removeRange({kept.size(), m_rows.size() - kept.size()}, kept);
    }
    if (!change.inserted.isEmpty()) {
        RowMap newLast = kept;
        for (const RowRange &range : change.inserted)
            newLast += change.rows.sliced(range.first, range.count);
        insertRange({kept.size(), newLast.size() - kept.size()}, newLast);
    }
    reorder(change.rows);
}

void JobTableModel::removeRange(RowRange range, const RowMap &rest)
{
    const int first = static_cast<int>(range.first);
    const int count = static_cast<int>(range.count);
    beginRemoveRows({}, first, first + count - 1);
    m_rows = rest;
    m_cache.rowsRemoved(first, count);
    endRemoveRows();
}

void JobTableModel::insertRange(RowRange range, const RowMap &all)
{
    const int first = static_cast<int>(range.first);
    const int count = static_cast<int>(range.count);
    beginInsertRows({}, first, first + count - 1);
    m_rows = all;
    m_cache.rowsInserted(first, count);
    endInsertRows();
}

void JobTableModel::reorder(const RowMap &rows)
{
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    QList<qint64> seqs;
    for (const QModelIndex &index : before)
        seqs.append(m_rows.at(index.row()));
    const SeqSet kept(seqs);
    QHash<qint64, int> rowOf;
    for (int row = 0; row < rows.size() && rowOf.size() < kept.size(); ++row) {
        if (kept.contains(rows.at(row)))
            rowOf.insert(rows.at(row), row);
    }
    m_rows = rows;
    m_cache.rowsReordered(m_rows);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf.value(seqs.at(i)), before.at(i).column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

int JobTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int JobTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns.count();
}

QVariant JobTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const qint64 seq = m_rows.at(index.row());
    if (role == SeqRole)
        return seq;
    const bool typed = role >= IdRole && role <= DurationRole;
    if (!typed && role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    const JobTableRow *row = m_cache.find(seq, index.row());
    if (!row) {
        want(index.row());
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    }
    if (typed)
        return m_columns.value(*row, static_cast<JobTableColumns::Value>(role - IdRole), m_clock.now());
    if (role == Qt::EditRole)
        return m_columns.stored(*row, index.column(), m_clock.now());
    return m_columns.text(*row, index.column(), m_clock.now());
}

QVariant JobTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || section < 0 || section >= m_columns.count())
        return {};
    if (role == Qt::DisplayRole)
        return m_columns.title(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter)
                                   | (m_columns.isNumber(section) ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

Qt::ItemFlags JobTableModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace tallyman
