// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/optionset.h"
#include "models/domain/jobfilter.h"

namespace tallyman::cli {

/// Declares the QUERY that a command takes as its arguments.
void declareQuery(OptionSet &options, QStringList &words);

/// The query of those arguments, joined by blanks. The error's message has two lines more: the query, and a
/// mark below what is wrong with it.
[[nodiscard]] Result<JobFilter> queryOf(const QStringList &words);

/// The value of --sort: fields with commas, `-` for descending.
[[nodiscard]] Result<QList<SortKey>> sortOf(const QString &text);

} // namespace tallyman::cli
