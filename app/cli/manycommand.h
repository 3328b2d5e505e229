// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "models/domain/jobfilter.h"
#include "models/domain/manyoutcome.h"

#include <QStringList>

namespace tallyman::cli {

/// The base of the commands that do one thing to each of many jobs: those of the ids given, or those that a
/// query finds. Ids are arguments and the query is an option, so that neither is ever taken for the other. It
/// never asks; --dry-run shows what it would do.
class ManyCommand : public Command {
public:
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Context &context) override;

protected:
    /// What the JSON calls the jobs to which it was done: `changed`.
    [[nodiscard]] virtual QString doneKey() const { return QStringLiteral("changed"); }
    /// "3 jobs cancelled.", "3 jobs would be cancelled."; `count` as it is to be read.
    [[nodiscard]] virtual QString doneText(const QString &count, bool dryRun) const = 0;
    /// Whether a job of that status allows it.
    [[nodiscard]] virtual bool allows(JobStatus status) const = 0;
    /// Does it to one job; tells whether it is there.
    [[nodiscard]] virtual Result<bool> doOne(JobStore &store, const JobId &id) const = 0;
    /// Does it to as many as one change takes.
    [[nodiscard]] virtual Result<ManyOutcome> doMany(JobStore &store, const QList<qint64> &seqs) const = 0;

private:
    [[nodiscard]] Result<JobFilter> readFilter() const;
    [[nodiscard]] ExitCode runOnIds(Context &context, JobStore &store);
    [[nodiscard]] Result<bool> doOrTry(JobStore &store, const QString &text);
    void printTried(Context &context, const QList<Job> &first, qint64 count) const;
    [[nodiscard]] ExitCode runOnQuery(Context &context, JobStore &store, const JobFilter &filter) const;
    [[nodiscard]] ExitCode tryQuery(Context &context, JobStore &store, const JobFilter &filter) const;

    QStringList m_ids;
    std::optional<QString> m_query;
    bool m_dryRun = false;
    QList<Job> m_tried; // the first few to which it would be done
};

} // namespace tallyman::cli
