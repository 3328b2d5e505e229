// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/listcommand.h"

namespace tallyman::cli {

/// `failed`: the jobs that failed, each with the first line of its error.
class FailedCommand final : public ListCommand {
public:
    FailedCommand();

    [[nodiscard]] QLatin1StringView name() const override;
    [[nodiscard]] QString description() const override;

protected:
    [[nodiscard]] QString usualColumns() const override;
};

} // namespace tallyman::cli
