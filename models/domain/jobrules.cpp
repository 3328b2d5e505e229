// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jobrules.h"

#include "models/domain/joblimits.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace tallyman {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JobRules)
};

using MaybeError = std::optional<StoreError>;

StoreError invalid(QLatin1StringView field, const QString &message)
{
    return {ErrorCode::InvalidValue, message, {}, field};
}

StoreError refused(QLatin1StringView field, const QString &message)
{
    return {ErrorCode::IllegalMove, message, {}, field};
}

MaybeError checkLength(QLatin1StringView field, qsizetype length, qsizetype limit)
{
    if (length <= limit)
        return {};
    return invalid(field,
                   Tr::tr("%1 is too long: %2, and at most %3 are allowed. Shorten it.")
                       .arg(field)
                       .arg(length)
                       .arg(limit));
}

MaybeError checkLine(QLatin1StringView field, const QString &text, qsizetype limit)
{
    if (auto error = checkLength(field, text.size(), limit))
        return error;
    if (!isPlainLine(text))
        return invalid(field,
                       Tr::tr("%1 holds a control character or broken Unicode. Remove it.").arg(field));
    return {};
}

MaybeError checkText(QLatin1StringView field, const QString &text, qsizetype limit)
{
    if (auto error = checkLength(field, text.size(), limit))
        return error;
    if (!isPlainText(text))
        return invalid(field,
                       Tr::tr("%1 holds a control character or broken Unicode. Remove it.").arg(field));
    return {};
}

MaybeError checkJson(QLatin1StringView field, const JsonText &json)
{
    if (json.isEmpty())
        return {};
    if (auto error = checkLength(field, json.size(), limits::jsonBytes))
        return error;
    // QJsonDocument reads arrays and objects only; a lone value is read as the one element of an array.
    QJsonParseError problem;
    const QJsonDocument array = QJsonDocument::fromJson('[' + json + ']', &problem);
    if (problem.error == QJsonParseError::NoError && array.array().size() == 1)
        return {};
    return {
        {ErrorCode::InvalidValue, Tr::tr("%1 is not valid JSON.").arg(field), problem.errorString(), field}};
}

MaybeError checkNotNegative(QLatin1StringView field, std::optional<qint64> number)
{
    if (!number || *number >= 0)
        return {};
    return invalid(field, Tr::tr("%1 is %2, and cannot be below 0.").arg(field).arg(*number));
}

MaybeError checkProgress(double progress)
{
    if (progress >= 0.0 && progress <= 1.0) // false for NaN too
        return {};
    return invalid(QLatin1StringView("progress"),
                   Tr::tr("progress is %1, and must be from 0.0 to 1.0.").arg(progress));
}

MaybeError checkItems(const Job &job)
{
    if (!job.totalItems || job.processedItems <= *job.totalItems)
        return {};
    return invalid(QLatin1StringView("processed_items"),
                   Tr::tr("processed_items is %1, more than the %2 of total_items.")
                       .arg(job.processedItems)
                       .arg(*job.totalItems));
}

MaybeError checkTexts(const Job &job)
{
    using L = QLatin1StringView;
    for (auto &&error : {checkLine(L("name"), job.name, limits::nameLength),
                         checkLine(L("provider"), job.provider, limits::providerLength),
                         checkLine(L("user"), job.user, limits::userLength),
                         checkLine(L("input"), job.input, limits::pathLength),
                         checkLine(L("output"), job.output, limits::pathLength),
                         checkText(L("error"), job.error, limits::errorLength),
                         checkText(L("note"), job.note, limits::noteLength)}) {
        if (error)
            return error;
    }
    return {};
}

