// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "models/store/jobexport.h"

#include <QStringList>

namespace tallyman::cli {

/// `export`: the jobs that a query finds as CSV or JSON, to standard output or a file.
class ExportCommand final : public Command {
public:
    [[nodiscard]] QLatin1StringView name() const override;
    [[nodiscard]] QString description() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Context &context) override;

private:
    [[nodiscard]] Result<ExportRequest> readRequest(bool json) const;
    [[nodiscard]] Result<ExportFormat> readFormat(bool json) const;
    [[nodiscard]] ExitCode finish(Context &context,
                                  const Result<std::optional<ExportSummary>> &written) const;

    QStringList m_query;
    std::optional<QString> m_format;
    std::optional<QString> m_output;
    bool m_withResults = false;
};

} // namespace tallyman::cli
