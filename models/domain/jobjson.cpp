// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jobjson.h"

#include "models/domain/jobdescription.h"
#include "models/domain/jobrules.h"
#include "models/domain/jsonwriter.h"
#include "models/domain/strictjson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <functional>
#include <limits>

namespace tallyman {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JobJson)
};

using MaybeError = std::optional<StoreError>;
using L = QLatin1StringView;

StoreError invalid(const QString &field, const QString &message)
{
    return {ErrorCode::InvalidValue, message, {}, field};
}

// ---- Writing ----

// QJsonDocument reads and writes only arrays and objects; a lone value travels as the element of an array.
QJsonValue jsonValue(const JsonText &text)
{
    return QJsonDocument::fromJson('[' + text + ']').array().at(0);
}

JsonText toText(const QJsonValue &value, const JsonText &null = {})
{
    if (value.isNull() || value.isUndefined())
        return null;
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    const QByteArray wrapped = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return wrapped.sliced(1, wrapped.size() - 2);
}

std::optional<double> inSeconds(std::optional<std::chrono::milliseconds> duration)
{
    if (!duration)
        return {};
    return static_cast<double>(duration->count()) / 1000.0;
}

template<typename Sink>
void describe(const Job &job, Timestamp now, Sink &sink)
{
    describeJob(job, sink);
    sink.put(L("elapsed"), inSeconds(elapsed(job, now)));
    sink.put(L("estimated_remaining"), inSeconds(estimatedRemaining(job, now)));
}

class ObjectSink {
public:
    void put(L name, const QString &text) { set(name, text.isEmpty() ? QJsonValue() : QJsonValue(text)); }
    void put(L name, L word) { set(name, QString(word)); }
    void put(L name, bool value) { set(name, QJsonValue(value)); }
    void put(L name, RawJson json) { set(name, json.text.isEmpty() ? QJsonValue() : jsonValue(json.text)); }
    void put(L name, const std::optional<Timestamp> &time)
    {
        set(name, time ? QJsonValue(QString::fromLatin1(toIsoText(*time))) : QJsonValue());
    }
    template<typename Number>
    void put(L name, const std::optional<Number> &number)
    {
        set(name, number ? QJsonValue(*number) : QJsonValue());
    }

    QJsonObject object;

private:
    void set(L name, const QJsonValue &value) { object.insert(name, value); }
};

class TextSink {
public:
    explicit TextSink(JsonWriter &writer)
        : m_writer(writer)
    {
    }

    void put(L name, const QString &text)
    {
        m_writer.name(name);
        text.isEmpty() ? m_writer.null() : m_writer.value(text);
    }
    void put(L name, L word) { m_writer.name(name).ascii(word); }
    void put(L name, bool value) { m_writer.name(name).raw(value ? "true" : "false"); }
    void put(L name, RawJson json)
    {
        m_writer.name(name);
        if (json.text.isEmpty())
            m_writer.null();
        else if (!strictJsonProblem(json.text))
            m_writer.raw(json.text);
        else // put there by someone with a sqlite3 shell, perhaps; what can be read of it
            m_writer.raw(toText(jsonValue(json.text), "null"));
    }
    void put(L name, const std::optional<Timestamp> &time)
    {
        m_writer.name(name);
        time ? m_writer.ascii(toIsoText(*time)) : m_writer.null();
    }
    template<typename Number>
    void put(L name, const std::optional<Number> &number)
    {
        m_writer.name(name);
        number ? m_writer.value(*number) : m_writer.null();
    }

private:
    JsonWriter &m_writer;
};

// ---- Reading: each reads one value into a field, and fails if it has the wrong type ----

MaybeError read(const QString &name, const QJsonValue &value, QString &field)
{
    if (!value.isString() && !value.isNull())
        return invalid(name, Tr::tr("%1 must be a text.").arg(name));
    field = value.toString();
    return {};
}

MaybeError read(const QString &name, const QJsonValue &value, bool &field)
{
    if (!value.isBool())
        return invalid(name, Tr::tr("%1 must be true or false.").arg(name));
    field = value.toBool();
    return {};
}

