// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/jobtablequery.h"
#include "models/store/sqliteconnection.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace tallyman {

/// Reads for JobTableModel, in a thread and over a connection of its own: the row map, single rows by their
/// number, and what the change feed says is new. No statement of its stays open between two turns of the
/// event loop, since an open one would keep the write-ahead log from being emptied.
class JobTableWorker : public QObject {
    Q_OBJECT

public:
    /// How often it looks whether the database has changed.
    static constexpr std::chrono::milliseconds pollInterval{100};
    /// How many rows it gives before it has walked through all of them.
    static constexpr int firstScreen = 256;

    /// `columns` are those of `jobs` to read, in their order. Opens nothing before the first run().
    JobTableWorker(QString databaseName, QStringList columns);
    ~JobTableWorker() override;

    /// Any thread: a query of that number is about to be sent; whatever is under way for an earlier one
    /// stops at once.
    void announce(quint64 number) { m_announced = number; }

    // The rest runs in the worker's thread only.

    /// Reads all rows of the query. `replace` for another set of rows than before; without it, it tells
    /// how to get from the old rows to the new ones.
    void run(quint64 number, const tallyman::JobTableQuery &query, bool replace);
    void fetch(const QList<qint64> &seqs);
    /// Reads the ids of those jobs.
    void readIds(const QList<qint64> &seqs);
    /// Closes the connection; for the end of the thread.
    void close();

signals:
    void updated(const tallyman::JobTableUpdate &update);
    void fetched(const QList<tallyman::JobTableRow> &rows);
    /// In the order asked for.
    void idsRead(const QStringList &ids);
    /// The database cannot be read; it goes on trying.
    void failed(const tallyman::StoreError &error);
    /// It can be read again.
    void recovered();
    /// Something was committed, to whichever table.
    void storeChanged();

private:
    template<typename T>
    using Maybe = std::optional<T>; // nothing: failed or cancelled; a failure is noted

    class Snapshot;

    bool ensureOpen();
    void poll();
    void disconnectFromDatabase();
    bool readAll(bool replace);
    void publishProvisional(const QList<qint64> &firstSeqs);
    void publish(const JobTableUpdate &update);
    bool readChanges();
    [[nodiscard]] Maybe<QList<qint64>> changedSince(qint64 rev, qint64 newest);
    [[nodiscard]] bool amend(const QList<qint64> &changed, qint64 newest);

    [[nodiscard]] Maybe<qint64> newestRevision();
    [[nodiscard]] Maybe<qint64> number(const QString &sql);
    [[nodiscard]] Maybe<RowMap> walk(const QString &sql);
    [[nodiscard]] Maybe<QList<JobTableRow>> rowsOf(const QList<qint64> &seqs);
    [[nodiscard]] bool cancelled() const { return m_running != 0 && m_announced != m_running; }
    bool check(const QSqlQuery &query);
    void fail(const StoreError &error);

    const QString m_databaseName;
    const QStringList m_columns;
    std::unique_ptr<SqliteConnection> m_connection;
    std::unique_ptr<QSqlQuery> m_dataVersion; // prepared once
    std::unique_ptr<QSqlQuery> m_fetch; // prepared once
    QTimer m_timer;

    JobTableQuery m_query;
    RowMap m_rows; // what the model has, once it has applied all that was sent
    qint64 m_rev = 0; // the newest change that m_rows knows of
    qint64 m_seenVersion = -1;
    bool m_mustReadAll = true;
    bool m_failing = false;
    int m_lockedPolls = 0;
    quint64 m_number = 0; // of m_query
    quint64 m_running = 0; // number of the query whose rows are being walked; 0: not cancellable
    std::atomic<quint64> m_announced = 0;
};

} // namespace tallyman
