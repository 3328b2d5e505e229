// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/firstrows.h"

#include <cmath>
#include <optional>

namespace tallyman {

namespace {

// By an index on texts, all its matches have to be read, from all over the file, and sorted; without it, rows
// are looked at in their order until a screen full of them matches. With few matches the former is quicker,
// with many the latter. The two meet where the square of the matches is about this times the number of rows.
constexpr double matchesSquaredPerRow = 10.0;

} // namespace

Result<QString> firstRowsSql(const SqliteConnection &connection, const JobTableQuery &query, qint64 tableRows)
{
    const QString columns = QStringLiteral("seq");
    auto few = static_cast<qint64>(std::sqrt(matchesSquaredPerRow * static_cast<double>(tableRows)));
    std::optional<qsizetype> best;
    for (qsizetype i = 0; i < query.searches().size(); ++i) {
        QSqlQuery count = connection.query();
        if (!count.exec(QStringLiteral("SELECT count(*) FROM (") + query.searches().at(i)
                        + QStringLiteral(" LIMIT ") + QString::number(few + 1) + u')')
            || !count.next())
            return connection.error(count);
        if (const qint64 matches = count.value(0).toLongLong(); matches <= few) {
            few = matches;
            best = i;
        }
    }
    return best ? query.bySearch(columns, *best) : query.byRow(columns);
}

bool sortsAllRows(const SqliteConnection &connection, const QString &sql)
{
    QSqlQuery plan = connection.query();
    bool sorts = false;
    if (plan.exec(QStringLiteral("EXPLAIN QUERY PLAN ") + sql)) {
        while (plan.next())
            sorts = sorts || plan.value(3).toString().endsWith(QLatin1StringView("ORDER BY"));
    }
    return sorts;
}

RowMap broughtToFront(const RowMap &rows, const QList<qint64> &first)
{
    const QList<RowPosition> found = rows.find(SeqSet(first));
    QList<qint64> known;
    for (const RowPosition &row : found)
        known.append(row.seq);
    const SeqSet knownSet(known);
    QList<RowPosition> front;
    for (const qint64 seq : first) {
        if (knownSet.contains(seq))
            front.append({seq, 0});
    }
    return rows.without(rangesOf(found)).with(front);
}

} // namespace tallyman
