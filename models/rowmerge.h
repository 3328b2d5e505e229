// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobtablequery.h"
#include "models/store/sqliteconnection.h"

#include <optional>

namespace tallyman {

/// What has to be known of a row to find its place.
struct KeyedRow {
    qint64 seq = 0;
    QVariantList keys;
};

/// Rows of a query, in its order.
struct KeyedRows {
    QList<JobTableRow> rows;
    QList<KeyedRow> keys; ///< of the same rows
};

/// Reads those of the jobs that the query finds. `columns` are expressions on `jobs`.
[[nodiscard]] Result<KeyedRows> readKeyedRows(const SqliteConnection &connection, const JobTableQuery &query,
                                              const QStringList &columns, const SeqSet &seqs);

/// How the map changes when some rows did, found without walking through all of them: takes the changed rows
/// out and puts those that are `present` (in the order of the query) where they belong, by binary search
/// with the database comparing. `whole`: whether the map has all rows; else those that belong behind its end
/// are left out. Nothing where the database says something that does not fit the map.
[[nodiscard]] std::optional<RowMapChange> mergeChanged(const SqliteConnection &connection,
                                                       const JobTableQuery &query, const RowMap &rows,
                                                       const SeqSet &changed, const QList<KeyedRow> &present,
                                                       bool whole);

} // namespace tallyman
