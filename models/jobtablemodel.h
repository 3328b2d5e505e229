// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobstatus.h"
#include "models/domain/result.h"
#include "models/domain/timestamp.h"
#include "models/jobrowcache.h"
#include "models/jobtablecolumns.h"
#include "models/jobtablequery.h"

#include <QSqlTableModel>
#include <QThread>
#include <QTimer>

namespace tallyman {

class JobTableWorker;

/// The table `jobs`, read-only and live, at any size. The base class gives the columns; its SELECT is never
/// run. Instead a worker thread keeps a map of row numbers, and rows are read as they are looked at. It
/// follows every change, whoever makes it, by taking rows out, putting rows in and moving rows, so that
/// selection, current index and persistent indexes hold. No call of this class waits for the database.
///
/// Columns are those of the table, in its order, and `duration` after them.
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
    };

    /// `database` belongs to the calling thread and gives the columns; `databaseName` is what the worker
    /// opens (OpenStore::databaseName). Call select() to begin. The clock must outlive the model.
    JobTableModel(const QSqlDatabase &database, const QString &databaseName, const Clock &clock,
                  QObject *parent = nullptr);
    ~JobTableModel() override;

    [[nodiscard]] int durationColumn() const { return m_columns.durationColumn(); }
    /// Whether all rows are there, and not just a first screen of them.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// The number of the job that row shows.
    [[nodiscard]] qint64 seqAt(int row) const { return m_rows.at(row); }
    /// Where those jobs are shown, ascending; a job that is not shown has none. Walks over all rows.
    [[nodiscard]] QList<int> rowsOf(const QList<qint64> &seqs) const;

    /// Reads the ids of those jobs, however many; idsRead() brings them.
    void readIds(const QList<qint64> &seqs);

    /// Reads everything anew. Returns at once; loaded() tells when it is there.
    bool select() override;
    /// Narrows the table to the rows of a condition. SQL of our own making, never a user's text.
    void setFilter(const QString &where) override;
    void setSort(int column, Qt::SortOrder order) override;
    /// Rows with the same value are in the order in which they were stored.
    void sort(int column, Qt::SortOrder order) override;

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
    /// All rows are there, for the first time or again after select(), sort() or setFilter().
    void loaded();
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
    JobTableQuery m_query;
    RowMap m_rows;
    bool m_complete = false;
    bool m_announceLoaded = false;
    quint64 m_number = 0; // of the query sent last

    mutable JobRowCache m_cache;
    mutable QList<qint64> m_wanted; // to be read, the newest wish last
    bool m_fetching = false;
    mutable QTimer m_fetchTimer;

    QThread m_thread;
    JobTableWorker *m_worker = nullptr; // lives in m_thread, which deletes it
};

} // namespace tallyman
