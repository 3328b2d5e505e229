// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/listcommand.h"

namespace tallyman::cli {

/// `running`: the jobs that run now.
class RunningCommand final : public ListCommand {
public:
    RunningCommand();

    [[nodiscard]] QLatin1StringView name() const override;
    [[nodiscard]] QString description() const override;
};

} // namespace tallyman::cli
