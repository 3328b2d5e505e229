// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/jobfields.h"

namespace tallyman::cli {

/// `add NAME`: a new job; prints its id.
class AddCommand final : public Command {
public:
    [[nodiscard]] QLatin1StringView name() const override;
    [[nodiscard]] QString description() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Context &context) override;

private:
    [[nodiscard]] Result<Job> readJob(Timestamp now) const;

    QString m_name;
    std::optional<QString> m_id;
    JobFields m_fields;
};

} // namespace tallyman::cli
