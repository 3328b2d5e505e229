// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/domain/jobsummary.h"
#include "models/domain/result.h"
#include "models/jsontree.h"
#include "models/pacedreader.h"
#include "models/rowmap.h"

#include <QObject>

#include <memory>

namespace tallyman {

class JobStore;

/// All that is known of one job, its results apart.
struct JobDetails {
    Job job;
    QList<JobEvent> timeline;
    std::shared_ptr<const JsonTree> json; ///< options, result and so on, as far as the job has them
    QString text; ///< the job as the API gives it, indented
};

/// Which of a job's paths lead to something on this computer: local paths, absolute; empty otherwise.
struct JobFiles {
    QString input;
    QString output;

    friend bool operator==(const JobFiles &, const JobFiles &) = default;
};

/// Reads, in a thread of its own, what there is to say about the jobs that somebody looks at. Answers come
/// only for what was asked for last.
class JobDetailsLoader : public QObject {
    Q_OBJECT

public:
    /// Store and clock must outlive the loader.
    JobDetailsLoader(JobStore &store, const Clock &clock, QObject *parent = nullptr);

    /// Reads that job.
    void read(qint64 seq);
    /// Sums up the jobs in those ranges of the map.
    void sumUp(const RowMap &rows, const QList<RowRange> &ranges);
    /// Reads nothing any more.
    void stop() { m_reader.stop(); }
    /// The store has changed: reads the same again, soon.
    void refresh() { m_reader.refresh(); }

signals:
    void loaded(const tallyman::JobDetails &details);
    /// Follows loaded(), and may take longer: a path can lead to another computer.
    void filesFound(qint64 seq, const tallyman::JobFiles &files);
    /// There is no such job.
    void gone(qint64 seq);
    /// `counted` of the jobs so far; all of them in the last.
    void summed(const tallyman::JobSummary &summary, qint64 counted);
    void failed(const tallyman::StoreError &error);

private:
    void readJob(const PacedReader::Reading &reading, qint64 seq,
                 const std::shared_ptr<const JsonTree> &last);
    void readSummary(const PacedReader::Reading &reading, const RowMap &rows, const QList<RowRange> &ranges,
                     bool tellProgress);

    JobStore &m_store;
    const Clock &m_clock;
    std::shared_ptr<const JsonTree> m_json; // of the last job read
    PacedReader m_reader; // last: it ends first
};

/// The path of what the text names on this computer, whether or not it is there: of an absolute path, or a
/// `file:` address. Empty for anything else.
[[nodiscard]] QString localPath(const QString &text);

} // namespace tallyman
