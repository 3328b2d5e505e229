// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/context.h"

#include <memory>
#include <vector>

namespace tallyman::cli {

/// The command line as a whole: finds the command, gives it its options, runs it. The only place that
/// catches exceptions, and the only one besides OptionSet that knows the parser.
class CommandLine {
public:
    explicit CommandLine(std::vector<std::unique_ptr<Command>> commands);

    /// Parses main()'s arguments, runs the command, and gives the program's exit code.
    [[nodiscard]] int run(int argc, const char *const *argv, Context &context);

private:
    [[nodiscard]] ExitCode parseAndRun(int argc, const char *const *argv, Context &context);

    std::vector<std::unique_ptr<Command>> m_commands;
};

} // namespace tallyman::cli
