// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowmerge.h"

#include <QHash>

#include <algorithm>

namespace tallyman {

namespace {

// Asks the database which of two rows comes first; its collations and its order of types are the rule.
class Comparison {
public:
    Comparison(const SqliteConnection &connection, const JobTableQuery &query, const RowMap &rows)
        : m_query(connection.query())
        , m_rows(rows)
    {
        const QLatin1StringView sign(query.order == Qt::AscendingOrder ? ">" : "<");
        m_ok = m_query.prepare(
            QStringLiteral("SELECT (%1, seq) %2 (?, ?) FROM jobs WHERE seq = ?").arg(query.sortKey, sign));
    }

    // Whether the row at that position of the map comes after this one.
    bool comesAfter(qsizetype position, const KeyedRow &row)
    {
        m_query.bindValue(0, row.key);
        m_query.bindValue(1, row.seq);
        m_query.bindValue(2, m_rows.at(position));
        m_ok = m_ok && m_query.exec() && m_query.next();
        const bool after = m_ok && m_query.value(0).toBool();
        m_query.finish();
        return after;
    }

    [[nodiscard]] bool ok() const { return m_ok; }

private:
    QSqlQuery m_query;
    const RowMap &m_rows;
    bool m_ok = false;
};

// The first position from `begin` on whose row comes after this one. Looks at `guess` first: most rows
// stay where they were, and most new ones come at the front.
qsizetype placeOf(Comparison &compare, const KeyedRow &row, qsizetype begin, qsizetype end, qsizetype guess)
{
    if (guess >= begin && guess <= end && (guess == end || compare.comesAfter(guess, row))
        && (guess == begin || !compare.comesAfter(guess - 1, row)))
        return guess;
    qsizetype step = 1;
    qsizetype low = begin;
    qsizetype high = begin;
    while (high < end && compare.ok() && !compare.comesAfter(high, row)) {
        low = high + 1;
        high = std::min(end, high + step);
        step *= 2;
    }
    while (low < high && compare.ok()) {
        const qsizetype middle = low + (high - low) / 2;
        if (compare.comesAfter(middle, row))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace

std::optional<RowMap> mergeChanged(const SqliteConnection &connection, const JobTableQuery &query,
                                   const RowMap &rows, const SeqSet &changed, const QList<KeyedRow> &present)
{
    QList<std::pair<qint64, qsizetype>> wereAt;
    const RowMap rest = without(rows, changed, &wereAt);
    const QHash<qint64, qsizetype> guesses(wereAt.cbegin(), wereAt.cend());

    Comparison compare(connection, query, rest);
    RowMap merged;
    merged.reserve(rest.size() + present.size());
    qsizetype at = 0;
    for (const KeyedRow &row : present) {
        const qsizetype place = placeOf(compare, row, at, rest.size(), guesses.value(row.seq, -1));
        if (!compare.ok())
            return {};
        merged.append(rest.sliced(at, place - at));
        merged.append(row.seq);
        at = place;
    }
    merged.append(rest.sliced(at));
    return merged;
}

} // namespace tallyman
