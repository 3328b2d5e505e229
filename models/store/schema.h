// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/sqliteconnection.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tallyman {

/// What marks a database as ours: SQLite's application_id, "TALY" in ASCII.
inline constexpr qint32 applicationId = 0x54414c59;

/// The scripts that make the schema of this program: number n leads from schema n - 1 to n. A database's
/// user_version is the number of its schema.
[[nodiscard]] QList<QByteArray> builtInMigrations();

/// Makes the file a database of the newest schema: makes a new one where there is none, and brings an
/// older one up to date after a copy beside it (`<path>.before-schema-<n>`). A new database appears under
/// its name only when it is whole. Anything else than a Tallyman database of a schema we know is refused
/// and left byte for byte: NotADatabase, Empty, Foreign, TooNew, Corrupt, CannotOpen.
[[nodiscard]] Result<void> prepareDatabaseFile(const QString &path,
                                               const QList<QByteArray> &migrations = builtInMigrations());

/// Runs the migrations that the open database lacks, each in a transaction of its own.
[[nodiscard]] Result<void> migrate(const SqliteConnection &connection, const QList<QByteArray> &migrations);

} // namespace tallyman
