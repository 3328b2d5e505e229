// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/filtertime.h"
#include "models/domain/job.h"
#include "models/domain/jobfilter.h"

#include <QRandomGenerator>
#include <QStringList>

namespace tallyman::test {

/// Queries of every kind, whose texts and times are likely to meet those of randomJobs().
class RandomFilters {
public:
    explicit RandomFilters(quint32 seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] JobFilter next();

private:
    [[nodiscard]] int below(int limit) { return m_random.bounded(limit); }
    [[nodiscard]] FilterValue value(const FilterFieldInfo &field);
    [[nodiscard]] FilterTime time();
    template<typename T, typename Make>
    [[nodiscard]] Compared<T> compared(const Make &make);

    QRandomGenerator m_random;
};

/// Jobs with awkward texts: quotes, percent signs, Unicode, empty and huge values.
[[nodiscard]] QList<Job> randomJobs(int count, quint32 seed, Timestamp now);

/// What a query finds, told in plain C++ and without SQL: the reference that its SQL is held against. Words
/// are not looked for in results.
[[nodiscard]] bool matches(const JobFilter &filter, const Job &job, const FilterContext &context);

} // namespace tallyman::test
