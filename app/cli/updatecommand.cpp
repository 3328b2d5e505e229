// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/updatecommand.h"

#include "models/domain/jobjson.h"

#include <QCoreApplication>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(UpdateCommand)
};

} // namespace

QLatin1StringView UpdateCommand::name() const
{
    return QLatin1StringView("update");
}

QString UpdateCommand::description() const
{
    return Tr::tr("Change a job: its status, its progress, any field. An empty value clears a field.");
}

void UpdateCommand::declareOptions(OptionSet &options)
{
    options.argument(QLatin1StringView("ID"), m_id, Tr::tr("The id of the job"));
    options.text(QLatin1StringView("--name"), m_name, QLatin1StringView("TEXT"),
                 Tr::tr("What a person calls the job"));
    options.flag(QLatin1StringView("--pin"), m_pin, Tr::tr("Keep it; pruning leaves it alone"));
    options.flag(QLatin1StringView("--unpin"), m_unpin, Tr::tr("Keep it no longer than others"));
    m_fields.declare(options);
}

ExitCode UpdateCommand::run(Context &context)
{
    auto update = m_fields.read(context.clock.now());
    if (!update)
        return context.fail(update.error());
    update->name = m_name;
    if (m_pin && m_unpin)
        return context.fail({ErrorCode::InvalidValue,
                             Tr::tr("--pin and --unpin contradict each other. Give one of them."),
                             {},
                             {}});
    if (m_pin || m_unpin)
        update->pinned = m_pin;
    if (*update == JobUpdate{})
        return context.fail({ErrorCode::InvalidValue,
                             Tr::tr("There is nothing to change: give at least one field, such as "
                                    "--progress 0.5."),
                             {},
                             {}});
    const auto id = JobId::fromText(m_id);
    if (!id)
        return context.fail(noSuchJob(m_id));
    const auto store = context.openStore();
    if (!store)
        return context.fail(store.error());
    const auto job = store->jobs->update(*id, *update);
    if (!job)
        return context.fail(job.error());
    if (!*job)
        return context.fail(noSuchJob(m_id));
    if (context.json)
        context.printJson(toJson(**job, context.clock.now()));
    return ExitCode::Done;
}

} // namespace tallyman::cli
