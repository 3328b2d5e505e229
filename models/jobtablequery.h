// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rowmap.h"

#include <QList>
#include <QString>
#include <QVariant>

namespace tallyman {

/// Which jobs the table shows and in what order. SQL of our own making, never a user's text.
struct JobTableQuery {
    QString where; ///< a condition on `jobs`; empty: every job
    /// What the rows are ordered by: an expression on `jobs` that is never NULL and gives the same for a
    /// row as long as the row stays the same. `seq` breaks ties.
    QString sortKey = QStringLiteral("created_at");
    Qt::SortOrder order = Qt::DescendingOrder;

    /// The conditions of a WHERE clause that also asks for `more`; empty where there is none.
    [[nodiscard]] QString whereClause(const QString &more = {}) const;
    [[nodiscard]] QString orderClause() const;
};

/// One row of `jobs`: its number and its columns, in the order of the table.
struct JobTableRow {
    qint64 seq = 0;
    QList<QVariant> values;

    friend bool operator==(const JobTableRow &, const JobTableRow &) = default;
};

/// What the worker hands to the model, to be applied in the order in which it comes.
struct JobTableUpdate {
    enum class Kind {
        Replace, ///< forget the rows there were; `change` holds only the new ones
        Amend, ///< `change` leads on from the rows of the last update
    };

    Kind kind = Kind::Amend;
    bool complete = true; ///< whether these are all the rows, and not just the first screen
    bool rereadShown = false; ///< whether rows that were read before may have changed unnoticed
    RowMapChange change;
    QList<JobTableRow> rows; ///< rows that are new or have changed, as they are now
};

} // namespace tallyman
