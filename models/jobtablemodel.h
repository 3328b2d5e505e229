// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobfilter.h"
#include "models/domain/jobstatus.h"
#include "models/domain/result.h"
#include "models/domain/timestamp.h"
#include "models/jobrowcache.h"
#include "models/jobtablecolumns.h"
#include "models/jobtablequery.h"

#include <QElapsedTimer>
#include <QSqlTableModel>
#include <QThread>
#include <QTimer>

namespace tallyman {

class JobRowReader;
class JobTableWorker;

/// The jobs of a query, read-only and live, at any size. The base class gives the columns of `jobs`; its
/// SELECT is never run. Instead a worker thread keeps a map of row numbers, and another reads rows as they
/// are looked at. It follows every change, whoever makes it, by taking rows out, putting rows in and moving
/// rows, so that selection, current index and persistent indexes hold. No call of this class waits for the
/// database.
///
/// Columns are those of the table, in its order, and after them `duration`, `waiting` and `remaining` (time
/// left), and `error` (its first line).
class JobTableModel : public QSqlTableModel {
    Q_OBJECT

public:
    /// Typed values of the row, the same for each of its columns. An absent value is an invalid QVariant;
    /// so are all but SeqRole while the row is still being read.
    enum Role {
        SeqRole = Qt::UserRole + 1, ///< qint64
        IdRole, ///< QString
        NameRole, ///< QString
        StatusRole, ///< JobStatus
        ProgressRole, ///< double, 0 to 1; invalid for a running job that has not said yet how far it is
        CreatedAtRole, ///< QDateTime in UTC, as all times
        StartedAtRole,
        CompletedAtRole,
        DurationRole, ///< qint64, milliseconds; of a running job until now
        WaitingRole, ///< qint64, milliseconds from when it became pending to its start, or until now
        RemainingRole, ///< qint64, milliseconds that a running job will still take, as far as can be told
        ErrorRole, ///< QString: the first line of the error, its first 200 characters
        PinnedRole, ///< bool
    };

    /// What takes it a while; see reading().
    enum class Work {
        Reading, ///< rows in their order
        Sorting, ///< all rows have to be looked at before the first is known
        Searching, ///< rows are shown as they are found
    };

    /// `database` belongs to the calling thread and gives the columns; `databaseName` is what the worker
    /// opens (OpenStore::databaseName). Call select() to begin. The clock must outlive the model.
    JobTableModel(const QSqlDatabase &database, const QString &databaseName, const Clock &clock,
                  QObject *parent = nullptr);
    ~JobTableModel() override;

    /// The column of that name; -1 where there is none.
    [[nodiscard]] int column(QLatin1StringView name) const { return m_columns.indexOf(name); }
    [[nodiscard]] QString columnName(int column) const { return m_columns.names().value(column); }
    /// Whether all rows are there, and not just the first of them.
    [[nodiscard]] bool isComplete() const { return m_state == JobTableUpdate::State::Complete; }
    /// Whether the rest is not being read because somebody cancelled that.
    [[nodiscard]] bool isStopped() const { return m_state == JobTableUpdate::State::Stopped; }
    [[nodiscard]] Work work() const;
    /// The number of the job that row shows.
    [[nodiscard]] qint64 seqAt(int row) const { return m_rows.at(row); }
    /// The numbers of all jobs, in the order shown; taking them costs nothing.
    [[nodiscard]] const RowMap &rows() const { return m_rows; }
    /// The name of the job that row shows, if it has been read already; does not read it.
    [[nodiscard]] QString nameIfRead(int row) const;
    /// Where those jobs are shown, ascending; a job that is not shown has none. Walks over all rows.
    [[nodiscard]] QList<int> rowsOf(const QList<qint64> &seqs) const;

    /// Reads the ids of those jobs, however many; idsRead() brings them.
    void readIds(const QList<qint64> &seqs);

    /// Reads everything anew, relative times of the filter too. Returns at once; loaded() tells when it is
    /// there.
    bool select() override;

    /// The same without a word, because time has passed: a filter such as `created:<1h` finds other jobs
    /// then. It does so itself about once a minute while its filter depends on the time.
    void selectQuietly();

