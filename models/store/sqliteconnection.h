// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <memory>

struct sqlite3;

namespace tallyman {

/// One connection to the database, set up the way every connection of ours must be: a busy timeout,
/// synchronous=FULL, and no checkpoints of its own (see JobWriter). Used by one thread at a time, the one
/// that opened it.
class SqliteConnection {
public:
    enum class Mode { ReadOnly, ReadWrite };

    /// `databaseName` is a path or a `file:` URI; see OpenStore::databaseName. Does not make a new file.
    [[nodiscard]] static Result<std::unique_ptr<SqliteConnection>> open(const QString &databaseName,
                                                                        Mode mode);

    SqliteConnection(const SqliteConnection &) = delete;
    SqliteConnection &operator=(const SqliteConnection &) = delete;
    ~SqliteConnection();

    [[nodiscard]] const QSqlDatabase &database() const { return m_database; }
    /// As it was given to open().
    [[nodiscard]] const QString &databaseName() const { return m_databaseName; }

    /// SQLite's own handle, for what Qt has no call for. Null where Qt's driver brings another copy of
    /// SQLite than the one we link: two copies must never touch one handle.
    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

    /// A forward-only query of this connection.
    [[nodiscard]] QSqlQuery query() const;

    /// Runs one statement that gives no rows.
    [[nodiscard]] Result<void> execute(const QString &sql) const;

    /// The error of a query that failed, in our terms; `databaseName` for the message.
    [[nodiscard]] StoreError error(const QSqlQuery &query) const;

private:
    SqliteConnection(QString connectionName, QString databaseName);

    QString m_connectionName;
    QString m_databaseName;
    QSqlDatabase m_database;
    sqlite3 *m_handle = nullptr;
};

/// The error of a SQLite result code (https://www.sqlite.org/rescode.html), primary or extended.
[[nodiscard]] StoreError sqliteError(int resultCode, const QString &detail, const QString &databaseName);

} // namespace tallyman
