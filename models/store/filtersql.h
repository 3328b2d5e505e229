// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filtertime.h"
#include "models/domain/jobfilter.h"

#include <QString>

namespace tallyman {

/// How words, and texts that name or error contain, are looked for. Both find the same jobs.
enum class WordSearch {
    ByIndex, ///< in the trigram index; texts of fewer than three characters row by row
    ByRow, ///< row by row: quicker where few rows need to be looked at until enough are found
};

/// The condition of a query on the table `jobs`, whose columns it names without a prefix: fit for a WHERE
/// clause, never NULL where it is negated. Empty: every job. Texts are in it as literals of SQL.
[[nodiscard]] QString whereOf(const JobFilter &filter, const FilterContext &context,
                              WordSearch search = WordSearch::ByIndex);

/// A SELECT of the numbers of the rows that meet the term, some perhaps twice, which gives the first ones at
/// once. Empty where no index on texts answers the term. `deep` is that of its filter.
[[nodiscard]] QString indexSearchOf(const FilterTerm &term, bool deep, const FilterContext &context);

/// One thing that rows are ordered by.
struct SqlSortKey {
    QString expression; ///< on `jobs`; may be NULL, which comes first. An index may serve it
    QString comparable; ///< the same in the same order, and never NULL
    bool descending = false;
};

/// What the rows of a query are ordered by: its sort, and what makes the order total. Newest first where it
/// names none.
[[nodiscard]] QList<SqlSortKey> sortKeysOf(const QList<SortKey> &sort, const FilterContext &context);

/// `ORDER BY ...` of those keys.
[[nodiscard]] QString orderClause(const QList<SqlSortKey> &keys);

/// A text as a literal of SQL.
[[nodiscard]] QString sqlLiteral(const QString &text);

} // namespace tallyman