    /// Shows the jobs of that query, in its order.
    void setJobFilter(const JobFilter &filter);
    /// With the order that the table has: sorting changes it.
    [[nodiscard]] const JobFilter &jobFilter() const { return m_filter; }

    /// What the table is sorted by, the first key counting most; never empty.
    [[nodiscard]] QList<SortKey> sortKeys() const;
    /// Empty: newest first. It becomes the sort of jobFilter().
    void setSortKeys(const QList<SortKey> &keys);
    [[nodiscard]] std::optional<FilterField> sortField(int column) const
    {
        return m_columns.sortField(column);
    }
    /// The column that shows that field; -1 where there is none.
    [[nodiscard]] int columnOf(FilterField field) const { return m_columns.columnOf(field); }
    /// By that column alone.
    void sort(int column, Qt::SortOrder order) override;
    void setSort(int column, Qt::SortOrder order) override { sort(column, order); }

    /// Stops reading. The rows that a filter has found stay, as long as nobody asks for others; a new order
    /// is given up for the one before.
    void cancel();

    void setFilter(const QString &) override { } // see setJobFilter()

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &) const override { return false; }
    void fetchMore(const QModelIndex &) override { }
    void clear() override { } // the table is what this model is of

    // Read-only.
    bool setData(const QModelIndex &, const QVariant &, int = Qt::EditRole) override { return false; }
    bool insertRows(int, int, const QModelIndex & = {}) override { return false; }
    bool removeRows(int, int, const QModelIndex & = {}) override { return false; }
    bool insertColumns(int, int, const QModelIndex & = {}) override { return false; }
    bool removeColumns(int, int, const QModelIndex & = {}) override { return false; }

signals:
    /// All rows are there, for the first time or again after select(), setSortKeys() or setJobFilter(); or as
    /// many as cancel() left.
    void loaded();
    /// Several times a second while rows are being read for a while: how far it is, in rows, and of how many;
    /// -1 where nobody knows. loaded() ends it.
    void reading(qint64 rowsSoFar, qint64 ofAbout);
    /// sortKeys() are others than before, by whichever call.
    void sortChanged();
    /// jobFilter() is another one than before; its sort counts.
    void filterChanged();
    /// The ids that readIds() asked for, in its order; without those of jobs that are gone.
    void idsRead(const QStringList &ids);
    /// Something in the database changed, in whichever table.
    void storeChanged();
    /// The database cannot be read. The rows stay as they were; it goes on trying.
    void failed(const tallyman::StoreError &error);
    void recovered();

protected:
    bool updateRowInTable(int, const QSqlRecord &) override { return false; }
    bool insertRowIntoTable(const QSqlRecord &) override { return false; }
    bool deleteRowFromTable(int) override { return false; }

private:
    void run(bool replace);
    void startAgeing();
    void changeFilter(const JobFilter &filter);
    void want(int row) const;
    void fetchWanted();
    void takeFetched(const QList<JobTableRow> &rows);
    void take(const JobTableUpdate &update);
    void storeRows(const QList<JobTableRow> &rows, const SeqSet &unasked);
    void apply(const RowMapChange &change);
    void applyWholesale(const RowMapChange &change);
    void removeRange(RowRange range, const RowMap &rest);
    void insertRange(RowRange range, const RowMap &all);
    void reorder(const RowMap &rows);

    const Clock &m_clock;
    JobTableColumns m_columns;
    JobFilter m_filter;
    QList<SortKey> m_settledSort; // of the rows that were all there last
    RowMap m_rows;
    JobTableUpdate::State m_state = JobTableUpdate::State::Reading;
    bool m_announceLoaded = false;
    quint64 m_number = 0; // of the query sent last
    QElapsedTimer m_sinceRun;
    QTimer m_ageing; // runs while the filter depends on the time

    mutable JobRowCache m_cache;
    mutable QList<qint64> m_wanted; // to be read, the newest wish last
    bool m_fetching = false;
    mutable QTimer m_fetchTimer;

    QThread m_thread;
    JobTableWorker *m_worker = nullptr; // lives in m_thread, which deletes it
    QThread m_readerThread;
    JobRowReader *m_reader = nullptr; // likewise
};

} // namespace tallyman