MaybeError read(const QString &name, const QJsonValue &value, double &field)
{
    if (!value.isDouble())
        return invalid(name, Tr::tr("%1 must be a number.").arg(name));
    field = value.toDouble();
    return {};
}

MaybeError read(const QString &name, const QJsonValue &value, qint64 &field)
{
    // toInteger() gives its argument back for anything but a whole number that fits.
    const qint64 number = value.toInteger(0);
    if (!value.isDouble() || number != value.toInteger(1))
        return invalid(name, Tr::tr("%1 must be a whole number.").arg(name));
    field = number;
    return {};
}

MaybeError read(const QString &name, const QJsonValue &value, int &field)
{
    qint64 number = 0;
    if (auto error = read(name, value, number))
        return error;
    if (number > std::numeric_limits<int>::max() || number < std::numeric_limits<int>::min())
        return invalid(name, Tr::tr("%1 is out of range.").arg(name));
    field = static_cast<int>(number);
    return {};
}

MaybeError read(const QString &name, const QJsonValue &value, JobStatus &field)
{
    if (!value.isString())
        return invalid(name, Tr::tr("%1 must be a text.").arg(name));
    const auto status = jobStatusFromWord(value.toString());
    if (!status)
        return unknownStatusError(value.toString());
    field = *status;
    return {};
}

MaybeError read(const QString &name, const QJsonValue &value, Timestamp &field)
{
    const auto time = value.isString() ? timestampFromIsoText(value.toString().toUtf8()) : std::nullopt;
    if (!time)
        return invalid(name,
                       Tr::tr("%1 must be a time in ISO 8601, such as 2026-01-21T10:30:00Z.").arg(name));
    field = *time;
    return {};
}

MaybeError read(const QString &, const QJsonValue &value, JsonText &field)
{
    field = toText(value);
    return {};
}

template<typename T>
MaybeError read(const QString &name, const QJsonValue &value, std::optional<T> &field)
{
    if (value.isNull()) {
        field.reset();
        return {};
    }
    T inner{};
    if (auto error = read(name, value, inner))
        return error;
    field = inner;
    return {};
}

// In an update the outer optional says that the field is there at all; null, where a field can be empty,
// is one of its values.
template<typename T>
MaybeError readChange(const QString &name, const QJsonValue &value, std::optional<T> &field)
{
    T inner{};
    if (auto error = read(name, value, inner)) {
        if (value.isNull())
            return invalid(name, Tr::tr("%1 cannot be null.").arg(name));
        return error;
    }
    field = std::move(inner);
    return {};
}

template<typename Target>
struct Field {
    L name;
    std::function<MaybeError(Target &, const QString &, const QJsonValue &)> read;
};

template<typename T>
Field<Job> of(const char *name, T Job::*member)
{
    return {L(name), [member](Job &job, const QString &field, const QJsonValue &value) -> MaybeError {
                // What a producer writes as null it does not give; then the field keeps its default.
                return value.isNull() ? MaybeError() : read(field, value, job.*member);
            }};
}

template<typename T>
Field<JobUpdate> of(const char *name, std::optional<T> JobUpdate::*member)
{
    return {L(name), [member](JobUpdate &update, const QString &field, const QJsonValue &value) {
                return readChange(field, value, update.*member);
            }};
}

const QList<Field<Job>> &jobFields()
{
    static const QList<Field<Job>> fields{
        of("name", &Job::name),
        of("provider", &Job::provider),
        of("user", &Job::user),
        of("status", &Job::status),
        of("progress", &Job::progress),
        of("total_items", &Job::totalItems),
        of("processed_items", &Job::processedItems),
        of("input", &Job::input),
        of("output", &Job::output),
        of("error", &Job::error),
        of("note", &Job::note),
        of("pinned", &Job::pinned),
        of("options", &Job::options),
        of("result", &Job::result),
        of("metadata", &Job::metadata),
        of("progress_details", &Job::progressDetails),
        of("webhook", &Job::webhook),
        of("max_retries", &Job::maxRetries),
        of("total_size", &Job::totalSize),
        of("files_count", &Job::filesCount),
        of("created_at", &Job::createdAt),
        of("started_at", &Job::startedAt),
        of("completed_at", &Job::completedAt),
        of("expires_at", &Job::expiresAt),
    };
    return fields;
}