MaybeError checkFields(const Job &job)
{
    using L = QLatin1StringView;
    if (auto error = checkTexts(job))
        return error;
    for (auto &&error : {checkProgress(job.progress), checkNotNegative(L("total_items"), job.totalItems),
                         checkNotNegative(L("processed_items"), job.processedItems),
                         checkNotNegative(L("total_size"), job.totalSize),
                         checkNotNegative(L("files_count"), job.filesCount), checkItems(job),
                         checkNotNegative(L("retry_count"), job.retryCount),
                         checkNotNegative(L("max_retries"), job.maxRetries)}) {
        if (error)
            return error;
    }
    if (job.retryCount > limits::retries || job.maxRetries > limits::retries)
        return invalid(L("max_retries"),
                       Tr::tr("retry_count and max_retries can be at most %1.").arg(limits::retries));
    return {};
}

MaybeError checkJsonFields(const JobUpdate &fields)
{
    using L = QLatin1StringView;
    for (const auto &[name, json] :
         {std::pair(L("options"), &fields.options), std::pair(L("result"), &fields.result),
          std::pair(L("metadata"), &fields.metadata),
          std::pair(L("progress_details"), &fields.progressDetails),
          std::pair(L("webhook"), &fields.webhook)}) {
        if (!*json)
            continue;
        if (auto error = checkJson(name, **json))
            return error;
    }
    return {};
}

void fillImpliedTimes(Job &job, Timestamp now)
{
    if (job.createdAt == Timestamp{})
        job.createdAt = now;
    if (!job.queuedAt)
        job.queuedAt = job.createdAt;
    const bool ended = isFinished(job.status);
    if (ended && !job.completedAt)
        job.completedAt = std::max(now, job.startedAt.value_or(job.createdAt));
    if (!job.startedAt
        && (job.status == JobStatus::Running || job.status == JobStatus::Completed
            || job.status == JobStatus::Failed))
        job.startedAt =
            ended ? std::min(std::max(now, job.createdAt), *job.completedAt) : std::max(now, job.createdAt);
}

MaybeError checkTimes(const Job &job)
{
    using L = QLatin1StringView;
    if (job.completedAt && !isFinished(job.status))
        return invalid(L("completed_at"),
                       Tr::tr("A job that is %1 cannot have a completed_at.").arg(toWord(job.status)));
    if (job.startedAt && job.status == JobStatus::Pending)
        return invalid(L("started_at"), Tr::tr("A job that is pending cannot have a started_at."));
    if (job.startedAt && job.completedAt && *job.completedAt < *job.startedAt)
        return invalid(L("completed_at"), Tr::tr("completed_at is before started_at."));
    return {};
}

// What a status change does to the rest of the job; the change itself is known to be legal.
void move(Job &job, JobStatus to, Timestamp now)
{
    job.status = to;
    switch (to) {
    case JobStatus::Running:
        job.startedAt = std::max(now, job.queuedAt.value_or(job.createdAt));
        job.heartbeatAt = now;
        break;
    case JobStatus::Completed:
        job.progress = 1.0;
        [[fallthrough]];
    case JobStatus::Failed:
    case JobStatus::Cancelled:
        // A clock that was set back must not give a negative duration.
        job.completedAt = std::max(now, job.startedAt.value_or(job.createdAt));
        break;
    case JobStatus::Pending:
        ++job.retryCount;
        job.queuedAt = std::max(now, job.createdAt);
        job.startedAt.reset();
        job.completedAt.reset();
        job.heartbeatAt.reset();
        job.progress = 0.0;
        job.processedItems = 0;
        job.error.clear();
        break;
    }
}

MaybeError applyStatus(Job &job, const JobUpdate &update, Timestamp now)
{
    using L = QLatin1StringView;
    if (update.status && *update.status != job.status) {
        if (!canMove(job.status, *update.status))
            return refused(L("status"),
                           Tr::tr("Job %1 is %2 and cannot become %3.")
                               .arg(job.id.text(), toWord(job.status), toWord(*update.status)));
        move(job, *update.status, now);
        if (*update.status == JobStatus::Completed && update.progress && *update.progress != 1.0)
            return invalid(L("progress"),
                           Tr::tr("A completed job has a progress of 1.0; leave progress out."));
        return {};
    }
    const bool reports = (update.progress && *update.progress != job.progress)
        || (update.processedItems && *update.processedItems != job.processedItems);
    if (reports && isFinished(job.status))
        return refused(L("progress"),
                       Tr::tr("Job %1 is %2; its progress cannot change any more.")
                           .arg(job.id.text(), toWord(job.status)));
    return {};
}

