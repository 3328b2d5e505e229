// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobtablequery.h"
#include "models/store/sqliteconnection.h"

#include <optional>

namespace tallyman {

/// A row whose place is to be found, and what it is ordered by.
struct KeyedRow {
    qint64 seq = 0;
    QVariant key;
};

/// The map after some rows changed, found without walking through all of them: takes the changed rows out
/// and puts those that are `present` (in the order of the query) where they belong, by binary search with
/// the database comparing. Nothing where the database says something that does not fit the map.
[[nodiscard]] std::optional<RowMap> mergeChanged(const SqliteConnection &connection,
                                                 const JobTableQuery &query, const RowMap &rows,
                                                 const SeqSet &changed, const QList<KeyedRow> &present);

} // namespace tallyman
