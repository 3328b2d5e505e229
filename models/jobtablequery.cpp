// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablequery.h"

namespace tallyman {

QString JobTableQuery::whereClause(const QString &more) const
{
    if (where.isEmpty() && more.isEmpty())
        return {};
    if (where.isEmpty())
        return QStringLiteral(" WHERE %1").arg(more);
    if (more.isEmpty())
        return QStringLiteral(" WHERE (%1)").arg(where);
    return QStringLiteral(" WHERE %1 AND (").arg(more) + where + QLatin1Char(')');
}

QString JobTableQuery::orderClause() const
{
    const QLatin1StringView direction(order == Qt::AscendingOrder ? "ASC" : "DESC");
    return QStringLiteral(" ORDER BY ") + sortKey + QLatin1Char(' ') + direction + QStringLiteral(", seq ")
        + direction;
}

} // namespace tallyman
