// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablequery.h"

namespace tallyman {

namespace {

QString both(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return a + b;
    return u'(' + a + QStringLiteral(") AND (") + b + u')';
}

} // namespace

JobTableQuery::JobTableQuery(const JobFilter &filter, const FilterContext &context)
    : m_deep(filter.deep)
    , m_keys(sortKeysOf(filter.sort, context))
    , m_byRow(whereOf(filter, context, WordSearch::ByRow))
    , m_byIndex(whereOf(filter, context, WordSearch::ByIndex))
{
    for (qsizetype i = 0; i < filter.terms.size(); ++i) {
        const QString search = indexSearchOf(filter.terms.at(i), filter.deep, context);
        if (search.isEmpty())
            continue;
        JobFilter rest = filter;
        rest.terms.removeAt(i);
        m_searches.append(search);
        m_bySearch.append(
            both(QStringLiteral("seq IN (") + search + u')', whereOf(rest, context, WordSearch::ByRow)));
    }
}

QString JobTableQuery::byRow(const QString &columns, const QString &more) const
{
    return select(columns, m_byRow, more);
}

QString JobTableQuery::byIndex(const QString &columns) const
{
    return select(columns, m_byIndex, {});
}

QString JobTableQuery::bySearch(const QString &columns, qsizetype search) const
{
    return select(columns, m_bySearch.at(search), {});
}

// Not by QString::arg, which would take a percent sign of the user's for its own.
QString JobTableQuery::select(const QString &columns, const QString &where, const QString &more) const
{
    const QString condition = both(more, where);
    return QStringLiteral("SELECT ") + columns + QStringLiteral(" FROM jobs ")
        + (condition.isEmpty() ? QString() : QStringLiteral("WHERE ") + condition + u' ')
        + orderClause(m_keys);
}

} // namespace tallyman
