// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/bulkchange.h"

#include "models/store/jobstore.h"

#include <QElapsedTimer>

#include <algorithm>
#include <chrono>
#include <thread>

namespace tallyman {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds progressInterval = 50ms;
// Where so many other writes wait that ours is turned away.
constexpr auto turnedAwayPause = 100ms;
constexpr int turnedAwayAtMost = 300;

/// How many jobs a batch has.
class BatchSize {
public:
    [[nodiscard]] qsizetype now() const { return m_now; }
    void adapt(std::chrono::milliseconds took)
    {
        if (took < 50ms)
            m_now = std::min(m_now * 2, JobStore::manyAtMost);
        else if (took > 120ms)
            m_now = std::max<qsizetype>(m_now / 2, 25);
    }

private:
    qsizetype m_now = 250;
};

} // namespace

BulkChange::BulkChange(JobStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_pool(this)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // the store keeps a connection for each thread that reads
}

BulkChange::~BulkChange()
{
    cancel();
    m_pool.waitForDone();
}

void BulkChange::post(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

void BulkChange::find(const JobFilter &filter)
{
    Q_ASSERT(!m_busy);
    m_busy = true;
    m_cancelled = false;
    m_pool.start([this, filter] {
        const auto seqs = m_store.seqsOf(filter, [this] { return m_cancelled.load(); });
        const std::optional<StoreError> error = seqs ? std::nullopt : std::optional(seqs.error());
        std::optional<JobChoice> jobs;
        if (seqs && *seqs)
            jobs.emplace(RowMap(**seqs));
        post([this, error, jobs] {
            m_busy = false;
            if (!jobs || m_cancelled)
                emit notFound(error);
            else
                emit found(*jobs);
        });
    });
}

void BulkChange::start(const JobChoice &jobs, const BulkAction &action)
{
    run(jobs.size(), [this, jobs, action](qint64 done, qsizetype atMost) {
        return change(jobs.sliced(done, atMost), action);
    });
}

void BulkChange::putBack(qint64 deletion, qint64 count)
{
    run(count, [this, deletion](qint64, qsizetype) { return m_store.putBack(deletion); });
}

Result<ManyOutcome> BulkChange::change(const QList<qint64> &seqs, const BulkAction &action) const
{
    switch (action.kind) {
    case BulkAction::Kind::Update:
        return m_store.updateMany(seqs, action.update);
    case BulkAction::Kind::Delete:
        return m_store.trashMany(action.deletion, seqs);
    }
    Q_UNREACHABLE();
}

void BulkChange::run(qint64 of, const Batch &batch)
{
    Q_ASSERT(!m_busy);
    m_busy = true;
    m_cancelled = false;
    m_pool.start([this, of, batch] {
        BulkOutcome outcome = runBatches(of, batch);
        post([this, outcome = std::move(outcome)] {
            m_busy = false;
            emit finished(outcome);
        });
    });
}

BulkOutcome BulkChange::runBatches(qint64 of, const Batch &batch)
{
    BulkOutcome outcome{of, {}, false, {}};
    QElapsedTimer since;
    BatchSize size;
    while (outcome.jobs.total() < of) {
        if (!since.isValid() || since.hasExpired(progressInterval.count())) {
            since.start();
            const BulkProgress progress{outcome.jobs.total(), of, outcome.jobs};
            post([this, progress] { emit progressed(progress); });
        }
        outcome.cancelled = m_cancelled;
        if (outcome.cancelled)
            break;
        QElapsedTimer took;
        took.start();
        const auto changed = patiently([&] { return batch(outcome.jobs.total(), size.now()); });
        size.adapt(std::chrono::milliseconds{took.elapsed()});
        if (!changed) {
            outcome.error = changed.error();
            break;
        }
        if (changed->total() == 0)
            break;
        outcome.jobs += *changed;
    }
    return outcome;
}

Result<ManyOutcome> BulkChange::patiently(const std::function<Result<ManyOutcome>()> &batch) const
{
    auto changed = batch();
    for (int i = 0; i < turnedAwayAtMost && !m_cancelled; ++i) {
        if (changed || changed.error().code != ErrorCode::Overloaded)
            break;
        std::this_thread::sleep_for(turnedAwayPause);
        changed = batch();
    }
    return changed;
}

} // namespace tallyman
