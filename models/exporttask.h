// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/jobexport.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace tallyman {

/// Counts and exports jobs in a thread of its own. One thing at a time: a new one cancels what runs. No call
/// waits for it, but for the destructor, which cancels first.
class ExportTask : public QObject {
    Q_OBJECT

public:
    /// Store and clock must outlive it.
    ExportTask(JobStore &store, const Clock &clock, QObject *parent = nullptr);
    ~ExportTask() override;

    /// How many jobs a query finds: ends with counted(), or failed().
    void count(const JobFilter &filter);
    /// Writes a file: ends with finished(), cancelled() or failed().
    void start(const ExportRequest &request, const QString &path);
    /// Stops what runs within milliseconds. A count that is cancelled says nothing more.
    void cancel();
    [[nodiscard]] bool isExporting() const { return m_exporting; }

signals:
    void counted(qint64 jobs);
    /// Now and then; `total` is 0 until the jobs are found.
    void progressed(qint64 done, qint64 total);
    void finished(const tallyman::ExportSummary &summary);
    void cancelled();
    void failed(const tallyman::StoreError &error);

private:
    using Flag = std::shared_ptr<std::atomic<bool>>;

    [[nodiscard]] Flag begin();
    [[nodiscard]] ExportControl controlOf(const Flag &cancelled);
    [[nodiscard]] Result<std::optional<qint64>> jobsOf(const JobFilter &filter, const Flag &cancelled);
    // Calls `take` in our own thread unless something else was begun meanwhile.
    template<typename Take>
    void answer(const Flag &of, Take take);
    void end(const Result<std::optional<ExportSummary>> &written);

    JobStore &m_store;
    const Clock &m_clock;
    Flag m_cancelled; // of what runs, or ran last
    bool m_exporting = false;
    QThreadPool m_pool; // of one thread
};

} // namespace tallyman
