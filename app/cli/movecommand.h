// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/manycommand.h"

namespace tallyman::cli {

/// The commands that move jobs to another status.
class MoveCommand : public ManyCommand {
protected:
    explicit MoveCommand(JobStatus to);

    [[nodiscard]] bool allows(JobStatus status) const override;
    [[nodiscard]] Result<bool> doOne(JobStore &store, const JobId &id) const override;
    [[nodiscard]] Result<ManyOutcome> doMany(JobStore &store, const QList<qint64> &seqs) const override;

private:
    JobUpdate m_move;
};

/// `cancel`: pending and running jobs are not to go on.
class CancelCommand final : public MoveCommand {
public:
    CancelCommand();

    [[nodiscard]] QLatin1StringView name() const override;
    [[nodiscard]] QString description() const override;

protected:
    [[nodiscard]] QString doneText(const QString &count, bool dryRun) const override;
};

/// `retry`: failed and cancelled jobs are to be done once more.
class RetryCommand final : public MoveCommand {
public:
    RetryCommand();

    [[nodiscard]] QLatin1StringView name() const override;
    [[nodiscard]] QString description() const override;

protected:
    [[nodiscard]] QString doneText(const QString &count, bool dryRun) const override;
};

} // namespace tallyman::cli
