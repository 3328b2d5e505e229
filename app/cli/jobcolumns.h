// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/table.h"
#include "models/domain/job.h"
#include "models/domain/result.h"

#include <QList>
#include <QStringList>

namespace tallyman::cli {

/// A column that tables of jobs may have. Its name is that of the field in a query, where there is one.
struct JobColumn {
    QLatin1StringView name;
    const char *title; ///< to be translated
    Table::Align align = Table::Align::Left;
    int least = 0; ///< see Table::Column
    Table::Cell (*cell)(const Job &job, Timestamp now) = nullptr;
};

using JobColumns = QList<const JobColumn *>;

/// The names of all columns there are.
[[nodiscard]] QStringList jobColumnNames();

/// The columns of a list with commas: the value of --columns.
[[nodiscard]] Result<JobColumns> jobColumnsOf(const QString &names);

/// The table of the jobs as of `now`.
[[nodiscard]] Table jobTable(const JobColumns &columns, const QList<Job> &jobs, Timestamp now);

/// The colour of a status.
[[nodiscard]] Style styleOf(JobStatus status);

/// How long a job has run, as text; empty if it never started.
[[nodiscard]] QString elapsedText(const Job &job, Timestamp now);

} // namespace tallyman::cli
