// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "app/cli/optionset.h"
#include "app/process/exitcode.h"

#include <QLatin1StringView>
#include <QString>

namespace tallyman::cli {

/// One command of tallymanctl. It declares its options, then runs once with what was given for them.
class Command {
public:
    Command() = default;
    Command(const Command &) = delete;
    Command &operator=(const Command &) = delete;
    virtual ~Command() = default;

    /// The word that calls it.
    [[nodiscard]] virtual QLatin1StringView name() const = 0;
    /// What it does: one sentence for the help.
    [[nodiscard]] virtual QString description() const = 0;
    /// Declares the options besides those that every command has (--store, --json, --help).
    virtual void declareOptions(OptionSet &options) = 0;
    /// Does it. Data to context.out, errors by context.fail().
    [[nodiscard]] virtual ExitCode run(Context &context) = 0;
};

} // namespace tallyman::cli
