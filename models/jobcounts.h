// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facets.h"
#include "models/querysuggestions.h"
#include "models/store/filtersql.h"

#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <utility>

namespace tallyman {

/// Something to be counted.
struct CountQuestion {
    enum class Kind {
        Jobs, ///< how many jobs the query finds
        Facets, ///< how many of them have each value of those facets, their own terms left out
        Names, ///< which providers and users there are; the query does not matter
    };

    int id = 0; ///< of the asker's own; comes back with the answer
    Kind kind = Kind::Jobs;
    JobFilter filter;
    QList<Facet> facets;
    std::chrono::milliseconds limit{0}; ///< gives up after that time; 0: never
};

/// How many jobs there are of each value, the most frequent first; ages in their own order. A provider or
/// user of no text stands for jobs without one.
struct FacetCounts {
    /// Of a facet with more values only the most frequent are told.
    static constexpr int mostValues = 1000;

    Facet facet = Facet::Status;
    QList<std::pair<FilterValue, qint64>> counts;
};

/// The answer, or a part of it: each facet may come by itself.
struct CountAnswer {
    int id = 0;
    bool tooSlow = false; ///< it would have taken longer than the limit
    qint64 jobs = 0;
    QList<FacetCounts> facets;
    KnownNames names;
};

/// One SELECT for some of a question's facets; all but the last column are the values, in that order, the
/// last one is the number of jobs. The value of Age is a number: a bit for each of ageValues().
struct FacetSelect {
    QList<Facet> facets;
    QString sql;
};

/// Facets with the same condition are counted together, those that an index or job_totals serves alone.
[[nodiscard]] QList<FacetSelect> facetSelects(const JobFilter &filter, const QList<Facet> &facets,
                                              const FilterContext &context);
/// Gives one number.
[[nodiscard]] QString countSelect(const JobFilter &filter, const FilterContext &context);

} // namespace tallyman
