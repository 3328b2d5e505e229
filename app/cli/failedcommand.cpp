// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/failedcommand.h"

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

QString FailedCommand::usualColumns() const
{
    return QStringLiteral("id,progress,name,provider,user,created,duration,error");
}

} // namespace tallyman::cli
