// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobdetailsloader.h"

#include "models/domain/jobjson.h"
#include "models/domain/jsonwriter.h"
#include "models/store/jobstore.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <chrono>

namespace tallyman {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype jobsAtOnce = 10'000; // summed up by one query
constexpr auto progressInterval = 100ms;

std::shared_ptr<const JsonTree> jsonOf(const Job &job)
{
    QList<std::pair<QString, QByteArray>> texts;
    for (const auto &[name, text] :
         {std::pair("options", &job.options), std::pair("result", &job.result),
          std::pair("metadata", &job.metadata), std::pair("progress_details", &job.progressDetails),
          std::pair("webhook", &job.webhook)}) {
        if (!text->isEmpty())
            texts.append({QString::fromLatin1(name), *text});
    }
    return std::make_shared<JsonTree>(std::move(texts));
}

QString textOf(const Job &job, Timestamp now)
{
    JsonWriter writer;
    writeJson(writer, job, now);
    return QString::fromUtf8(indentedJson(writer.take()));
}

QString existing(const QString &text)
{
    const QString path = localPath(text);
    return !path.isEmpty() && QFileInfo::exists(path) ? path : QString();
}

} // namespace

QString localPath(const QString &text)
{
    if (text.startsWith(u'/'))
        return text;
    const QUrl url(text, QUrl::StrictMode);
    return url.isLocalFile() && url.host().isEmpty() ? url.toLocalFile() : QString();
}

JobDetailsLoader::JobDetailsLoader(JobStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_json(std::make_shared<JsonTree>())
{
}

void JobDetailsLoader::read(qint64 seq)
{
    m_reader.start([this, seq] {
        return
            [this, seq, last = m_json](const PacedReader::Reading &reading) { readJob(reading, seq, last); };
    });
}

void JobDetailsLoader::readJob(const PacedReader::Reading &reading, qint64 seq,
                               const std::shared_ptr<const JsonTree> &last)
{
    auto found = m_store.findBySeq(seq);
    auto timeline =
        found && *found ? m_store.timeline((*found)->id) : Result<QList<JobEvent>>(QList<JobEvent>());
    if (!found || !timeline) {
        reading.post([this, error = found ? timeline.error() : found.error()] { emit failed(error); });
        return;
    }
    if (!*found) {
        reading.post([this, seq] { emit gone(seq); });
        return;
    }
    JobDetails details{**found, *timeline, jsonOf(**found), textOf(**found, m_clock.now())};
    if (*details.json == *last)
        details.json = last;
    const Job job = details.job;
    reading.post([this, details = std::move(details)] {
        m_json = details.json;
        emit loaded(details);
    });
    if (reading.cancelled())
        return;
    const JobFiles files{existing(job.input), existing(job.output)};
    reading.post([this, seq, files] { emit filesFound(seq, files); });
}

void JobDetailsLoader::sumUp(const RowMap &rows, const QList<RowRange> &ranges)
{
    // Only the first time there is nothing better to show than a part of it.
    m_reader.start([this, rows, ranges, first = true]() mutable {
        return [this, rows, ranges, tell = std::exchange(first, false)](const PacedReader::Reading &reading) {
            readSummary(reading, rows, ranges, tell);
        };
    });
}

void JobDetailsLoader::readSummary(const PacedReader::Reading &reading, const RowMap &rows,
                                   const QList<RowRange> &ranges, bool tellProgress)
{
    JobSummary summary;
    qint64 counted = 0;
    QElapsedTimer sinceTold;
    sinceTold.start();
    for (const RowRange &range : ranges) {
        for (qsizetype done = 0; done < range.count;) {
            if (reading.cancelled())
                return;
            const qsizetype count = std::min(jobsAtOnce, range.count - done);
            const auto part = m_store.summary(rows.sliced(range.first + done, count));
            if (!part) {
                reading.post([this, error = part.error()] { emit failed(error); });
                return;
            }
            summary += *part;
            counted += count;
            done += count;
            if (tellProgress && std::chrono::milliseconds{sinceTold.elapsed()} > progressInterval) {
                sinceTold.start();
                reading.post([this, summary, counted] { emit summed(summary, counted); });
            }
        }
    }
    reading.post([this, summary, counted] { emit summed(summary, counted); });
}

} // namespace tallyman
