// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/jobmutations.h"
#include "models/store/jobstore.h"

#include <functional>
#include <optional>

namespace tallyman {

/// One change that waits for its turn in the writer's queue.
class WriteTask {
public:
    WriteTask() = default;
    WriteTask(const WriteTask &) = delete;
    WriteTask &operator=(const WriteTask &) = delete;
    virtual ~WriteTask() = default;

    /// What it needs that cannot be made within a transaction. May be called again.
    [[nodiscard]] virtual Result<void> prepare(JobMutations &) { return {}; }
    /// Makes the change within the present transaction and keeps its outcome. An error is a failure of
    /// the store, after which the transaction is rolled back and this may be called again; refusals are
    /// part of the outcome.
    [[nodiscard]] virtual Result<void> apply(JobMutations &mutations) = 0;
    /// Called once after each commit: whether it needs a further transaction before it is finished.
    [[nodiscard]] virtual bool wantsMore() { return false; }
    /// Hands the outcome to whoever waits, after the last commit; or the failure, where there was one.
    virtual void finish(const StoreError *failure) = 0;
};

/// A change that one transaction makes whole.
template<typename T>
class ChangeTask final : public WriteTask {
public:
    ChangeTask(std::function<Result<T>(JobMutations &)> change, JobStore::Completion<T> done,
               std::function<Result<void>(JobMutations &)> prepare = {})
        : m_change(std::move(change))
        , m_done(std::move(done))
        , m_prepare(std::move(prepare))
    {
    }

    Result<void> prepare(JobMutations &mutations) override
    {
        return m_prepare ? m_prepare(mutations) : Result<void>();
    }

    Result<void> apply(JobMutations &mutations) override
    {
        m_outcome = m_change(mutations);
        if (m_outcome->ok() || JobMutations::isRefusal(m_outcome->error().code))
            return {};
        return m_outcome->error();
    }

    void finish(const StoreError *failure) override
    {
        m_done(failure ? Result<T>(*failure) : std::move(*m_outcome));
    }

private:
    std::function<Result<T>(JobMutations &)> m_change;
    JobStore::Completion<T> m_done;
    std::function<Result<void>(JobMutations &)> m_prepare;
    std::optional<Result<T>> m_outcome;
};

/// A removal over many rows, one batch a transaction; other changes get in between.
class SweepTask final : public WriteTask {
public:
    using Sweep = JobMutations::Sweep;

    SweepTask(std::function<Result<Sweep>(JobMutations &, Sweep)> step, JobStore::Completion<qint64> done)
        : m_step(std::move(step))
        , m_done(std::move(done))
    {
    }

    Result<void> apply(JobMutations &mutations) override
    {
        auto next = m_step(mutations, m_committed);
        if (!next)
            return next.error();
        m_next = *next;
        return {};
    }

    bool wantsMore() override
    {
        m_committed = m_next;
        return !m_committed.done;
    }

    void finish(const StoreError *failure) override
    {
        m_done(failure ? Result<qint64>(*failure) : Result<qint64>(m_committed.removed));
    }

private:
    std::function<Result<Sweep>(JobMutations &, Sweep)> m_step;
    JobStore::Completion<qint64> m_done;
    Sweep m_committed;
    Sweep m_next;
};

} // namespace tallyman
