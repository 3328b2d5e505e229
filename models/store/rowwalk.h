// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sqliteconnection.h"

#include <QList>

#include <functional>
#include <optional>

struct sqlite3_stmt;

namespace tallyman {

/// Reads the first column of all rows that a statement gives.
class RowWalk {
public:
    enum class End {
        Whole, ///< those were all rows
        Stopped, ///< on the way
        Failed, ///< see error()
    };

    /// Gives each number to `take`.
    RowWalk(const SqliteConnection &connection, QString sql, std::function<void(qint64)> take);

    /// Asks `goOn` now and then whether to. A progress handler of the connection's may stop it as well; while
    /// no row is found, only that can.
    [[nodiscard]] End run(const std::function<bool()> &goOn);

    /// How many rows it has found so far.
    [[nodiscard]] qint64 found() const { return m_found; }
    /// How many it has looked at so far; 0 where an index leads to those that are found.
    [[nodiscard]] qint64 lookedAt() const;
    [[nodiscard]] const StoreError &error() const { return m_error; }

private:
    [[nodiscard]] End runQuickly(const std::function<bool()> &goOn);

    const SqliteConnection &m_connection;
    QString m_sql;
    std::function<void(qint64)> m_take;
    qint64 m_found = 0;
    sqlite3_stmt *m_statement = nullptr; // only while it runs
    StoreError m_error;
};

/// Reads the first column of all rows that the statement gives. Nothing where it was cancelled: by
/// `cancelled`, which is asked now and then, or by a progress handler of the connection's.
[[nodiscard]] Result<std::optional<QList<qint64>>>
walkRows(const SqliteConnection &connection, const QString &sql, const std::function<bool()> &cancelled);

} // namespace tallyman
