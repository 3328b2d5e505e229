// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace tallyman::cli {

/// The help texts, with words that can be translated and without the parser's technical marks.
class HelpFormatter final : public CLI::Formatter {
public:
    HelpFormatter();

    [[nodiscard]] std::string make_subcommand(const CLI::App *command) const override;
    [[nodiscard]] std::string make_footer(const CLI::App *app) const override;
    [[nodiscard]] std::string make_option_desc(const CLI::Option *option) const override;
    [[nodiscard]] std::string make_option_opts(const CLI::Option *option) const override;
    [[nodiscard]] std::string make_option_usage(const CLI::Option *option) const override;
};

} // namespace tallyman::cli
