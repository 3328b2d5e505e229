// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/addcommand.h"

#include "models/domain/jobjson.h"
#include "models/domain/jobrules.h"

#include <QCoreApplication>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(AddCommand)
};

template<typename T>
void assign(T &field, const std::optional<T> &value)
{
    if (value)
        field = *value;
}

// A new job is what its fields say; nothing in it depends on an earlier state.
void applyTo(Job &job, const JobUpdate &fields)
{
    assign(job.status, fields.status);
    assign(job.progress, fields.progress);
    assign(job.processedItems, fields.processedItems);
    assign(job.totalItems, fields.totalItems);
    assign(job.provider, fields.provider);
    assign(job.user, fields.user);
    assign(job.input, fields.input);
    assign(job.output, fields.output);
    assign(job.error, fields.error);
    assign(job.note, fields.note);
    assign(job.options, fields.options);
    assign(job.result, fields.result);
    assign(job.metadata, fields.metadata);
    assign(job.progressDetails, fields.progressDetails);
    assign(job.webhook, fields.webhook);
    assign(job.maxRetries, fields.maxRetries);
    assign(job.totalSize, fields.totalSize);
    assign(job.filesCount, fields.filesCount);
    assign(job.expiresAt, fields.expiresAt);
}

} // namespace

QLatin1StringView AddCommand::name() const
{
    return QLatin1StringView("add");
}

QString AddCommand::description() const
{
    return Tr::tr("Add a job and print its id.");
}

void AddCommand::declareOptions(OptionSet &options)
{
    options.argument(QLatin1StringView("NAME"), m_name, Tr::tr("What a person calls the job"));
    options.text(QLatin1StringView("--id"), m_id, QLatin1StringView("ID"),
                 Tr::tr("Its id; without it one is made"));
    m_fields.declare(options);
}

ExitCode AddCommand::run(Context &context)
{
    const Timestamp now = context.clock.now();
    const auto job = readJob(now);
    if (!job)
        return context.fail(job.error());
    const auto store = context.openStore();
    if (!store)
        return context.fail(store.error());
    const auto added = store->jobs->create(*job);
    if (!added)
        return context.fail(added.error());
    if (context.json)
        context.printJson(toJson(*added, context.clock.now()));
    else
        context.out.write(added->id.text() + u'\n');
    return ExitCode::Done;
}

Result<Job> AddCommand::readJob(Timestamp now) const
{
    const auto id = m_id ? JobId::fromText(*m_id) : JobId::generate(now);
    if (!id)
        return StoreError{
            ErrorCode::InvalidValue,
            Tr::tr("“%1” cannot be an id: it must have 1 to %2 characters, no control character, "
                   "and no blank at either end.")
                .arg(m_id->left(60))
                .arg(JobId::maximumLength),
            {},
            QStringLiteral("id")};
    const auto fields = m_fields.read(now);
    if (!fields)
        return fields.error();
    Job job;
    job.id = *id;
    job.name = m_name;
    applyTo(job, *fields);
    // The store checks this too; doing it first keeps a mistyped command from making a database.
    if (const auto checked = prepareNewJob(job, now); !checked)
        return checked.error();
    return job;
}

} // namespace tallyman::cli
