// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobstatus.h"

#include <QList>
#include <QString>

#include <array>
#include <chrono>
#include <optional>

namespace tallyman {

/// A number for each status.
class StatusCounts {
public:
    [[nodiscard]] qint64 operator[](JobStatus status) const { return m_counts[index(status)]; }
    qint64 &operator[](JobStatus status) { return m_counts[index(status)]; }
    [[nodiscard]] qint64 total() const;

    friend bool operator==(const StatusCounts &, const StatusCounts &) = default;

private:
    static std::size_t index(JobStatus status) { return static_cast<std::size_t>(status); }

    std::array<qint64, allJobStatuses.size()> m_counts{};
};

/// The numbers of CONTRACT, section 2. `present` counts the jobs that are in the store now. Everything
/// else counts ends as they happened and stays when jobs are deleted or pruned; a retry takes its job's
/// end back.
struct Statistics {
    /// Of the ends of one provider, or of all.
    struct Ends {
        StatusCounts jobs; ///< only the three ends are ever above 0
        qint64 timed = 0; ///< how many completed jobs had a start and an end
        std::chrono::milliseconds duration{0}; ///< of those, added up
        qint64 slow = 0; ///< how many took longer than an hour, whatever their end

        /// Completed of completed and failed, in percent; nothing before the first.
        [[nodiscard]] std::optional<double> successRate() const;
        /// Of completed jobs; nothing before the first.
        [[nodiscard]] std::optional<std::chrono::milliseconds> averageDuration() const;

        Ends &operator+=(const Ends &other);
        friend bool operator==(const Ends &, const Ends &) = default;
    };
    struct Provider {
        QString name; ///< empty for the jobs that name none
        StatusCounts present;
        Ends ends;

        friend bool operator==(const Provider &, const Provider &) = default;
    };

    StatusCounts present;
    Ends ends;
    QList<Provider> providers; ///< by name

    friend bool operator==(const Statistics &, const Statistics &) = default;
};

} // namespace tallyman
