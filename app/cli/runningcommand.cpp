// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runningcommand.h"

#include <QCoreApplication>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RunningCommand)
};

} // namespace

RunningCommand::RunningCommand()
    : ListCommand(JobStatus::Running)
{
}

QLatin1StringView RunningCommand::name() const
{
    return QLatin1StringView("running");
}

QString RunningCommand::description() const
{
    return Tr::tr("List the jobs that run now.");
}

} // namespace tallyman::cli
