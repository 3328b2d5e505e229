// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/storelocation.h"

#include <QStringList>

#include <optional>

namespace tallyman {

class Settings;

/// What the command line, the settings and the environment say about how the desktop runs.
struct DesktopOptions {
    enum class Task { Run, ShowHelp, ShowVersion };

    Task task = Task::Run;
    QString helpText; ///< for ShowHelp
    StoreLocation store;
    bool serves = true; ///< whether the API is to be served
    quint16 port = 8000; ///< at which; 0 for any that is free

    /// The command line goes before the environment, this before the settings. InvalidValue where one of
    /// them says something that cannot be.
    [[nodiscard]] static Result<DesktopOptions> read(const QStringList &arguments, const Settings &settings);
};

} // namespace tallyman
