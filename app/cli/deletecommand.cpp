// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/deletecommand.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <utility>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DeleteCommand)
};

// Whether the job was there and is deleted now.
Result<bool> deleteJob(JobStore &store, const QString &text)
{
    const auto id = JobId::fromText(text);
    if (!id)
        return false;
    return store.remove(*id);
}

} // namespace

QLatin1StringView DeleteCommand::name() const
{
    return QLatin1StringView("delete");
}

QString DeleteCommand::description() const
{
    return Tr::tr("Delete jobs with their results and uploaded files.");
}

void DeleteCommand::declareOptions(OptionSet &options)
{
    options.arguments(QLatin1StringView("ID"), m_ids, Tr::tr("The ids of the jobs"));
}

ExitCode DeleteCommand::run(Context &context)
{
    const auto store = context.openStore();
    if (!store)
        return context.fail(store.error());
    m_ids.removeDuplicates();
    ExitCode code = ExitCode::Done;
    QJsonArray deleted;
    QJsonArray notFound;
    for (const QString &id : std::as_const(m_ids)) {
        const auto removed = deleteJob(*store->jobs, id);
        if (!removed) { // what stops one delete will stop the others too
            code = context.fail(removed.error());
            break;
        }
        if (*removed) {
            deleted.append(id);
        } else {
            notFound.append(id);
            code = context.fail(noSuchJob(id));
        }
    }
    if (context.json)
        context.printJson({{QStringLiteral("deleted"), deleted}, {QStringLiteral("not_found"), notFound}});
    return code;
}

} // namespace tallyman::cli
