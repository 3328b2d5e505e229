// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowmerge.h"

#include "models/jobrowreader.h"
#include "models/store/seqarray.h"

#include <QHash>
#include <QSqlError>

#include <algorithm>

namespace tallyman {

namespace {

struct ComparedColumn {
    QString expression; // never NULL
    bool descending;
};

// The order of the query in terms that can be compared: NULL comes first, also before an empty text.
QList<ComparedColumn> comparedColumns(const JobTableQuery &query)
{
    QList<ComparedColumn> columns;
    for (const SqlSortKey &key : query.keys()) {
        if (key.comparable != key.expression)
            columns.append({u'(' + key.expression + QStringLiteral(" IS NOT NULL)"), key.descending});
        columns.append({key.comparable, key.descending});
    }
    return columns;
}

// Whether a row comes after the values k0, k1 and so on, whichever way each column is ordered.
QString comesAfterSql(const QList<ComparedColumn> &columns)
{
    QString sql;
    for (qsizetype i = columns.size(); i-- > 0;) {
        const QString &expression = columns.at(i).expression;
        const QString value = u'k' + QString::number(i);
        const QString after =
            expression + (columns.at(i).descending ? QStringLiteral(" < ") : QStringLiteral(" > ")) + value;
        sql = sql.isEmpty() ? after
                            : u'(' + after + QStringLiteral(" OR (") + expression + QStringLiteral(" = ")
                + value + QStringLiteral(" AND ") + sql + QStringLiteral("))");
    }
    return sql;
}

// Asks the database which of two rows comes first; its collations and its order of types are the rule.
class RowComparison {
public:
    RowComparison(const SqliteConnection &connection, const JobTableQuery &query, const RowMap &rows)
        : m_query(connection.query())
        , m_rows(rows)
    {
        const QList<ComparedColumn> columns = comparedColumns(query);
        QStringList values;
        for (qsizetype i = 0; i < columns.size(); ++i)
            values.append(QStringLiteral("? AS k") + QString::number(i));
        m_ok = m_query.prepare(QStringLiteral("SELECT ") + comesAfterSql(columns)
                               + QStringLiteral(" FROM (SELECT ") + values.join(QLatin1StringView(", "))
                               + QStringLiteral("), jobs WHERE seq = ?"));
    }

    // Whether the row at that position of the map comes after this one.
    bool comesAfter(qsizetype position, const KeyedRow &row)
    {
        int parameter = 0;
        for (const QVariant &key : row.keys)
            m_query.bindValue(parameter++, key);
        m_query.bindValue(parameter, m_rows.at(position));
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
qsizetype placeOf(RowComparison &compare, const KeyedRow &row, qsizetype begin, qsizetype end,
                  qsizetype guess)
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

Result<KeyedRows> readKeyedRows(const SqliteConnection &connection, const JobTableQuery &query,
                                const QStringList &columns, const SeqSet &seqs)
{
    QStringList expressions = QStringList{QStringLiteral("seq")} + columns;
    const QList<ComparedColumn> compared = comparedColumns(query);
    for (const ComparedColumn &column : compared)
        expressions.append(column.expression);
    QSqlQuery select = connection.query();
    select.prepare(query.byRow(expressions.join(QLatin1StringView(", ")),
                               QStringLiteral("seq IN (SELECT value FROM json_each(?))")));
    select.bindValue(0, jsonArray(seqs.sorted()));
    KeyedRows rows;
    if (select.exec()) {
        while (select.next()) {
            rows.rows.append(jobTableRow(select, columns.size()));
            KeyedRow row{rows.rows.constLast().seq, {}};
            for (qsizetype i = 0; i < compared.size(); ++i)
                row.keys.append(select.value(static_cast<int>(1 + columns.size() + i)));
            rows.keys.append(row);
        }
    }
    if (select.lastError().isValid())
        return connection.error(select);
    return rows;
}

std::optional<RowMapChange> mergeChanged(const SqliteConnection &connection, const JobTableQuery &query,
                                         const RowMap &rows, const SeqSet &changed,
                                         const QList<KeyedRow> &present, bool whole)
{
    const QList<RowPosition> before = rows.find(changed);
    const RowMap rest = rows.without(rangesOf(before));
    QHash<qint64, qsizetype> guesses;
    for (qsizetype i = 0; i < before.size(); ++i)
        guesses.insert(before.at(i).seq, before.at(i).position - i);

    RowComparison compare(connection, query, rest);
    QList<RowPosition> places;
    qsizetype at = 0;
    for (const KeyedRow &row : present) {
        at = placeOf(compare, row, at, rest.size(), guesses.value(row.seq, -1));
        if (!compare.ok())
            return {};
        if (whole || at < rest.size())
            places.append({row.seq, at});
    }
    return difference(rows, rest.with(places), changed);
}

} // namespace tallyman
