// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/showcommand.h"

#include "app/cli/jobsheet.h"
#include "models/domain/jobjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ShowCommand)
};

Result<QList<JobResult>> allResults(JobStore &store, const JobId &id)
{
    constexpr qint64 page = 10000;
    QList<JobResult> all;
    while (true) {
        const auto more = store.results(id, page, all.size());
        if (!more)
            return more.error();
        all += *more;
        if (more->size() < page)
            return all;
    }
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

// Any JSON value; null for none. QJsonDocument reads only arrays and objects, hence the brackets.
QJsonValue jsonOrNull(const JsonText &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonDocument::fromJson('[' + text + ']').array().at(0);
}

QJsonArray timelineJson(const QList<JobEvent> &timeline)
{
    QJsonArray array;
    for (const JobEvent &event : timeline)
        array.append(QJsonObject{{QStringLiteral("at"), QString::fromLatin1(toIsoText(event.at))},
                                 {QStringLiteral("from"), QString(toWord(event.from))},
                                 {QStringLiteral("to"), QString(toWord(event.to))},
                                 {QStringLiteral("error"), textOrNull(event.error)}});
    return array;
}

QJsonArray resultsJson(const QList<JobResult> &results)
{
    QJsonArray array;
    for (const JobResult &result : results)
        array.append(QJsonObject{{QStringLiteral("item"), result.item},
                                 {QStringLiteral("success"), result.success},
                                 {QStringLiteral("error"), textOrNull(result.error)},
                                 {QStringLiteral("details"), jsonOrNull(result.details)}});
    return array;
}

} // namespace

QLatin1StringView ShowCommand::name() const
{
    return QLatin1StringView("show");
}

QString ShowCommand::description() const
{
    return Tr::tr("Show everything that is known of a job.");
}

void ShowCommand::declareOptions(OptionSet &options)
{
    options.argument(QLatin1StringView("ID"), m_id, Tr::tr("The id of the job"));
}

ExitCode ShowCommand::run(Context &context)
{
    const auto id = JobId::fromText(m_id);
    if (!id)
        return context.fail(noSuchJob(m_id));
    const auto store = context.openStore();
    if (!store)
        return context.fail(store.error());
    const auto job = store->jobs->findById(*id);
    if (!job)
        return context.fail(job.error());
    if (!*job)
        return context.fail(noSuchJob(m_id));
    const auto timeline = store->jobs->timeline(*id);
    if (!timeline)
        return context.fail(timeline.error());
    const auto results = allResults(*store->jobs, *id);
    if (!results)
        return context.fail(results.error());
    const Timestamp now = context.clock.now();
    if (!context.json) {
        context.out.write(jobSheet(**job, *timeline, *results, now, context.terminal, context.locale));
        return ExitCode::Done;
    }
    QJsonObject object = toJson(**job, now);
    object.insert(QStringLiteral("timeline"), timelineJson(*timeline));
    object.insert(QStringLiteral("results"), resultsJson(*results));
    context.printJson(object);
    return ExitCode::Done;
}

} // namespace tallyman::cli
