// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace tallyman::cli {

/// `stats`: the numbers of the store. How many jobs there are is of now; rates, averages and slow jobs are
/// of all ends that ever were.
class StatsCommand final : public Command {
public:
    [[nodiscard]] QLatin1StringView name() const override;
    [[nodiscard]] QString description() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Context &context) override;
};

} // namespace tallyman::cli