template<typename T>
void assign(T &field, const std::optional<T> &value)
{
    if (value)
        field = *value;
}

// How far the items say the job is, where it knows how many there are.
std::optional<double> progressOfItems(const Job &job)
{
    if (job.totalItems.value_or(0) <= 0)
        return {};
    return std::min(1.0, static_cast<double>(job.processedItems) / static_cast<double>(*job.totalItems));
}

void applyProgress(Job &job, const JobUpdate &update, Timestamp now)
{
    assign(job.totalItems, update.totalItems);
    assign(job.processedItems, update.processedItems);
    assign(job.progress, update.progress);
    const bool counts = update.processedItems || update.totalItems;
    if (counts && !update.progress && !isFinished(job.status))
        job.progress = progressOfItems(job).value_or(job.progress);
    if (job.status == JobStatus::Running && (update.progress || counts || update.progressDetails))
        job.heartbeatAt = now;
}

} // namespace

Result<Job> prepareNewJob(Job job, Timestamp now)
{
    fillImpliedTimes(job, now);
    if (job.progress == 0.0)
        job.progress = job.status == JobStatus::Completed ? 1.0 : progressOfItems(job).value_or(0.0);
    JobUpdate json;
    json.options = job.options;
    json.result = job.result;
    json.metadata = job.metadata;
    json.progressDetails = job.progressDetails;
    json.webhook = job.webhook;
    for (auto &&error : {checkFields(job), checkJsonFields(json), checkTimes(job)}) {
        if (error)
            return *error;
    }
    return job;
}

Result<Job> applyUpdate(const Job &job, const JobUpdate &update, Timestamp now)
{
    Job changed = job;
    if (auto error = applyStatus(changed, update, now))
        return *error;
    applyProgress(changed, update, now);
    assign(changed.name, update.name);
    assign(changed.provider, update.provider);
    assign(changed.user, update.user);
    assign(changed.input, update.input);
    assign(changed.output, update.output);
    assign(changed.error, update.error);
    assign(changed.options, update.options);
    assign(changed.result, update.result);
    assign(changed.metadata, update.metadata);
    assign(changed.progressDetails, update.progressDetails);
    assign(changed.webhook, update.webhook);
    assign(changed.maxRetries, update.maxRetries);
    assign(changed.totalSize, update.totalSize);
    assign(changed.filesCount, update.filesCount);
    assign(changed.expiresAt, update.expiresAt);
    assign(changed.note, update.note);
    assign(changed.pinned, update.pinned);
    for (auto &&error : {checkFields(changed), checkJsonFields(update)}) {
        if (error)
            return *error;
    }
    return changed;
}

Result<void> validateResults(const QList<JobResult> &results)
{
    using L = QLatin1StringView;
    if (results.size() > limits::resultsAtOnce)
        return invalid(L("results"),
                       Tr::tr("%1 results at once are too many; send at most %2.")
                           .arg(results.size())
                           .arg(limits::resultsAtOnce));
    for (const JobResult &result : results) {
        if (result.item.isEmpty())
            return invalid(L("item"), Tr::tr("A result needs the name of its item."));
        for (auto &&error : {checkLine(L("item"), result.item, limits::itemLength),
                             checkText(L("error"), result.error, limits::errorLength),
                             checkJson(L("details"), result.details)}) {
            if (error)
                return *error;
        }
    }
    return {};
}

StoreError unknownStatusError(const QString &word)
{
    QStringList words;
    for (const JobStatus status : allJobStatuses)
        words << toWord(status);
    // A word this long is not a typing mistake; the start is enough to recognise it by.
    return invalid(QLatin1StringView("status"),
                   Tr::tr("“%1” is not a status. The statuses are: %2.")
                       .arg(word.left(60), words.join(QLatin1StringView(", "))));
}

} // namespace tallyman
