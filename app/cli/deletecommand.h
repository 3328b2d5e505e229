// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/manycommand.h"

namespace tallyman::cli {

/// `delete`: deletes jobs with everything that belongs to them.
class DeleteCommand final : public ManyCommand {
public:
    [[nodiscard]] QLatin1StringView name() const override;
    [[nodiscard]] QString description() const override;

protected:
    [[nodiscard]] QString doneKey() const override;
    [[nodiscard]] QString doneText(const QString &count, bool dryRun) const override;
    [[nodiscard]] bool allows(JobStatus status) const override;
    [[nodiscard]] Result<bool> doOne(JobStore &store, const JobId &id) const override;
    [[nodiscard]] Result<ManyOutcome> doMany(JobStore &store, const QList<qint64> &seqs) const override;
};

} // namespace tallyman::cli
