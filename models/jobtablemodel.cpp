// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablemodel.h"

#include "models/jobrowreader.h"
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
constexpr qsizetype movesAtMost = 5'000'000;

// How long rows of a filter that depends on the time stand; and how much of the time may be spent on that.
constexpr std::chrono::milliseconds ageingInterval{60'000};
constexpr qint64 ageingShare = 20;

// Whether the jobs that the term means are others as time passes.
bool dependsOnTime(const FilterTerm &term)
{
    if (term.field == FilterField::Duration || term.field == FilterField::Waiting)
        return true;
    return std::any_of(term.values.begin(), term.values.end(), [](const FilterValue &value) {
        const auto *time = std::get_if<Compared<FilterTime>>(&value);
        return time
            && (time->value.kind != FilterTime::Kind::Moment || time->upTo.kind != FilterTime::Kind::Moment);
    });
}

bool isNewestFirst(const QList<SortKey> &keys)
{
    return keys.isEmpty() || keys == QList<SortKey>{{FilterField::Created, true}};
}

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

// The map with those rows of another at the same place as there.
RowMap withRange(const RowMap &rows, const RowMap &source, RowRange range)
{
    QList<RowPosition> added;
    for (const qint64 seq : source.sliced(range.first, range.count))
        added.append({seq, range.first});
    return rows.with(added);
}

// The map with those rows of another at its end.
RowMap withRanges(const RowMap &rows, const RowMap &source, const QList<RowRange> &ranges)
{
    QList<RowPosition> added;
    for (const RowRange &range : ranges) {
        for (const qint64 seq : source.sliced(range.first, range.count))
            added.append({seq, rows.size()});
    }
    return rows.with(added);
}

} // namespace

JobTableModel::JobTableModel(const QSqlDatabase &database, const QString &databaseName, const Clock &clock,
                             QObject *parent)
    : QSqlTableModel(parent, database)
    , m_clock(clock)
    , m_columns(database.record(QStringLiteral("jobs")))
    , m_ageing(this)
    , m_fetchTimer(this)
{
    QSqlTableModel::setTable(QStringLiteral("jobs"));
    m_fetchTimer.setSingleShot(true);
    m_fetchTimer.setInterval(0);
    connect(&m_fetchTimer, &QTimer::timeout, this, &JobTableModel::fetchWanted);

    m_ageing.setSingleShot(true);
    connect(&m_ageing, &QTimer::timeout, this, &JobTableModel::selectQuietly);

    m_worker = new JobTableWorker(databaseName, m_columns.expressions());
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &JobTableWorker::updated, this, &JobTableModel::take);
    connect(m_worker, &JobTableWorker::reading, this, [this](qint64 rowsSoFar, qint64 ofAbout) {
        if (m_announceLoaded)
            emit reading(rowsSoFar, ofAbout);
    });
    connect(m_worker, &JobTableWorker::failed, this, &JobTableModel::failed);
    connect(m_worker, &JobTableWorker::recovered, this, &JobTableModel::recovered);
    connect(m_worker, &JobTableWorker::storeChanged, this, &JobTableModel::storeChanged);
    m_thread.setObjectName(QStringLiteral("job table"));
    m_thread.start();

    m_reader = new JobRowReader(databaseName, m_columns.expressions());
    m_reader->moveToThread(&m_readerThread);
    connect(&m_readerThread, &QThread::finished, m_reader, &QObject::deleteLater);
    connect(m_reader, &JobRowReader::fetched, this, &JobTableModel::takeFetched);
    connect(m_reader, &JobRowReader::idsRead, this, &JobTableModel::idsRead);
    m_readerThread.setObjectName(QStringLiteral("job rows"));
    m_readerThread.start();
}

JobTableModel::~JobTableModel()
{
    m_worker->announce(m_number + 1); // stops whatever it walks through
    QMetaObject::invokeMethod(m_worker, &JobTableWorker::close, Qt::QueuedConnection);
    QMetaObject::invokeMethod(m_reader, &JobRowReader::close, Qt::QueuedConnection);
    for (QThread *thread : {&m_thread, &m_readerThread}) {
        thread->quit();
        thread->wait();
    }
}

QList<int> JobTableModel::rowsOf(const QList<qint64> &seqs) const
{
    QList<int> rows;
    const QList<RowPosition> found = m_rows.find(SeqSet(seqs));
    for (const RowPosition &row : found)
        rows.append(static_cast<int>(row.position));
    return rows;
}

void JobTableModel::readIds(const QList<qint64> &seqs)
{
    QMetaObject::invokeMethod(
        m_reader, [reader = m_reader, seqs] { reader->readIds(seqs); }, Qt::QueuedConnection);
}

bool JobTableModel::select()
{
    run(m_rows.isEmpty());
    return true;
}

