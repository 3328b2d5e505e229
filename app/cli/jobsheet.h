// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"
#include "models/domain/job.h"

#include <QList>
#include <QLocale>
#include <QString>

namespace tallyman::cli {

/// Everything that is known of a job, as of `now`, one field a line; fields that it does not have are left
/// out.
[[nodiscard]] QString jobSheet(const Job &job, const QList<JobEvent> &timeline,
                               const QList<JobResult> &results, Timestamp now, const Terminal &terminal,
                               const QLocale &locale);

} // namespace tallyman::cli
