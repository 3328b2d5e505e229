// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobfilter.h"

#include <array>

namespace tallyman {

/// A property by whose values jobs are counted and narrowed down.
enum class Facet { Status, Provider, User, Age };

inline constexpr std::array allFacets{Facet::Status, Facet::Provider, Facet::User, Facet::Age};

/// What a query says about a value of a facet.
enum class FacetUse { Free, Included, Excluded };

/// The field of a query that asks about the facet.
[[nodiscard]] FilterField fieldOf(Facet facet);

/// Today, yesterday, less than 7 days ago, less than 30, and longer ago: the values of Age. The third and the
/// fourth take in those before.
[[nodiscard]] QList<FilterValue> ageValues();

[[nodiscard]] FacetUse useOf(const JobFilter &filter, Facet facet, const FilterValue &value);

/// The query with that value as one of those that a job may have; or, where it is one already, without it.
/// An age other than ageValues() makes room.
[[nodiscard]] JobFilter toggled(JobFilter filter, Facet facet, const FilterValue &value);
/// The query with that value as one that no job may have; or, where it is one already, without it.
[[nodiscard]] JobFilter excluded(JobFilter filter, Facet facet, const FilterValue &value);

/// The query without what it says about the facet.
[[nodiscard]] JobFilter without(JobFilter filter, Facet facet);

/// Whether the counters by provider and status (`job_totals`) tell how many jobs the query finds.
[[nodiscard]] bool isCountedInTotals(const JobFilter &filter);

} // namespace tallyman
