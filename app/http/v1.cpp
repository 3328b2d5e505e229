// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/v1.h"

#include "app/http/query.h"
#include "app/http/uploads.h"
#include "models/domain/jobjson.h"
#include "models/domain/jobrules.h"
#include "models/domain/jsonwriter.h"

#include <QCoreApplication>
#include <QUrl>

#include <limits>
#include <memory>

namespace tallyman::http {

namespace {

using L = QLatin1StringView;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(V1Api)
};

constexpr qint64 listLimit = 1000;
constexpr qint64 defaultListLimit = 100;

QByteArray jobText(const Job &job, Timestamp now)
{
    JsonWriter json;
    writeJson(json, job, now);
    return json.take();
}

void sendUnknown(Reply reply, const QString &id)
{
    reply.sendError(404, Tr::tr("There is no job %1.").arg(id));
}

// The fields of a body, or the error sent.
std::optional<QJsonObject> bodyOf(const Request &request, Reply &reply)
{
    auto object = parseJsonObject(request.body);
    if (object)
        return *std::move(object);
    reply.sendError(400, object.error().message);
    return {};
}

void create(const ApiContext &context, const Request &request, Reply reply)
{
    const auto body = bodyOf(request, reply);
    if (!body)
        return;
    auto job = jobFromJson(*body, context.clock.now());
    if (!job)
        return reply.sendError(job.error());
    context.store.createAsync(
        *std::move(job),
        resuming<Job>(std::move(reply), [&clock = context.clock](Reply back, const Result<Job> &created) {
            if (!created)
                return back.sendError(created.error());
            const QByteArray location = "/api/v1/jobs/" + QUrl::toPercentEncoding(created->id.text());
            back.send({.status = 201,
                       .body = jobText(*created, clock.now()),
                       .headers = {{QByteArrayLiteral("Location"), location}}});
        }));
}

void show(const ApiContext &context, const Request &request, Reply reply)
{
    const auto id = JobId::fromText(request.parameter);
    if (!id)
        return sendUnknown(std::move(reply), request.parameter);
    const auto job = context.store.findById(*id);
    if (!job)
        return reply.sendError(job.error());
    if (!*job)
        return sendUnknown(std::move(reply), id->text());
    reply.send({.body = jobText(**job, context.clock.now())});
}

void change(const ApiContext &context, const Request &request, Reply reply)
{
    const auto id = JobId::fromText(request.parameter);
    if (!id)
        return sendUnknown(std::move(reply), request.parameter);
    const auto body = bodyOf(request, reply);
    if (!body)
        return;
    auto update = updateFromJson(*body);
    if (!update)
        return reply.sendError(update.error());
    auto changed = [&clock = context.clock, text = id->text()](Reply back,
                                                               const Result<std::optional<Job>> &job) {
        if (!job)
            return back.sendError(job.error());
        if (!*job)
            return sendUnknown(std::move(back), text);
        back.send({.body = jobText(**job, clock.now())});
    };
    context.store.updateAsync(*id, *std::move(update),
                              resuming<std::optional<Job>>(std::move(reply), std::move(changed)));
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
        back.send({.status = 204, .contentType = {}});
    };
    context.store.removeAsync(*id, resuming<bool>(std::move(reply), std::move(done)));
}

Result<QList<JobStatus>> statusesOf(const Query &query)
{
    QList<JobStatus> statuses;
    const auto words = query.value(L("status"));
    if (!words)
        return statuses;
    for (const QString &word : words->split(QLatin1Char(','))) {
        const auto status = jobStatusFromWord(word);
        if (!status)
            return unknownStatusError(word);
        statuses << *status;
    }
    return statuses;
}

Result<JobFilter> filterOf(const Query &query)
{
    auto filter = parseFilter(query.value(L("q")).value_or(QString()));
    const auto statuses = statusesOf(query);
    const auto since = query.time(L("since"));
    const auto until = query.time(L("until"));
    for (const StoreError *error :
         {filter ? nullptr : &filter.error(), statuses ? nullptr : &statuses.error(),
          since ? nullptr : &since.error(), until ? nullptr : &until.error()}) {
        if (error)
            return *error;
    }
    filter->addStatuses(*statuses);
    filter->addCreated(*since, *until);
    for (const auto &[name, field] : {std::pair(L("provider"), FilterField::Provider),
                                      {L("user"), FilterField::User},
                                      {L("name"), FilterField::Name}}) {
        if (const auto text = query.value(name).value_or(QString()); !text.isEmpty())
            filter->addText(field, text);
    }
    return filter;
}

Result<JobPage> pageOf(const Query &query)
{
    const auto limit = query.number(L("limit"), 0, listLimit, defaultListLimit);
    if (!limit)
        return limit.error();
    const auto offset = query.number(L("offset"), 0, std::numeric_limits<qint64>::max() / 2, 0);
    if (!offset)
        return offset.error();
    return JobPage{*limit, *offset};
}

void sendList(const ApiContext &context, const Query &query, const JobFilter &filter, const JobPage &page,
              Reply reply)
{
    const auto count = context.store.count(filter);
    if (!count)
        return reply.sendError(count.error());
    const auto jobs = context.store.find(filter, page);
    if (!jobs)
        return reply.sendError(jobs.error());
    const Timestamp now = context.clock.now();
    JsonWriter json;
    json.beginObject();
    json.name(L("count")).value(*count);
    json.name(L("jobs")).beginArray();
    for (const Job &job : *jobs)
        writeJson(json, job, now);
    json.endArray();
    json.name(L("next"));
    if (page.limit > 0 && page.offset < *count - page.limit)
        json.ascii(nextPage(QByteArrayLiteral("/api/v1/jobs"), query, page.limit, page.offset));
    else
        json.null();
    json.endObject();
    reply.send({.body = json.take()});
}

void list(const ApiContext &context, const Request &request, Reply reply)
{
    const auto query = Query::parse(request.query);
    if (!query)
        return reply.sendError(query.error());
    const auto known = query->allowOnly({L("q"), L("status"), L("provider"), L("user"), L("name"), L("since"),
                                         L("until"), L("limit"), L("offset")});
    if (!known)
        return reply.sendError(known.error());
    const auto filter = filterOf(*query);
    if (!filter)
        return reply.sendError(filter.error());
    const auto page = pageOf(*query);
    if (!page)
        return reply.sendError(page.error());
    if (filter->isEmpty() && filter->sort.isEmpty())
        return sendList(context, *query, *filter, *page, std::move(reply));
    // What a query asks may take a look at every job; the others are not to wait for it.
    context.readers.start([&context, query = *query, filter = *filter, page = *page,
                           kept = std::make_shared<Reply>(std::move(reply))] {
        sendList(context, query, filter, page, std::move(*kept));
    });
}

} // namespace

void addV1Routes(Router &router, const ApiContext &context)
{
    using Function = void (*)(const ApiContext &, const Request &, Reply);
    const auto add = [&router, &context](const char *method, const char *pattern, Function function) {
        router.add(method, pattern, [&context, function](const Request &request, Reply reply) {
            function(context, request, std::move(reply));
        });
    };
    add("POST", "/api/v1/jobs", create);
    add("GET", "/api/v1/jobs", list);
    add("GET", "/api/v1/jobs/{id}", show);
    add("PATCH", "/api/v1/jobs/{id}", change);
    add("DELETE", "/api/v1/jobs/{id}", removeOne);
}

} // namespace tallyman::http
