// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/manycommand.h"

#include "app/cli/interruption.h"
#include "app/cli/jobcolumns.h"
#include "app/cli/progressline.h"
#include "app/cli/querytext.h"
#include "models/domain/jobjson.h"

#include <QJsonArray>

#include <utility>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ManyCommand)
};

using L = QLatin1StringView;

constexpr qint64 shownOfDryRun = 10;

StoreError usage(L option, const QString &message)
{
    return {ErrorCode::InvalidValue, message, {}, option};
}

QJsonArray toArray(const QStringList &ids)
{
    return QJsonArray::fromStringList(ids);
}

} // namespace

void ManyCommand::declareOptions(OptionSet &options)
{
    options.optionalArguments(L("ID"), m_ids, Tr::tr("The ids of the jobs"));
    options.text(
        L("--query"), m_query, L("QUERY"),
        Tr::tr("Instead of ids: all jobs that match, such as 'status:failed created:<7d' (see `tallymanctl "
               "list --help`)"));
    options.flag(L("--dry-run"), m_dryRun, Tr::tr("Only show how many jobs, and which"));
}

ExitCode ManyCommand::run(Context &context)
{
    if (m_ids.isEmpty() == !m_query)
        return context.fail(
            usage(L("--query"),
                  m_query ? Tr::tr("Give ids or --query, not both.") : Tr::tr("ID or --query is missing.")));
    const auto filter = m_query ? readFilter() : Result<JobFilter>(JobFilter());
    if (!filter)
        return context.fail(filter.error());
    const auto store = context.openStore();
    if (!store)
        return context.fail(store.error());
    if (!m_query)
        return runOnIds(context, *store->jobs);
    return m_dryRun ? tryQuery(context, *store->jobs, *filter) : runOnQuery(context, *store->jobs, *filter);
}

Result<JobFilter> ManyCommand::readFilter() const
{
    auto filter = queryOf({*m_query});
    if (filter && filter->isEmpty()) // a variable of a script that was never set, perhaps
        return usage(L("--query"),
                     Tr::tr("--query has no condition, and nothing was done. If you mean every job, write "
                            "'created:>1970'."));
    return filter;
}

// Whether the job is there.
Result<bool> ManyCommand::doOrTry(JobStore &store, const QString &text)
{
    const auto id = JobId::fromText(text);
    if (!id)
        return false;
    if (!m_dryRun)
        return doOne(store, *id);
    const auto job = store.findById(*id);
    if (!job)
        return job.error();
    if (!*job)
        return false;
    if (!allows((*job)->status))
        return StoreError{ErrorCode::IllegalMove,
                          Tr::tr("The job %1 is %2.").arg(text, toWord((*job)->status)),
                          {},
                          QStringLiteral("status")};
    if (m_tried.size() < shownOfDryRun)
        m_tried << **job;
    return true;
}

ExitCode ManyCommand::runOnIds(Context &context, JobStore &store)
{
    m_ids.removeDuplicates();
    ExitCode code = ExitCode::Done;
    QStringList done;
    QStringList refused;
    QStringList notFound;
    for (const QString &id : std::as_const(m_ids)) {
        const auto one = doOrTry(store, id);
        if (one) {
            (*one ? done : notFound) << id;
            if (!*one)
                code = context.fail(noSuchJob(id));
            continue;
        }
        code = context.fail(one.error());
        if (one.error().code != ErrorCode::IllegalMove)
            break; // what stops one will stop the others too
        refused << id;
    }
    if (context.json) {
        QJsonObject object{{doneKey(), toArray(done)},
                           {QStringLiteral("refused"), toArray(refused)},
                           {QStringLiteral("not_found"), toArray(notFound)}};
        if (m_dryRun)
            object.insert(QStringLiteral("dry_run"), true);
        context.printJson(object);
    } else if (m_dryRun) {
        printTried(context, m_tried, done.size());
    }
    return code;
}

// What would be done: the first of the jobs, and how many they are.
void ManyCommand::printTried(Context &context, const QList<Job> &first, qint64 count) const
{
    if (!first.isEmpty()) {
        const auto columns = jobColumnsOf(QStringLiteral("id,status,progress,name,provider,user,created"));
        context.out.write(jobTable(*columns, first, context.clock.now()).text(context.terminal));
        context.out.flush(); // before the last line, which goes another way
    }
    context.say(doneText(context.locale.toString(count), true));
}

ExitCode ManyCommand::tryQuery(Context &context, JobStore &store, const JobFilter &filter) const
{
    JobFilter allowed = filter;
    QList<JobStatus> statuses;
    for (const JobStatus status : allJobStatuses) {
        if (allows(status))
            statuses << status;
    }
    allowed.addStatuses(statuses);
    const auto matched = store.count(filter);
    if (!matched)
        return context.fail(matched.error());
    const auto count = store.count(allowed);
    if (!count)
        return context.fail(count.error());
    const auto jobs = store.find(allowed, {.limit = shownOfDryRun});
    if (!jobs)
        return context.fail(jobs.error());
    const Timestamp now = context.clock.now();
    const qint64 refused = std::max<qint64>(0, *matched - *count);
    if (context.json) {
        QJsonArray first;
        for (const Job &job : *jobs)
            first.append(toJson(job, now));
        context.printJson({{QStringLiteral("dry_run"), true},
                           {QStringLiteral("matched"), *matched},
                           {doneKey(), *count},
                           {QStringLiteral("refused"), refused},
                           {QStringLiteral("jobs"), first}});
        return ExitCode::Done;
    }
    printTried(context, *jobs, *count);
    if (refused > 0)
        context.say(Tr::tr("Jobs whose status does not allow it: %1.").arg(context.locale.toString(refused)));
    return ExitCode::Done;
}

ExitCode ManyCommand::runOnQuery(Context &context, JobStore &store, const JobFilter &filter) const
{
    Interruption interruption;
    const auto seqs = store.seqsOf(filter, [&interruption] { return interruption.asked(); });
    if (!seqs)
        return context.fail(seqs.error());
    const QList<qint64> found = seqs->value_or(QList<qint64>());
    ManyOutcome outcome;
    std::optional<StoreError> failure;
    {
        ProgressLine progress(context);
        while (outcome.total() < found.size() && !failure && !interruption.asked()) {
            const auto some = doMany(store, found.mid(outcome.total(), JobStore::manyAtMost));
            if (some)
                outcome += *some;
            else
                failure = some.error();
            progress.show(outcome.total(), found.size());
        }
    }
    const auto number = [&context](qint64 value) { return context.locale.toString(value); };
    if (context.json)
        context.printJson({{QStringLiteral("matched"), found.size()},
                           {doneKey(), outcome.changed},
                           {QStringLiteral("refused"), outcome.refused},
                           {QStringLiteral("gone"), outcome.gone}});
    else
        context.say(doneText(number(outcome.changed), false));
    if (outcome.gone > 0)
        context.say(Tr::tr("Jobs that were gone already: %1.").arg(number(outcome.gone)));
    if (outcome.refused > 0)
        context.say(Tr::tr("Jobs whose status does not allow it: %1. The first: %2")
                        .arg(number(outcome.refused), outcome.firstReason));
    if (failure)
        return context.fail(*failure);
    if (!*seqs || outcome.total() < found.size()) {
        context.say(Tr::tr("Interrupted; the rest is as it was."));
        return ExitCode::Failed;
    }
    return outcome.refused > 0 ? ExitCode::Refused : ExitCode::Done;
}

} // namespace tallyman::cli
