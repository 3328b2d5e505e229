// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/jobfields.h"

namespace tallyman::cli {

/// `update ID`: changes the fields that are given.
class UpdateCommand final : public Command {
public:
    [[nodiscard]] QLatin1StringView name() const override;
    [[nodiscard]] QString description() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Context &context) override;

private:
    QString m_id;
    std::optional<QString> m_name;
    bool m_pin = false;
    bool m_unpin = false;
    JobFields m_fields;
};

} // namespace tallyman::cli
