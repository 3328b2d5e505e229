// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/http/server.h"

namespace tallyman::cli {

/// `serve`: the REST server until SIGTERM or SIGINT. Prints the address that it listens on when it is
/// ready, and logs to standard error.
class ServeCommand final : public Command {
public:
    [[nodiscard]] QLatin1StringView name() const override;
    [[nodiscard]] QString description() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Context &context) override;

private:
    [[nodiscard]] Result<http::ServerOptions> readOptions(const Settings &settings) const;

    std::optional<QString> m_host;
    std::optional<QString> m_port;
};

} // namespace tallyman::cli
