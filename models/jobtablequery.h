// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rowmap.h"
#include "models/store/filtersql.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace tallyman {

/// Which jobs the table shows and in what order, as SQL.
class JobTableQuery {
public:
    /// Every job, newest first.
    JobTableQuery() = default;
    /// Relative times of the filter are relative to the context's now, for as long as the query lives.
    JobTableQuery(const JobFilter &filter, const FilterContext &context);

    [[nodiscard]] bool isEveryJob() const { return m_byRow.isEmpty(); }
    [[nodiscard]] bool isDeep() const { return m_deep; }
    /// What the rows are ordered by. The order is total.
    [[nodiscard]] const QList<SqlSortKey> &keys() const { return m_keys; }

    /// Of each condition that an index on texts answers: a SELECT of the row numbers that meet it, some
    /// perhaps twice.
    [[nodiscard]] const QStringList &searches() const { return m_searches; }

    /// `SELECT columns FROM jobs` with condition and order. The texts of the query are looked for row by
    /// row, or in the index. `more` is a further condition.
    [[nodiscard]] QString byRow(const QString &columns, const QString &more = {}) const;
    [[nodiscard]] QString byIndex(const QString &columns) const;
    /// Looks for the texts of one of searches() in the index, and for all others row by row.
    [[nodiscard]] QString bySearch(const QString &columns, qsizetype search) const;

private:
    [[nodiscard]] QString select(const QString &columns, const QString &where, const QString &more) const;

    bool m_deep = false;
    QList<SqlSortKey> m_keys = sortKeysOf({}, {});
    QString m_byRow;
    QString m_byIndex;
    QStringList m_searches;
    QStringList m_bySearch; // conditions
};

/// One row of `jobs`: its number and the columns of the table, in their order.
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
    enum class State {
        Reading, ///< these are the first rows, in their order; the rest is being read
        Complete, ///< these are all rows
        Stopped, ///< the rest is not going to be read: somebody cancelled that
    };

    Kind kind = Kind::Amend;
    State state = State::Complete;
    bool rereadShown = false; ///< whether rows that were read before may have changed unnoticed
    bool reverted = false; ///< cancelled, and these are the rows of the query before
    RowMapChange change;
    QList<JobTableRow> rows; ///< rows that are new or have changed, as they are now
};

} // namespace tallyman
