// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/facets.h"

#include <algorithm>

namespace tallyman {

namespace {

using namespace std::chrono_literals;

FilterValue age(Comparison how, std::chrono::milliseconds span)
{
    return Compared<FilterTime>{how, {FilterTime::Kind::Span, {}, span}, {}};
}

FilterValue day(FilterTime::Kind kind)
{
    return Compared<FilterTime>{Comparison::Equal, {kind, {}, {}}, {}};
}

bool holds(const JobFilter &filter, FilterField field, const FilterValue &value, bool negated)
{
    return std::any_of(filter.terms.begin(), filter.terms.end(), [&](const FilterTerm &term) {
        return term.field == field && term.negated == negated && term.values.contains(value);
    });
}

void takeOut(JobFilter &filter, FilterField field, const FilterValue &value, bool negated)
{
    for (FilterTerm &term : filter.terms) {
        if (term.field == field && term.negated == negated)
            term.values.removeAll(value);
    }
    filter.terms.removeIf([](const FilterTerm &term) { return term.values.isEmpty(); });
}

void makeRoom(JobFilter &filter, Facet facet)
{
    if (facet != Facet::Age)
        return;
    const QList<FilterValue> known = ageValues();
    filter.terms.removeIf([&known](const FilterTerm &term) {
        return term.field == FilterField::Created && !term.negated
            && !std::all_of(term.values.begin(), term.values.end(),
                            [&known](const FilterValue &value) { return known.contains(value); });
    });
}

// Into each term there is, since all of them must hold (one is enough to leave something out); where there is
// none, into one of its own.
void putIn(JobFilter &filter, FilterField field, const FilterValue &value, bool negated)
{
    bool found = false;
    for (FilterTerm &term : filter.terms) {
        if (term.field == field && term.negated == negated && !(negated && found)) {
            term.values.append(value);
            found = true;
        }
    }
    if (!found)
        filter.add(field, value, negated);
}

} // namespace

FilterField fieldOf(Facet facet)
{
    switch (facet) {
    case Facet::Status:
        return FilterField::Status;
    case Facet::Provider:
        return FilterField::Provider;
    case Facet::User:
        return FilterField::User;
    case Facet::Age:
        return FilterField::Created;
    }
    Q_UNREACHABLE();
}

QList<FilterValue> ageValues()
{
    return {day(FilterTime::Kind::Today), day(FilterTime::Kind::Yesterday), age(Comparison::Less, 7 * 24h),
            age(Comparison::Less, 30 * 24h), age(Comparison::Greater, 30 * 24h)};
}

FacetUse useOf(const JobFilter &filter, Facet facet, const FilterValue &value)
{
    if (holds(filter, fieldOf(facet), value, true))
        return FacetUse::Excluded;
    return holds(filter, fieldOf(facet), value, false) ? FacetUse::Included : FacetUse::Free;
}

JobFilter toggled(JobFilter filter, Facet facet, const FilterValue &value)
{
    const FilterField field = fieldOf(facet);
    takeOut(filter, field, value, true);
    if (holds(filter, field, value, false)) {
        takeOut(filter, field, value, false);
        return filter;
    }
    makeRoom(filter, facet);
    putIn(filter, field, value, false);
    return filter;
}

JobFilter excluded(JobFilter filter, Facet facet, const FilterValue &value)
{
    const FilterField field = fieldOf(facet);
    takeOut(filter, field, value, false);
    if (holds(filter, field, value, true)) {
        takeOut(filter, field, value, true);
        return filter;
    }
    putIn(filter, field, value, true);
    return filter;
}

JobFilter without(JobFilter filter, Facet facet)
{
    filter.terms.removeIf([field = fieldOf(facet)](const FilterTerm &term) { return term.field == field; });
    return filter;
}

bool isCountedInTotals(const JobFilter &filter)
{
    return std::all_of(filter.terms.begin(), filter.terms.end(), [](const FilterTerm &term) {
        return term.field == FilterField::Status || term.field == FilterField::Provider;
    });
}

} // namespace tallyman
