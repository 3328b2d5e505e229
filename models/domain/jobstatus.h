// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace tallyman {

/// The state of a job. The words are those of the database, the command line, the desktop and the v1 API.
enum class JobStatus { Pending, Running, Completed, Failed, Cancelled };

inline constexpr std::array allJobStatuses{JobStatus::Pending, JobStatus::Running, JobStatus::Completed,
                                           JobStatus::Failed, JobStatus::Cancelled};

/// `pending`, `running`, `completed`, `failed`, `cancelled`.
[[nodiscard]] QLatin1StringView toWord(JobStatus status);

/// The status of a word; nothing for any other word. Case counts.
[[nodiscard]] std::optional<JobStatus> jobStatusFromWord(QStringView word);

/// Whether the job has come to its end: completed, failed or cancelled.
[[nodiscard]] bool isFinished(JobStatus status);

/// Whether a job may go from one state to the other: pending to running; running to any end; pending to
/// cancelled; failed or cancelled back to pending, which is a retry. Nothing else.
[[nodiscard]] bool canMove(JobStatus from, JobStatus to);

} // namespace tallyman
