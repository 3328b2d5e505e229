// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobcounts.h"

#include <QObject>
#include <QThread>

namespace tallyman {

class JobCountWorker;

/// Counts jobs in a thread of its own. No call of this class waits for the database.
class JobCounter : public QObject {
    Q_OBJECT

public:
    /// `databaseName` is OpenStore::databaseName; it is opened with the first question. The clock must
    /// outlive the counter.
    JobCounter(const QString &databaseName, const Clock &clock, QObject *parent = nullptr);
    ~JobCounter() override;

    /// Answers come in the order of the questions. Questions that were asked before are dropped.
    void ask(const QList<CountQuestion> &questions);
    /// Drops what was asked.
    void cancel();
    [[nodiscard]] bool isCounting() const { return m_counting; }

signals:
    /// A question that could not be answered has no answer.
    void answered(const tallyman::CountAnswer &answer);
    /// All that was asked last was looked at, in that time.
    void finished(qint64 milliseconds);

private:
    quint64 m_number = 0;
    bool m_counting = false;
    QThread m_thread;
    JobCountWorker *m_worker = nullptr; // lives in m_thread, which deletes it
};

} // namespace tallyman
