// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "app/process/exitcode.h"
#include "app/settings/settings.h"
#include "models/store/openstore.h"

#include <QJsonObject>
#include <QLocale>
#include <QProcessEnvironment>

#include <optional>

namespace tallyman::cli {

/// Everything that a command has to do with besides its own options. Data goes to `out`, everything else
/// that a person should know to `err`.
struct Context {
    Output &out;
    Output &err;
    const Clock &clock;
    const Settings &settings;
    QProcessEnvironment environment;
    Terminal terminal; ///< where `out` goes
    QLocale locale; ///< for numbers in sentences

    bool json = false; ///< data as JSON
    std::optional<QString> store = {}; ///< as given by --store

    /// Opens the store that --store names; else that of JOB_STORE_TYPE, SQLITE_PATH and DB_PATH; else that
    /// of the settings; else the user's own.
    [[nodiscard]] Result<OpenStore> openStore() const;

    /// Writes a message for the user, as a line of its own.
    void say(const QString &message);

    /// Says what went wrong, and gives the exit code for it.
    [[nodiscard]] ExitCode fail(const StoreError &error);

    /// Writes an object as one line of JSON.
    void printJson(const QJsonObject &object);
};

/// The error for an id that no job has.
[[nodiscard]] StoreError noSuchJob(const QString &id);

} // namespace tallyman::cli
