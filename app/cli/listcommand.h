// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/jobcolumns.h"
#include "models/domain/jobfilter.h"

#include <optional>

namespace tallyman::cli {

/// `list`: the jobs that a query finds, newest first unless it says otherwise. The base of the commands that
/// list one status.
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

    /// The value of --columns where none is given.
    [[nodiscard]] virtual QString usualColumns() const;

private:
    // What to list, and how.
    struct Request {
        JobFilter filter;
        JobPage page;
        JobColumns columns;
    };

    [[nodiscard]] Result<Request> readRequest(const Context &context) const;
    [[nodiscard]] Result<JobFilter> readFilter(Timestamp now) const;
    [[nodiscard]] Result<JobPage> readPage() const;
    void print(Context &context, const Request &request, const QList<Job> &jobs, qint64 total) const;

    std::optional<JobStatus> m_only;
    QStringList m_query;
    QStringList m_statuses;
    std::optional<QString> m_provider;
    std::optional<QString> m_user;
    std::optional<QString> m_name;
    std::optional<QString> m_since;
    std::optional<QString> m_until;
    std::optional<QString> m_sort;
    std::optional<QString> m_columns;
    std::optional<QString> m_limit;
    std::optional<QString> m_offset;
};

} // namespace tallyman::cli