const QList<Field<JobUpdate>> &updateFields()
{
    static const QList<Field<JobUpdate>> fields{
        of("status", &JobUpdate::status),
        of("progress", &JobUpdate::progress),
        of("processed_items", &JobUpdate::processedItems),
        of("total_items", &JobUpdate::totalItems),
        of("name", &JobUpdate::name),
        of("provider", &JobUpdate::provider),
        of("user", &JobUpdate::user),
        of("input", &JobUpdate::input),
        of("output", &JobUpdate::output),
        of("error", &JobUpdate::error),
        of("note", &JobUpdate::note),
        of("pinned", &JobUpdate::pinned),
        of("options", &JobUpdate::options),
        of("result", &JobUpdate::result),
        of("metadata", &JobUpdate::metadata),
        of("progress_details", &JobUpdate::progressDetails),
        of("webhook", &JobUpdate::webhook),
        of("max_retries", &JobUpdate::maxRetries),
        of("total_size", &JobUpdate::totalSize),
        of("files_count", &JobUpdate::filesCount),
        of("expires_at", &JobUpdate::expiresAt),
    };
    return fields;
}

template<typename Target>
MaybeError readFields(const QJsonObject &object, const QList<Field<Target>> &fields, Target &target)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString name = it.key();
        const auto field = std::find_if(fields.begin(), fields.end(),
                                        [&name](const Field<Target> &f) { return f.name == name; });
        if (field == fields.end())
            return invalid(name.left(60),
                           Tr::tr("“%1” is not a field that can be set. Remove it.").arg(name.left(60)));
        if (auto error = field->read(target, name, it.value()))
            return error;
    }
    return {};
}

Result<JobId> idFromJson(const QJsonValue &value, Timestamp now)
{
    if (value.isNull() || value.isUndefined())
        return JobId::generate(now);
    const QString field = QStringLiteral("id");
    if (!value.isString())
        return invalid(field, Tr::tr("%1 must be a text.").arg(field));
    if (const auto id = JobId::fromText(value.toString()))
        return *id;
    return invalid(field,
                   Tr::tr("An id has 1 to %1 characters, no control character, and no white space "
                          "at either end.")
                       .arg(JobId::maximumLength));
}

} // namespace

QJsonObject toJson(const Job &job, Timestamp now)
{
    ObjectSink sink;
    describe(job, now, sink);
    return sink.object;
}

void writeJson(JsonWriter &writer, const Job &job, Timestamp now)
{
    writer.beginObject();
    TextSink sink(writer);
    describe(job, now, sink);
    writer.endObject();
}

void writeJson(JsonWriter &writer, const JobResult &result)
{
    writer.beginObject();
    TextSink sink(writer);
    sink.put(L("item"), result.item);
    sink.put(L("success"), result.success);
    sink.put(L("error"), result.error);
    sink.put(L("details"), RawJson{result.details});
    writer.endObject();
}

Result<Job> jobFromJson(const QJsonObject &object, Timestamp now)
{
    auto id = idFromJson(object.value(L("id")), now);
    if (!id)
        return id.error();
    Job job;
    job.id = *std::move(id);
    job.createdAt = now;
    QJsonObject rest = object;
    rest.remove(L("id"));
    if (auto error = readFields(rest, jobFields(), job))
        return *error;
    return job;
}

Result<JobUpdate> updateFromJson(const QJsonObject &object)
{
    JobUpdate update;
    if (auto error = readFields(object, updateFields(), update))
        return *error;
    return update;
}

Result<QJsonObject> parseJsonObject(QByteArrayView text)
{
    if (const auto problem = strictJsonProblem(text))
        return invalid(
            {}, Tr::tr("This is not valid JSON: %1, at byte %2.").arg(problem->what).arg(problem->offset));
    const QJsonDocument document = QJsonDocument::fromJson(text.toByteArray());
    if (!document.isObject())
        return invalid({}, Tr::tr("The JSON must be an object."));
    return document.object();
}

} // namespace tallyman
