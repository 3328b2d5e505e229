// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/uploads.h"

#include "app/http/multipart.h"
#include "models/domain/jsonwriter.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <exception>

namespace tallyman::http {

namespace {

Q_LOGGING_CATEGORY(lcUploads, "tallyman.http")

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(HttpUploads)
};

constexpr qsizetype feedSize = 64 * 1024; // bytes given to the parser at a time

// Runs the task in the pool. What is thrown in it stays there; the reply that it owned has then answered.
template<typename Task>
void runInPool(QThreadPool &pool, Reply reply, Task task)
{
    auto kept = std::make_shared<Reply>(std::move(reply));
    pool.start([kept, task = std::move(task)]() mutable {
        try {
            task(std::move(*kept));
        } catch (const std::exception &exception) {
            qCCritical(lcUploads) << "A file operation failed:" << exception.what();
        } catch (...) {
            qCCritical(lcUploads) << "A file operation failed.";
        }
    });
}

// Collects what the form has in its field `file`; passes over other fields.
class FileCollector {
public:
    explicit FileCollector(qint64 limit)
        : m_limit(limit)
    {
    }

    [[nodiscard]] MultipartParser::Events events()
    {
        return {[this](const MultipartParser::Part &part) { begin(part); },
                [this](QByteArrayView bytes) { append(bytes); }, [this] { m_collecting = false; }};
    }

    [[nodiscard]] FormFile result() &&
    {
        if (m_files == 0)
            return {{}, 422, Tr::tr("The form has no field “file” with a file in it.")};
        if (m_files > 1)
            return {{}, 422, Tr::tr("The form has more than one field “file”; send one file at a time.")};
        if (m_tooLong)
            return {{}, 413, Tr::tr("The file is longer than the %1 bytes that are allowed.").arg(m_limit)};
        if (m_file.name.isEmpty())
            return {{}, 422, Tr::tr("The file in the field “file” has no name.")};
        return {std::move(m_file), 200, {}};
    }

private:
    void begin(const MultipartParser::Part &part)
    {
        if (part.name != QLatin1StringView("file"))
            return;
        ++m_files;
        m_collecting = m_files == 1;
        if (m_collecting)
            m_file.name = part.fileName.value_or(QString());
    }

    void append(QByteArrayView bytes)
    {
        if (!m_collecting || m_tooLong)
            return;
        m_tooLong = m_file.content.size() + bytes.size() > m_limit;
        if (!m_tooLong)
            m_file.content += bytes;
    }

    const qint64 m_limit;
    UploadedFile m_file;
    int m_files = 0;
    bool m_collecting = false;
    bool m_tooLong = false;
};

Response started(const Job &job)
{
    JsonWriter json;
    json.beginObject();
    json.name(QLatin1StringView("job_id")).value(job.id.text());
    json.name(QLatin1StringView("status")).ascii("pending");
    // In the contract's own words, which clients may look at: not translated.
    json.name(QLatin1StringView("message")).value(QStringLiteral("Analysis started for %1").arg(job.name));
    json.endObject();
    return {.body = json.take()};
}

void saveAndCreate(const ApiContext &context, const UploadedFile &file, Reply reply)
{
    const Timestamp now = context.clock.now();
    const JobId id = JobId::generate(now);
    const auto path = context.uploads.save(id, file.name, file.content);
    if (!path)
        return reply.sendError(path.error());
    Job job;
    job.id = id;
    job.name = file.name;
    job.provider = QStringLiteral("songmap");
    job.input = *path;
    job.totalSize = file.content.size();
    job.filesCount = 1;
    job.createdAt = now;
    auto kept = std::make_shared<Reply>(std::move(reply));
    // On the store's thread, which may outlive the context: a copy.
    context.store.createAsync(std::move(job), [kept, id, uploads = context.uploads](Result<Job> created) {
        if (!created) {
            uploads.remove(id);
            return kept->sendError(created.error());
        }
        kept->resume([job = *std::move(created)](Reply back) { back.send(started(job)); });
    });
}

} // namespace

FormFile readFormFile(const Request &request, qint64 limit)
{
    const auto boundary = MultipartParser::boundaryOf(request.contentType);
    if (!boundary)
        return {{},
                400,
                Tr::tr("The request needs a multipart/form-data body, and its Content-Type the "
                       "boundary of it.")};
    FileCollector collector(limit);
    MultipartParser parser(*boundary, collector.events());
    QByteArrayView rest = request.body;
    while (!rest.isEmpty()) {
        const QByteArrayView piece = rest.first(std::min(rest.size(), feedSize));
        if (!parser.feed(piece))
            return {{}, 400, parser.error()};
        rest = rest.sliced(piece.size());
    }
    if (!parser.finish())
        return {{}, 400, parser.error()};
    return std::move(collector).result();
}

void acceptUpload(const ApiContext &context, Request request, Reply reply)
{
    runInPool(context.pool, std::move(reply), [&context, request = std::move(request)](Reply back) mutable {
        FormFile form = readFormFile(request, context.uploadLimit);
        request.body.clear();
        if (form.status != 200)
            return back.sendError(form.status, form.error, QStringLiteral("file"));
        if (const auto fit = UploadStore::checkFileName(form.file.name); !fit)
            return back.sendError(fit.error());
        saveAndCreate(context, form.file, std::move(back));
    });
}

} // namespace tallyman::http
