// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobtablequery.h"
#include "models/store/sqliteconnection.h"

namespace tallyman {

/// The SQL that gives the numbers of the query's first rows soonest, in a table of that many; a LIMIT is to
/// be added.
[[nodiscard]] Result<QString> firstRowsSql(const SqliteConnection &connection, const JobTableQuery &query,
                                           qint64 tableRows);

/// Whether SQLite has to find all rows of a statement and sort them before it gives the first.
[[nodiscard]] bool sortsAllRows(const SqliteConnection &connection, const QString &sql);

/// The map with those of the rows that it has moved to its front.
[[nodiscard]] RowMap broughtToFront(const RowMap &rows, const QList<qint64> &first);

} // namespace tallyman
