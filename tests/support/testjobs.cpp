// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testjobs.h"

#include <QRandomGenerator>
#include <QStringList>

namespace tallyman::test {

using namespace std::chrono_literals;

JobId id(const char *text)
{
    return JobId::fromText(QString::fromUtf8(text)).value();
}

Job job(const char *idText, const char *name)
{
    Job job;
    job.id = id(idText);
    job.name = QString::fromUtf8(name);
    return job;
}

Job fullJob(const char *idText)
{
    const Timestamp created{1768991400000ms};
    Job job = test::job(idText, "a \"full\" job's 100%_name \\ 日本語 😀");
    job.provider = QStringLiteral("vsphere");
    job.user = QStringLiteral("Ann O'Hara");
    job.status = JobStatus::Failed;
    job.progress = 0.625;
    job.totalItems = 8;
    job.processedItems = 5;
    job.input = QStringLiteral("/data/in put.wav");
    job.output = QStringLiteral("/data/out%20put.json");
    job.error = QStringLiteral("first line\nsecond line\twith a tab");
    job.options = R"({"rate": 44100, "deep": [1, 2.50, null]})";
    job.result = R"([1,2,3])";
    job.metadata = R"("a lone text")";
    job.progressDetails = R"({"stage":"mux"})";
    job.webhook = R"({"url":"http://127.0.0.1:9/hook"})";
    job.note = QStringLiteral("seen by Ann\nnothing to do");
    job.pinned = true;
    job.retryCount = 2;
    job.maxRetries = 5;
    job.totalSize = 123456789012;
    job.filesCount = 42;
    job.createdAt = created;
    job.queuedAt = created + 1ms;
    job.startedAt = created + 2s;
    job.completedAt = created + 65s;
    job.expiresAt = created + 1000h;
    job.heartbeatAt = created + 64s;
    return job;
}

namespace {

struct Producer {
    const char *provider;
    QStringList names; // %1 is a number
    QStringList errors;
    int typicalSeconds;
};

QList<Producer> producers()
{
    return {
        {"songmap",
         {QStringLiteral("track_%1.wav"), QStringLiteral("live_set_%1.flac"), QStringLiteral("demo_%1.mp3")},
         {QStringLiteral("Unsupported sample format: 24-bit big endian"),
          QStringLiteral("Beat tracking found no onsets")},
         12},
        {"comics",
         {QStringLiteral("tag_batch_%1"), QStringLiteral("The Long Harbour %1.cbz")},
         {QStringLiteral("3 of 40 files have no ComicInfo.xml"), QStringLiteral("Archive is encrypted")},
         95},
        {"video",
         {QStringLiteral("Interview, camera %1"), QStringLiteral("lecture-%1.mp4")},
         {QStringLiteral("ffmpeg exited with 1: moov atom not found")},
         640},
        {"vsphere",
         {QStringLiteral("Export web-%1"), QStringLiteral("Export db-%1"),
          QStringLiteral("Migrate build-%1")},
         {QStringLiteral("Snapshot could not be consolidated: datastore is full"),
          QStringLiteral("Connection to host lost after 3 attempts")},
         2900},
        {"nightly",
         {QStringLiteral("backup.sh %1"), QStringLiteral("rotate-logs %1")},
         {QStringLiteral("rsync: write failed: No space left on device (28)")},
         180},
    };
}

void finish(Job &job, JobStatus status, Timestamp end)
{
    job.status = status;
    job.completedAt = end;
    if (status == JobStatus::Completed)
        job.progress = 1.0;
}

} // namespace

QList<Job> realisticJobs(int count, Timestamp now)
{
    const QList<Producer> all = producers();
    const QStringList users{QStringLiteral("ann"), QStringLiteral("bob"), QStringLiteral("eve"),
                            QStringLiteral("käthe")};
    QRandomGenerator random(20260121);
    QList<Job> jobs;
    for (int i = 0; i < count; ++i) {
        const Producer &producer = all[random.bounded(int(all.size()))];
        // The oldest first; about a hundred a day.
        const auto age = std::chrono::seconds{qint64(count - i) * 860 + random.bounded(600)};
        Job job;
        job.id = JobId::generate(now - age);
        job.name = producer.names[random.bounded(int(producer.names.size()))].arg(i, 4, 10, QLatin1Char('0'));
        job.provider = QString::fromLatin1(producer.provider);
        job.user = users[random.bounded(int(users.size()))];
        job.input = QStringLiteral("/srv/%1/in/%2").arg(job.provider, job.name);
        job.createdAt = now - age;
        job.queuedAt = job.createdAt;
        const auto waited = std::chrono::milliseconds{random.bounded(60000)};
        const auto ran =
            std::chrono::milliseconds{qint64(producer.typicalSeconds * (300 + random.bounded(2200)))};
        const double dice = random.generateDouble();
        const bool recent = i >= count - count / 10 - 3;
        job.startedAt = job.createdAt + waited;
        if (job.provider == QLatin1StringView("comics"))
            job.totalItems = 40;
        if (recent && dice < 0.35) {
            job.startedAt.reset();
        } else if (recent && dice < 0.75) {
            job.status = JobStatus::Running;
            job.progress = 0.05 + 0.9 * random.generateDouble();
            job.heartbeatAt = now;
            job.startedAt = now - std::min<std::chrono::milliseconds>(ran, age / 2);
        } else if (dice < 0.82) {
            finish(job, JobStatus::Completed, *job.startedAt + ran);
            job.output = QStringLiteral("/srv/%1/out/%2.json").arg(job.provider, job.name);
        } else if (dice < 0.94) {
            job.progress = random.generateDouble();
            job.error = producer.errors[random.bounded(int(producer.errors.size()))];
            finish(job, JobStatus::Failed, *job.startedAt + ran);
        } else {
            job.progress = random.generateDouble();
            finish(job, JobStatus::Cancelled, *job.startedAt + ran);
        }
        if (job.completedAt && *job.completedAt > now)
            job.completedAt = now;
        if (job.completedAt && *job.startedAt > *job.completedAt)
            job.startedAt = job.completedAt;
        if (job.totalItems)
            job.processedItems = qint64(double(*job.totalItems) * job.progress);
        jobs << job;
    }
    return jobs;
}

} // namespace tallyman::test
