// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobcounts.h"

#include <QStringList>

#include <algorithm>

namespace tallyman {

namespace {

using L = QLatin1StringView;

// The counters as if they were the table of jobs, `present` jobs to a row.
constexpr L totals("(SELECT nullif(provider, '') AS provider, status, present FROM job_totals "
                   "WHERE present <> 0)");

QString whereClause(const QString &condition)
{
    return condition.isEmpty() ? QString() : L(" WHERE ") + condition;
}

QString conditionOf(const FilterValue &age, const FilterContext &context)
{
    JobFilter filter;
    filter.add(FilterField::Created, age);
    return whereOf(filter, context);
}

QString ageBits(const FilterContext &context)
{
    QStringList bits;
    const QList<FilterValue> ages = ageValues();
    for (qsizetype i = 0; i < ages.size(); ++i)
        bits << QStringLiteral("(%1) * %2").arg(conditionOf(ages.at(i), context)).arg(1 << i);
    return bits.join(L(" + "));
}

// Of every job, each age by a walk over its part of the index; the last one is what is left.
QString everyAge(const FilterContext &context)
{
    const QList<FilterValue> ages = ageValues();
    QStringList selects;
    for (qsizetype i = 0; i + 1 < ages.size(); ++i)
        selects << QStringLiteral("SELECT %1, count(*) FROM jobs WHERE %2")
                       .arg(1 << i)
                       .arg(conditionOf(ages.at(i), context));
    auto rest = std::get<Compared<FilterTime>>(ages.constLast());
    rest.how = Comparison::AtMost;
    selects << QStringLiteral("SELECT %1, (SELECT ifnull(sum(present), 0) FROM job_totals) - "
                              "(SELECT count(*) FROM jobs WHERE %2)")
                   .arg(1 << (ages.size() - 1))
                   .arg(conditionOf(rest, context));
    return selects.join(L(" UNION ALL "));
}

QString columnOf(Facet facet, const FilterContext &context)
{
    return facet == Facet::Age ? ageBits(context) : QString(info(fieldOf(facet)).name);
}

FacetSelect selectTogether(const QList<Facet> &facets, const QString &condition, const FilterContext &context)
{
    QStringList columns;
    QStringList numbers;
    for (const Facet facet : facets) {
        columns << columnOf(facet, context);
        numbers << QString::number(columns.size());
    }
    return {facets,
            QStringLiteral("SELECT %1, count(*) FROM jobs").arg(columns.join(L(", ")))
                + whereClause(condition) + L(" GROUP BY ") + numbers.join(L(", "))};
}

} // namespace

QList<FacetSelect> facetSelects(const JobFilter &filter, const QList<Facet> &facets,
                                const FilterContext &context)
{
    QList<FacetSelect> selects;
    QList<std::pair<QString, QList<Facet>>> together; // by condition
    for (const Facet facet : facets) {
        const JobFilter others = without(filter, facet);
        const QString condition = whereOf(others, context);
        if ((facet == Facet::Status || facet == Facet::Provider) && isCountedInTotals(others)) {
            selects.append({{facet},
                            QStringLiteral("SELECT %1, sum(present) FROM ").arg(columnOf(facet, context))
                                + totals + whereClause(condition) + L(" GROUP BY 1")});
        } else if (condition.isEmpty()) {
            selects.append(facet == Facet::Age ? FacetSelect{{facet}, everyAge(context)}
                                               : selectTogether({facet}, {}, context));
        } else {
            const auto same = std::find_if(together.begin(), together.end(),
                                           [&](const auto &entry) { return entry.first == condition; });
            if (same != together.end())
                same->second.append(facet);
            else
                together.append({condition, {facet}});
        }
    }
    for (const auto &[condition, same] : std::as_const(together))
        selects.append(selectTogether(same, condition, context));
    return selects;
}

QString countSelect(const JobFilter &filter, const FilterContext &context)
{
    const QString where = whereClause(whereOf(filter, context));
    if (isCountedInTotals(filter))
        return L("SELECT ifnull(sum(present), 0) FROM ") + totals + where;
    return L("SELECT count(*) FROM jobs") + where;
}

} // namespace tallyman
