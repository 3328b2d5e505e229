// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobstatus.h"
#include "models/domain/timestamp.h"

#include <optional>
#include <string>

namespace tallyman::test {

/// A job as it goes into the database: UTF-8, an empty text being an absent one.
struct PlainJob {
    std::string id;
    std::string name;
    std::string provider;
    std::string user;
    JobStatus status = JobStatus::Pending;
    double progress = 0.0;
    std::optional<qint64> totalItems;
    qint64 processedItems = 0;
    int retryCount = 0;
    std::optional<qint64> totalSize;
    std::optional<qint64> filesCount;
    Timestamp createdAt;
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> completedAt;
    std::optional<Timestamp> heartbeatAt;
    std::string input;
    std::string output;
    std::string error;
    std::string metadata;
};

/// Any number of jobs such as people have, oldest first: a dozen providers of very different size, forty
/// users, four hundred days of work up to a moment. The same for the same arguments.
class ManyJobs {
public:
    ManyJobs(qint64 count, Timestamp end);

    /// The next job; valid until the next call. Not more than `count` times.
    [[nodiscard]] const PlainJob &next();

private:
    quint64 random();
    qint64 below(qint64 limit); // 0 to limit - 1
    double share(); // 0 to 1
    void setId();
    void setTimes(double typicalSeconds);
    void setNames(const struct Producer &producer);
    void setOutcome(const struct Producer &producer);

    qint64 m_count;
    Timestamp m_end;
    qint64 m_index = 0;
    quint64 m_state = 20260121;
    PlainJob m_job;
};

} // namespace tallyman::test
