// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/table.h"
#include "models/domain/jobfilter.h"

#include <optional>

namespace tallyman::cli {

/// `list`: the jobs that a filter finds, newest first. The base of the commands that list one status.
class ListCommand : public Command {
public:
    ListCommand() = default;

    [[nodiscard]] QLatin1StringView name() const override;
    [[nodiscard]] QString description() const override;
    void declareOptions(OptionSet &options) override;
    [[nodiscard]] ExitCode run(Context &context) override;

protected:
    /// Lists only that status, and has no --status.
    explicit ListCommand(JobStatus only);

    /// The table of the jobs as of `now`.
    [[nodiscard]] virtual Table table(const QList<Job> &jobs, Timestamp now) const;

private:
    [[nodiscard]] Result<JobFilter> readFilter(Timestamp now) const;
    [[nodiscard]] Result<JobPage> readPage() const;
    void print(Context &context, const JobPage &page, const QList<Job> &jobs, qint64 total) const;

    std::optional<JobStatus> m_only;
    QStringList m_statuses;
    std::optional<QString> m_provider;
    std::optional<QString> m_user;
    std::optional<QString> m_name;
    std::optional<QString> m_since;
    std::optional<QString> m_until;
    std::optional<QString> m_limit;
    std::optional<QString> m_offset;
};

/// The colour of a status.
[[nodiscard]] Style styleOf(JobStatus status);

/// How long a job has run, as text; empty if it never started.
[[nodiscard]] QString elapsedText(const Job &job, Timestamp now);

} // namespace tallyman::cli
