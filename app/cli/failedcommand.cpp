// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/failedcommand.h"

#include "app/cli/text.h"

#include <QCoreApplication>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(FailedCommand)
};

} // namespace

FailedCommand::FailedCommand()
    : ListCommand(JobStatus::Failed)
{
}

QLatin1StringView FailedCommand::name() const
{
    return QLatin1StringView("failed");
}

QString FailedCommand::description() const
{
    return Tr::tr("List the jobs that failed, with the first line of their errors.");
}

Table FailedCommand::table(const QList<Job> &jobs, Timestamp now) const
{
    Table table({{Tr::tr("ID"), {}, 0},
                 {Tr::tr("PROGRESS"), Table::Align::Right, 0},
                 {Tr::tr("NAME"), {}, 12},
                 {Tr::tr("PROVIDER"), {}, 8},
                 {Tr::tr("USER"), {}, 6},
                 {Tr::tr("CREATED"), {}, 0},
                 {Tr::tr("DURATION"), Table::Align::Right, 0},
                 {Tr::tr("ERROR"), {}, 16}});
    for (const Job &job : jobs)
        table.addRow({{job.id.text()},
                      {progressText(job.progress)},
                      {job.name},
                      {job.provider},
                      {job.user},
                      {timeText(job.createdAt)},
                      {elapsedText(job, now)},
                      {job.error.trimmed().section(u'\n', 0, 0), Style::Bad}});
    return table;
}

} // namespace tallyman::cli
