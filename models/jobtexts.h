// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"

#include <QList>
#include <QString>

/// Jobs as text to paste elsewhere.
namespace tallyman::jobtexts {

/// One line a job below a heading, in columns; for a font whose letters are all as wide.
[[nodiscard]] QString table(const QList<Job> &jobs);

/// As the v1 API and `tallymanctl --json` write it: one job as an object, several as an array.
[[nodiscard]] QString json(const QList<Job> &jobs, Timestamp now);

/// A command for each job that asks the API at that address (`http://127.0.0.1:8000`) for it.
[[nodiscard]] QString curlQuery(const QList<Job> &jobs, const QString &api);

/// A command for each job that adds another one like it: what it was asked to do, not what came of it.
[[nodiscard]] QString curlAdd(const QList<Job> &jobs, const QString &api);

/// As one word of a command line of a POSIX shell, whatever it holds.
[[nodiscard]] QString shellWord(const QString &text);

} // namespace tallyman::jobtexts
