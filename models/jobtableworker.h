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

class RowWalk;

/// Keeps the row map for JobTableModel, in a thread and over a connection of its own: reads it, and follows
/// what the change feed says is new. No statement of its stays open between two turns of the event loop,
/// since an open one would keep the write-ahead log from being emptied.
class JobTableWorker : public QObject {
    Q_OBJECT

public:
    /// How often it looks whether the database has changed.
    static constexpr std::chrono::milliseconds pollInterval{100};
    /// How many rows it gives before it has walked through all of them.
    static constexpr int firstScreen = 256;

    /// `columns` are expressions on `jobs` to be read of each row. Opens nothing before the first run().
    JobTableWorker(QString databaseName, QStringList columns);
    ~JobTableWorker() override;

    /// Any thread: a query of that number is about to be sent; whatever is under way for an earlier one
    /// stops at once.
    void announce(quint64 number) { m_announced = number; }
    /// Any thread: the query of that number is to be given up, unless all its rows are there.
    void cancel(quint64 number) { m_cancelled = number; }

    // The rest runs in the worker's thread only.

    /// Reads all rows of the query. `replace` for another set of rows than before; without it, it tells
    /// how to get from the old rows to the new ones.
    void run(quint64 number, const tallyman::JobTableQuery &query, bool replace);
    /// Closes the connection; for the end of the thread.
    void close();

signals:
    void updated(const tallyman::JobTableUpdate &update);
    /// While it reads for a while: how far it is, in rows; `ofAbout` is -1 where nobody knows.
    void reading(qint64 rowsSoFar, qint64 ofAbout);
    /// The database cannot be read; it goes on trying.
    void failed(const tallyman::StoreError &error);
    /// It can be read again.
    void recovered();
    /// Something was committed, to whichever table.
    void storeChanged();

private:
    template<typename T>
    using Maybe = std::optional<T>; // nothing: failed or cancelled; a failure is noted
    using SteadyTime = std::chrono::steady_clock::time_point;

    class Snapshot;
    struct Shown {
        JobTableQuery query;
        RowMap rows; ///< what the model has, once it has applied all that was sent
        bool whole = true; ///< whether these are all the query's rows
    };

    bool ensureOpen();
    void poll();
    void disconnectFromDatabase();
    bool readAll(bool replace);
    bool readFirst(bool replace);
    bool readRest();
    void giveUp(bool replace);
    void publishPart();
    void publish(const JobTableUpdate &update);
    bool readChanges();
    [[nodiscard]] Maybe<QList<qint64>> changedSince(qint64 rev, qint64 newest);
    [[nodiscard]] bool amend(const QList<qint64> &changed);

    [[nodiscard]] Maybe<qint64> newestRevision();
    [[nodiscard]] Maybe<qint64> number(const QString &sql);
    [[nodiscard]] Maybe<QList<JobTableRow>> rowsOf(const QList<qint64> &seqs);
    [[nodiscard]] bool goOn();
    void report(SteadyTime now);
    [[nodiscard]] bool superseded() const { return m_running != 0 && m_announced != m_running; }
    [[nodiscard]] bool givenUp() const { return m_running != 0 && m_cancelled == m_running; }
    bool check(const QSqlQuery &query);
    void fail(const StoreError &error);

    const QString m_databaseName;
    const QStringList m_columns;
    std::unique_ptr<SqliteConnection> m_connection;
    std::unique_ptr<QSqlQuery> m_dataVersion; // prepared once
    QTimer m_timer;

    Shown m_shown;
    Shown m_settled; // of the last query whose rows were all read or given up
    qint64 m_rev = 0; // the newest change that m_shown knows of
    qint64 m_seenVersion = -1;
    bool m_mustReadAll = true;
    bool m_failing = false;
    int m_lockedPolls = 0;
    quint64 m_number = 0; // of the query
    quint64 m_running = 0; // number of the query whose rows are being walked; 0: not cancellable
    std::atomic<quint64> m_announced = 0;
    std::atomic<quint64> m_cancelled = 0;

    // While rows are being walked.
    const RowWalk *m_walk = nullptr; // reported on
    RowMapBuilder m_found; // by that, if not for the first screen
    bool m_sorts = false; // whether the rows come in the end only, all at once
    bool m_byParts = false; // whether rows are shown as they are found
    bool m_replace = false; // whether the next ones shown take the place of another query's
    bool m_firstIsAll = false; // whether the first screen has all rows
    qint64 m_ofAbout = -1;
    SteadyTime m_deadline = SteadyTime::max();
    SteadyTime m_nextReport;
    SteadyTime m_nextPart;
    std::chrono::milliseconds m_partInterval{};
};

} // namespace tallyman
