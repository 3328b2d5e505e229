// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/deletecommand.h"

#include <QCoreApplication>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DeleteCommand)
};

} // namespace

QLatin1StringView DeleteCommand::name() const
{
    return QLatin1StringView("delete");
}

QString DeleteCommand::description() const
{
    return Tr::tr("Delete jobs with their results and uploaded files.");
}

QString DeleteCommand::doneKey() const
{
    return QStringLiteral("deleted");
}

QString DeleteCommand::doneText(const QString &count, bool dryRun) const
{
    return dryRun ? Tr::tr("Jobs that would be deleted: %1.").arg(count)
                  : Tr::tr("Jobs deleted: %1.").arg(count);
}

bool DeleteCommand::allows(JobStatus) const
{
    return true;
}

Result<bool> DeleteCommand::doOne(JobStore &store, const JobId &id) const
{
    return store.remove(id);
}

Result<ManyOutcome> DeleteCommand::doMany(JobStore &store, const QList<qint64> &seqs) const
{
    return store.removeMany(seqs);
}

} // namespace tallyman::cli
