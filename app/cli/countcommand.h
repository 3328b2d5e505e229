// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <QStringList>

namespace tallyman::cli {

/// `count`: how many jobs a query finds.
class CountCommand final : public Command {
public:
    [[nodiscard]] QLatin1StringView name() const override;
    [[nodiscard]] QString description() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Context &context) override;

private:
    QStringList m_query;
};

} // namespace tallyman::cli
