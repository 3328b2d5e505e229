// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QProcessEnvironment>
#include <QString>

namespace tallyman {

/// Where a store is and which engine keeps it.
struct StoreLocation {
    enum class Engine { Sqlite, Memory };

    Engine engine = Engine::Sqlite;
    QString path; ///< absolute path of the database file; empty for Memory

    /// Reads what a user gives as `--store`: a path, `sqlite:PATH`, `sqlite:///PATH` or `memory:`.
    /// Unsupported for an engine that this build does not have, InvalidValue for an empty text.
    [[nodiscard]] static Result<StoreLocation> parse(const QString &text);

    /// What the environment says (CONTRACT, section 2): JOB_STORE_TYPE chooses the engine, SQLITE_PATH or
    /// else DB_PATH the file. Without them the file is `defaultPath()`.
    [[nodiscard]] static Result<StoreLocation> fromEnvironment(const QProcessEnvironment &environment);

    /// `jobs.db` in the user's data directory (XDG): ~/.local/share/tallyman/jobs.db.
    [[nodiscard]] static QString defaultPath(const QProcessEnvironment &environment);
};

} // namespace tallyman
