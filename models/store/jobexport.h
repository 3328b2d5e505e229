// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobfilter.h"
#include "models/domain/result.h"
#include "models/domain/timestamp.h"
#include "models/store/jobencoder.h"

#include <QList>

#include <functional>
#include <optional>
#include <variant>

class QIODevice;

namespace tallyman {

class JobStore;

/// What to export, and how.
struct ExportRequest {
    /// All that a query finds, in its order; or the jobs of those row numbers, in theirs.
    std::variant<JobFilter, QList<qint64>> jobs;
    ExportFormat format = ExportFormat::Csv;
    bool withResults = false; ///< what became of each item too; not in CSV
};

struct ExportSummary {
    qint64 exported = 0; ///< jobs
    qint64 gone = 0; ///< jobs that were deleted before they were read
    qint64 bytes = 0;

    friend bool operator==(const ExportSummary &, const ExportSummary &) = default;
};

/// How an export tells how far it is and learns that it is to stop. Both are called in its thread; either may
/// be empty.
struct ExportControl {
    std::function<void(qint64 done, qint64 total)> progressed; ///< jobs; after each piece
    std::function<bool()> cancelled; ///< asked every few milliseconds
};

/// Writes jobs out. Which jobs, and in what order, is read at once, and holds for the export: eight bytes of
/// memory a job. Then they are read one by one, with no statement open in between, so that an export of hours
/// keeps nobody from writing: each job is as it was when it was read, which may be later than when it was
/// found, and one that was deleted meanwhile is left out and counted. No more than one piece, about a
/// megabyte and one job, is in memory.
class JobExport {
public:
    /// Both must outlive it.
    JobExport(JobStore &store, const Clock &clock);

    /// Writes to a device that is open. Nothing where it was cancelled; then, and after an error, a part may
    /// have been written.
    [[nodiscard]] Result<std::optional<ExportSummary>> write(const ExportRequest &request, QIODevice &device,
                                                             const ExportControl &control) const;

    /// Writes a file: under another name in the same folder, which takes the place of the old file only when
    /// all of it is on disk. Where it is cancelled or fails, the old file stays and nothing is left behind.
    [[nodiscard]] Result<std::optional<ExportSummary>>
    writeFile(const ExportRequest &request, const QString &path, const ExportControl &control) const;

private:
    class Writing;

    [[nodiscard]] Result<std::optional<ExportSummary>> write(const ExportRequest &request, QIODevice &device,
                                                             const QString &place,
                                                             const ExportControl &control) const;

    JobStore &m_store;
    const Clock &m_clock;
};

} // namespace tallyman
