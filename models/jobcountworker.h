// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobcounts.h"
#include "models/store/sqliteconnection.h"

#include <QElapsedTimer>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>

namespace tallyman {

/// Counts for JobCounter, in a thread and over a connection of its own. No statement stays open between two
/// turns of the event loop.
class JobCountWorker : public QObject {
    Q_OBJECT

public:
    JobCountWorker(QString databaseName, const Clock &clock);
    ~JobCountWorker() override;

    /// Any thread: questions of that number are about to be sent; whatever is under way for earlier ones
    /// stops at once.
    void announce(quint64 number) { m_announced = number; }

    // The rest runs in the worker's thread only.

    void run(quint64 number, const QList<CountQuestion> &questions);
    /// Closes the connection; for the end of the thread.
    void close();

signals:
    void answered(quint64 number, const tallyman::CountAnswer &answer);
    /// All questions of that number were looked at.
    void finished(quint64 number, qint64 milliseconds);

private:
    bool ensureOpen();
    [[nodiscard]] bool mustStop() const;
    void answer(const CountQuestion &question);
    void answerFacets(const CountQuestion &question, const FilterContext &context);
    void answerNames(const CountQuestion &question);
    /// False where the SELECT failed or was stopped.
    bool forEachRow(const QString &sql, const std::function<void(const QSqlQuery &)> &take);
    void give(const CountAnswer &answer) { emit answered(m_running, answer); }

    const QString m_databaseName;
    const Clock &m_clock;
    std::unique_ptr<SqliteConnection> m_connection;
    QElapsedTimer m_sinceQuestion;
    qint64 m_limit = 0; // of the question, in milliseconds; 0: none
    quint64 m_running = 0;
    std::atomic<quint64> m_announced = 0;
};

} // namespace tallyman
