// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/jobwriter.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <future>

namespace tallyman {

Q_LOGGING_CATEGORY(lcWriter, "tallyman.store.writer", QtInfoMsg)

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JobWriter)
};

using namespace std::chrono_literals;

// How often the keeper gets a look in while nothing is written here; another process may be writing.
constexpr std::chrono::milliseconds idleInterval = 1s;
// How long nothing may have come before the keeper does what can wait.
constexpr std::chrono::milliseconds backlogInterval = 100ms;

} // namespace

JobWriter::JobWriter(Options options)
    : m_options(std::move(options))
{
}

Result<std::unique_ptr<JobWriter>> JobWriter::start(Options options, const Clock &clock)
{
    std::unique_ptr<JobWriter> writer(new JobWriter(std::move(options)));
    std::promise<Result<void>> promise;
    auto future = promise.get_future();
    writer->m_thread = std::thread([self = writer.get(), &clock, &promise] {
        self->run(clock, [&promise](Result<void> opened) { promise.set_value(std::move(opened)); });
    });
    if (auto opened = future.get(); !opened)
        return opened.error();
    return writer;
}

JobWriter::~JobWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void JobWriter::submit(std::unique_ptr<WriteTask> task)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_queue.size() < queueLimit) {
            m_queue.push_back(std::move(task));
            m_wake.notify_one();
            return;
        }
    }
    const StoreError full{
        ErrorCode::Overloaded,
        Tr::tr("%1 changes wait to be written already. Try again in a moment.").arg(queueLimit),
        {},
        {}};
    task->finish(&full);
}

void JobWriter::run(const Clock &clock, const std::function<void(Result<void>)> &opened)
{
    auto mutations = JobMutations::open(m_options.databaseName, clock);
    if (!mutations) {
        opened(mutations.error());
        return;
    }
    m_mutations = std::move(*mutations);
    Keeper keeper(m_options.keeperPath, *m_mutations);
    opened({});
    Batch batch;
    bool idle = false;
    const auto patience = [&] { return idle ? 0ms : backlogInterval; };
    while (takeBatch(batch, keeper.hasBacklog() ? patience() : idleInterval)) {
        idle = batch.empty();
        if (!idle)
            runBatch(batch);
        if (keeper.look(idle))
            removeExpiredWhenDue();
    }
    m_mutations.reset(); // a connection is closed by the thread that opened it
}

void JobWriter::removeExpiredWhenDue()
{
    const auto now = std::chrono::steady_clock::now();
    if (now < m_nextExpiry)
        return;
    m_nextExpiry = now + m_options.expiryInterval;
    submit(std::make_unique<SweepTask>(
        [](JobMutations &mutations, JobMutations::Sweep sweep) { return mutations.removeExpired(sweep); },
        [](const Result<qint64> &removed) {
            if (!removed)
                qCWarning(lcWriter, "Expired jobs cannot be deleted: %ls",
                          qUtf16Printable(removed.error().message));
            else if (*removed > 0)
                qCInfo(lcWriter, "%lld expired jobs were deleted", static_cast<long long>(*removed));
        }));
}

// False when it is time to end; an empty batch is a look-in for the keeper.
bool JobWriter::takeBatch(Batch &batch, std::chrono::milliseconds wait)
{
    batch.clear();
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, std::min(wait, m_options.expiryInterval),
                    [this] { return m_stopping || !m_queue.empty(); });
    while (!m_queue.empty() && batch.size() < batchLimit) {
        batch.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return !batch.empty() || !m_stopping;
}

void JobWriter::runBatch(Batch &batch)
{
    auto done = transact(batch.data(), batch.size());
    if (done) {
        finish(batch.data(), batch.size(), nullptr);
        return;
    }
    if (batch.size() == 1) {
        finish(batch.data(), 1, &done.error());
        return;
    }
    // One of them failed and took the others with it: each gets a transaction of its own.
    for (auto &task : batch) {
        done = transact(&task, 1);
        finish(&task, 1, done ? nullptr : &done.error());
    }
}

Result<void> JobWriter::transact(std::unique_ptr<WriteTask> *first, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i) {
        if (auto prepared = first[i]->prepare(*m_mutations); !prepared)
            return prepared;
    }
    if (auto begun = m_mutations->begin(); !begun)
        return begun;
    for (std::size_t i = 0; i < count; ++i) {
        if (auto applied = first[i]->apply(*m_mutations); !applied) {
            m_mutations->rollback();
            return applied;
        }
    }
    auto committed = m_mutations->commit();
    if (!committed)
        m_mutations->rollback();
    return committed;
}

void JobWriter::finish(std::unique_ptr<WriteTask> *first, std::size_t count, const StoreError *failure)
{
    using Uploads = JobMutations::Uploads;
    for (const auto &[uploads, tell] :
         {std::pair(Uploads::Delete, &m_options.removed), std::pair(Uploads::Keep, &m_options.trashed)}) {
        const QList<JobId> removed = m_mutations->takeRemoved(uploads);
        if (!removed.isEmpty() && *tell)
            (*tell)(removed);
    }
    for (std::size_t i = 0; i < count; ++i) {
        if (!failure && first[i]->wantsMore()) {
            const std::lock_guard lock(m_mutex);
            m_queue.push_back(std::move(first[i]));
            continue;
        }
        first[i]->finish(failure);
    }
}

} // namespace tallyman
