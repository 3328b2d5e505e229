// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/exporttask.h"

#include "models/store/jobstore.h"

#include <chrono>
#include <utility>

namespace tallyman {

namespace {
// A person reads no faster.
constexpr std::chrono::milliseconds progressInterval{50};
} // namespace

ExportTask::ExportTask(JobStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_cancelled(std::make_shared<std::atomic<bool>>(false))
    , m_pool(this)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // the store keeps a connection for each thread that reads
}

ExportTask::~ExportTask()
{
    *m_cancelled = true;
    m_pool.waitForDone();
}

ExportTask::Flag ExportTask::begin()
{
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    return m_cancelled;
}

template<typename Take>
void ExportTask::answer(const Flag &of, Take take)
{
    QMetaObject::invokeMethod(
        this,
        [this, of, take = std::move(take)] {
            if (of == m_cancelled)
                take();
        },
        Qt::QueuedConnection);
}

ExportControl ExportTask::controlOf(const Flag &cancelled)
{
    auto next = std::make_shared<std::chrono::steady_clock::time_point>();
    return {[this, cancelled, next](qint64 done, qint64 total) {
                const auto now = std::chrono::steady_clock::now();
                if (now < *next)
                    return;
                *next = now + progressInterval;
                answer(cancelled, [this, done, total] { emit progressed(done, total); });
            },
            [cancelled] { return cancelled->load(); }};
}

void ExportTask::count(const JobFilter &filter)
{
    m_exporting = false;
    m_pool.start([this, filter, cancelled = begin()] {
        const auto counted = jobsOf(filter, cancelled);
        answer(cancelled, [this, counted] {
            if (!counted)
                emit failed(counted.error());
            else if (*counted)
                emit this->counted(**counted);
        });
    });
}

// JobStore::count() cannot be stopped.
Result<std::optional<qint64>> ExportTask::jobsOf(const JobFilter &filter, const Flag &cancelled)
{
    if (filter.isEmpty()) { // counted already
        const auto all = m_store.count(filter);
        return all ? Result<std::optional<qint64>>(*all) : all.error();
    }
    const auto seqs = m_store.seqsOf(filter, [cancelled] { return cancelled->load(); });
    if (!seqs)
        return seqs.error();
    return *seqs ? std::optional<qint64>((*seqs)->size()) : std::nullopt;
}

void ExportTask::start(const ExportRequest &request, const QString &path)
{
    m_exporting = true;
    m_pool.start([this, request, path, cancelled = begin()] {
        const auto written = JobExport(m_store, m_clock).writeFile(request, path, controlOf(cancelled));
        answer(cancelled, [this, written] { end(written); });
    });
}

void ExportTask::end(const Result<std::optional<ExportSummary>> &written)
{
    m_exporting = false;
    if (!written)
        emit failed(written.error());
    else if (!*written)
        emit cancelled();
    else
        emit finished(**written);
}

void ExportTask::cancel()
{
    *m_cancelled = true;
}

} // namespace tallyman
