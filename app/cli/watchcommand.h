// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "models/store/jobwatch.h"

#include <QStringList>

namespace tallyman::cli {

/// `watch`: prints what becomes of the jobs that a query finds, whoever changes them, until it is
/// interrupted.
class WatchCommand final : public Command {
public:
    [[nodiscard]] QLatin1StringView name() const override;
    [[nodiscard]] QString description() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Context &context) override;

private:
    /// Prints what is new; tells whether there is more.
    [[nodiscard]] Result<bool> look(Context &context, JobWatch &watch) const;

    QStringList m_query;
};

} // namespace tallyman::cli
