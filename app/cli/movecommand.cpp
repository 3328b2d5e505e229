// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/movecommand.h"

#include <QCoreApplication>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(MoveCommand)
};

} // namespace

MoveCommand::MoveCommand(JobStatus to)
{
    m_move.status = to;
}

bool MoveCommand::allows(JobStatus status) const
{
    return status == *m_move.status || canMove(status, *m_move.status);
}

Result<bool> MoveCommand::doOne(JobStore &store, const JobId &id) const
{
    const auto updated = store.update(id, m_move);
    if (!updated)
        return updated.error();
    return updated->has_value();
}

Result<ManyOutcome> MoveCommand::doMany(JobStore &store, const QList<qint64> &seqs) const
{
    return store.updateMany(seqs, m_move);
}

CancelCommand::CancelCommand()
    : MoveCommand(JobStatus::Cancelled)
{
}

QLatin1StringView CancelCommand::name() const
{
    return QLatin1StringView("cancel");
}

QString CancelCommand::description() const
{
    return Tr::tr("Cancel jobs that are pending or running.");
}

QString CancelCommand::doneText(const QString &count, bool dryRun) const
{
    return dryRun ? Tr::tr("Jobs that would be cancelled: %1.").arg(count)
                  : Tr::tr("Jobs cancelled: %1.").arg(count);
}

RetryCommand::RetryCommand()
    : MoveCommand(JobStatus::Pending)
{
}

QLatin1StringView RetryCommand::name() const
{
    return QLatin1StringView("retry");
}

QString RetryCommand::description() const
{
    return Tr::tr("Send jobs that failed or were cancelled back to pending.");
}

QString RetryCommand::doneText(const QString &count, bool dryRun) const
{
    return dryRun ? Tr::tr("Jobs that would be pending again: %1.").arg(count)
                  : Tr::tr("Jobs pending again: %1.").arg(count);
}

} // namespace tallyman::cli