void JobTableModel::selectQuietly()
{
    if (!isComplete())
        return;
    run(m_rows.isEmpty());
    m_announceLoaded = false;
}

void JobTableModel::startAgeing()
{
    const QList<FilterTerm> &terms = m_filter.terms;
    if (std::any_of(terms.begin(), terms.end(), dependsOnTime))
        m_ageing.start(
            std::max(ageingInterval, std::chrono::milliseconds{ageingShare * m_sinceRun.elapsed()}));
}

void JobTableModel::setJobFilter(const JobFilter &filter)
{
    if (filter == m_filter)
        return;
    const bool otherJobs = filter.terms != m_filter.terms || filter.deep != m_filter.deep;
    changeFilter(filter);
    run(otherJobs || m_rows.isEmpty());
}

QList<SortKey> JobTableModel::sortKeys() const
{
    return m_filter.sort.isEmpty() ? QList<SortKey>{{FilterField::Created, true}} : m_filter.sort;
}

void JobTableModel::setSortKeys(const QList<SortKey> &keys)
{
    JobFilter filter = m_filter;
    filter.sort = isNewestFirst(keys) ? QList<SortKey>() : keys;
    setJobFilter(filter);
}

void JobTableModel::changeFilter(const JobFilter &filter)
{
    const QList<SortKey> before = sortKeys();
    m_filter = filter;
    emit filterChanged();
    if (sortKeys() != before)
        emit sortChanged();
}

void JobTableModel::sort(int column, Qt::SortOrder order)
{
    if (const auto field = m_columns.sortField(column))
        setSortKeys({{*field, order == Qt::DescendingOrder}});
}

JobTableModel::Work JobTableModel::work() const
{
    if (m_filter.deep && !m_filter.isEmpty())
        return Work::Searching;
    return m_filter.sort.isEmpty() ? Work::Reading : Work::Sorting;
}

void JobTableModel::cancel()
{
    if (m_state == JobTableUpdate::State::Reading)
        m_worker->cancel(m_number);
}

void JobTableModel::run(bool replace)
{
    m_state = JobTableUpdate::State::Reading;
    m_announceLoaded = true;
    m_ageing.stop();
    m_sinceRun.start();
    m_worker->announce(++m_number);
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, number = m_number, query = JobTableQuery(m_filter, {m_clock.now()}), replace] {
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
        m_reader, [reader = m_reader, seqs] { reader->fetch(seqs); }, Qt::QueuedConnection);
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
        storeRows(update.rows, SeqSet(m_rows.sliced(0, update.rows.size())));
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
    const JobTableUpdate::State before = std::exchange(m_state, update.state);
    if (m_state == JobTableUpdate::State::Reading)
        return;
    if (before == JobTableUpdate::State::Reading && isComplete())
        startAgeing();
    if (update.reverted) {
        JobFilter filter = m_filter;
        filter.sort = m_settledSort;
        if (filter != m_filter)
            changeFilter(filter);
    }
    m_settledSort = m_filter.sort;
    if (std::exchange(m_announceLoaded, false))
        emit loaded();
}

void JobTableModel::apply(const RowMapChange &change)
{
    const qsizetype ranges = change.removed.size() + change.inserted.size();
    if (ranges > 1 && ranges * std::max(m_rows.size(), change.rows.size()) > movesAtMost)
        return applyWholesale(change);

    for (qsizetype i = change.removed.size() - 1; i >= 0; --i) {
        const RowRange range = change.removed.at(i);
        removeRange(range, m_rows.without({&range, 1}));
    }
    if (change.reordered)
        reorder(change.rows.without(change.inserted));
    for (const RowRange &range : change.inserted)
        insertRange(range,
                    range == change.inserted.last() ? change.rows : withRange(m_rows, change.rows, range));
    m_rows = change.rows; // the chunks that the worker has too
}

// Four steps at the most, however scattered the rows are: those that go and those that come pass through
// the end of the table.
void JobTableModel::applyWholesale(const RowMapChange &change)
{
    const RowMap kept = m_rows.without(change.removed);
    if (kept.size() < m_rows.size()) {
        reorder(withRanges(kept, m_rows, change.removed));
        removeRange({kept.size(), m_rows.size() - kept.size()}, kept);
    }
    if (!change.inserted.isEmpty()) {
        const RowMap newLast = withRanges(kept, change.rows, change.inserted);
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
    QHash<qint64, int> rowOf;
    const QList<RowPosition> found = rows.find(SeqSet(seqs));
    for (const RowPosition &row : found)
        rowOf.insert(row.seq, static_cast<int>(row.position));
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
    const bool typed = role >= IdRole && role <= PinnedRole;
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

QString JobTableModel::nameIfRead(int row) const
{
    const JobTableRow *known = m_cache.find(m_rows.at(row), row);
    return known ? m_columns.value(*known, JobTableColumns::Value::Name, m_clock.now()).toString()
                 : QString();
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
