// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobcounter.h"

#include "models/jobcountworker.h"

namespace tallyman {

JobCounter::JobCounter(const QString &databaseName, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_worker(new JobCountWorker(databaseName, clock))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &JobCountWorker::answered, this, [this](quint64 number, const CountAnswer &answer) {
        if (number == m_number)
            emit answered(answer);
    });
    connect(m_worker, &JobCountWorker::finished, this, [this](quint64 number, qint64 milliseconds) {
        if (number != m_number)
            return;
        m_counting = false;
        emit finished(milliseconds);
    });
    m_thread.setObjectName(QStringLiteral("job counter"));
    m_thread.start(QThread::LowPriority);
}

JobCounter::~JobCounter()
{
    cancel();
    QMetaObject::invokeMethod(m_worker, &JobCountWorker::close, Qt::QueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void JobCounter::ask(const QList<CountQuestion> &questions)
{
    m_worker->announce(++m_number);
    m_counting = true;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, number = m_number, questions] { worker->run(number, questions); },
        Qt::QueuedConnection);
}

void JobCounter::cancel()
{
    m_worker->announce(++m_number);
    m_counting = false;
}

} // namespace tallyman
