// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/songmap.h"

#include "app/http/query.h"
#include "app/http/uploads.h"
#include "models/domain/jsonwriter.h"

#include <QCoreApplication>

#include <algorithm>

namespace tallyman::http {

namespace {

using L = QLatin1StringView;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SongmapApi)
};

constexpr qint64 listLimit = 1000;
constexpr qint64 defaultRetentionDays = 7;

L songmapWord(JobStatus status)
{
    switch (status) {
    case JobStatus::Pending:
        return L("pending");
    case JobStatus::Running:
        return L("processing");
    case JobStatus::Completed:
        return L("complete");
    case JobStatus::Failed:
        return L("failed");
    case JobStatus::Cancelled:
        return L("cancelled");
    }
    return L("pending");
}

void writeTime(JsonWriter &json, L name, const std::optional<Timestamp> &time)
{
    json.name(name);
    if (time)
        json.ascii(toIsoText(*time));
    else
        json.null();
}

void writeJob(JsonWriter &json, const Job &job, Timestamp now)
{
    json.beginObject();
    json.name(L("job_id")).value(job.id.text());
    json.name(L("status")).ascii(songmapWord(job.status));
    json.name(L("progress")).value(job.progress);
    json.name(L("elapsed")).tenths(elapsed(job, now).value_or(std::chrono::milliseconds{0}));
    json.name(L("estimated_remaining"));
    if (const auto remaining = estimatedRemaining(job, now))
        json.tenths(*remaining);
    else
        json.null();
    writeTime(json, L("created_at"), job.createdAt);
    writeTime(json, L("started_at"), job.startedAt);
    writeTime(json, L("completed_at"), job.completedAt);
    if (job.status == JobStatus::Failed)
        json.name(L("error_message")).value(job.error);
    if (isFinished(job.status) && !job.output.isEmpty())
        json.name(L("song_map_path")).value(job.output);
    json.endObject();
}

void sendUnknown(Reply reply, const QString &id)
{
    reply.sendError(404, Tr::tr("Job %1 not found").arg(id));
}

void status(const ApiContext &context, const Request &request, Reply reply)
{
    const auto id = JobId::fromText(request.parameter);
    if (!id)
        return sendUnknown(std::move(reply), request.parameter);
    const auto job = context.store.findById(*id);
    if (!job)
        return reply.sendError(job.error());
    if (!*job)
        return sendUnknown(std::move(reply), id->text());
    JsonWriter json;
    writeJob(json, **job, context.clock.now());
    reply.send({.body = json.take()});
}

void list(const ApiContext &context, const Request &request, Reply reply)
{
    const auto query = Query::parse(request.query);
    if (!query)
        return reply.sendError(query.error());
    const auto limit = query->number(L("limit"), 0, listLimit, listLimit);
    const auto offset = query->number(L("offset"), 0, std::numeric_limits<qint64>::max() / 2, 0);
    for (const auto *number : {&limit, &offset}) {
        if (!*number)
            return reply.sendError(number->error());
    }
    const auto count = context.store.count({});
    if (!count)
        return reply.sendError(count.error());
    const auto jobs = context.store.find({}, {*limit, *offset});
    if (!jobs)
        return reply.sendError(jobs.error());

    const Timestamp now = context.clock.now();
    JsonWriter json;
    json.beginObject();
    json.name(L("count")).value(*count);
    json.name(L("jobs")).beginArray();
    for (const Job &job : *jobs)
        writeJob(json, job, now);
    json.endArray();
    if (*limit > 0 && *offset < *count - *limit)
        json.name(L("next")).ascii(nextPage(QByteArrayLiteral("/api/jobs"), *query, *limit, *offset));
    json.endObject();
    reply.send({.body = json.take()});
}

void removeOne(const ApiContext &context, const Request &request, Reply reply)
{
    const auto id = JobId::fromText(request.parameter);
    if (!id)
        return sendUnknown(std::move(reply), request.parameter);
    auto done = [text = id->text()](Reply back, const Result<bool> &removed) {
        if (!removed)
            return back.sendError(removed.error());
        if (!*removed)
            return sendUnknown(std::move(back), text);
        JsonWriter json;
        json.beginObject();
        json.name(L("message")).value(QStringLiteral("Job %1 deleted").arg(text));
        json.name(L("job_id")).value(text);
        json.endObject();
        back.send({.body = json.take()});
    };
    context.store.removeAsync(*id, resuming<bool>(std::move(reply), std::move(done)));
}

// A whole number of any length, as its digits without leading zeros; nothing for other text.
std::optional<QByteArray> wholeNumber(const QString &text)
{
    const bool digits = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!digits)
        return {};
    QByteArray number = text.toLatin1();
    while (number.size() > 1 && number.startsWith('0'))
        number.remove(0, 1);
    return number;
}

// So many days ago, and no earlier than the year 0, before which no time in the record can be.
Timestamp daysAgo(const QByteArray &days, Timestamp now)
{
    constexpr std::chrono::sys_days earliest{std::chrono::year{0} / 1 / 1};
    if (days.size() > 6)
        return earliest;
    return std::max<Timestamp>(earliest, now - std::chrono::days{days.toInt()});
}

void cleanUp(const ApiContext &context, const Request &request, Reply reply)
{
    const auto query = Query::parse(request.query);
    if (!query)
        return reply.sendError(query.error());
    const QString given = query->value(L("days")).value_or(QString::number(defaultRetentionDays));
    const auto days = wholeNumber(given);
    if (!days)
        return reply.sendError(422, Tr::tr("days must be a whole number from 0 up."), QStringLiteral("days"));
    auto done = [days = *days](Reply back, const Result<qint64> &removed) {
        if (!removed)
            return back.sendError(removed.error());
        JsonWriter json;
        json.beginObject();
        json.name(L("message"))
            .value(QStringLiteral("Cleaned up %1 jobs older than %2 days")
                       .arg(QString::number(*removed), QString::fromLatin1(days)));
        json.name(L("deleted_count")).value(*removed);
        json.name(L("retention_days")).raw(days);
        json.endObject();
        back.send({.body = json.take()});
    };
    context.store.removeFinishedAsync(daysAgo(*days, context.clock.now()), {},
                                      resuming<qint64>(std::move(reply), std::move(done)));
}

void health(const ApiContext &context, Reply reply)
{
    const auto count = context.store.count({});
    if (!count)
        return reply.sendError(count.error());
    JsonWriter json;
    json.beginObject();
    json.name(L("status")).ascii("healthy");
    json.name(L("jobs_count")).value(*count);
    json.name(L("database")).value(context.store.location());
    json.endObject();
    reply.send({.body = json.take()});
}

} // namespace

void addSongmapRoutes(Router &router, const ApiContext &context)
{
    router.add("POST", "/api/analyze", [&context](Request request, Reply reply) {
        acceptUpload(context, std::move(request), std::move(reply));
    });
    router.add("GET", "/api/status/{id}", [&context](const Request &request, Reply reply) {
        status(context, request, std::move(reply));
    });
    router.add("GET", "/api/jobs",
               [&context](const Request &request, Reply reply) { list(context, request, std::move(reply)); });
    router.add("DELETE", "/api/jobs/cleanup", [&context](const Request &request, Reply reply) {
        cleanUp(context, request, std::move(reply));
    });
    router.add("DELETE", "/api/jobs/{id}", [&context](const Request &request, Reply reply) {
        removeOne(context, request, std::move(reply));
    });
    router.add("GET", "/health",
               [&context](const Request &, Reply reply) { health(context, std::move(reply)); });
}

} // namespace tallyman::http
