// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/detailsscreenshots.h"

#include "tests/support/testjobs.h"
#include "views/details/detailsdock.h"
#include "views/details/jobtextpage.h"
#include "views/details/jsonpage.h"
#include "views/details/resultspage.h"
#include "views/details/timelinepage.h"
#include "views/jobs/jobtableview.h"

#include <QAction>
#include <QTabWidget>
#include <QTest>

namespace tallyman::test {

namespace {

using namespace std::chrono_literals;

Job running(Timestamp now)
{
    Job job = test::job("0198c1de-7a40-7c31-9d55-2f1b6f0c4e11", "Export web-0042 with all of its snapshots");
    job.provider = QStringLiteral("vsphere");
    job.user = QStringLiteral("käthe");
    job.status = JobStatus::Running;
    job.progress = 0.62;
    job.totalItems = 3000;
    job.processedItems = 1860;
    job.totalSize = 48'318'382'080;
    job.input = QStringLiteral("/srv/vsphere/datacenter-7/cluster-b/web-0042/web-0042-flat.vmdk");
    job.output = QStringLiteral("/tmp");
    job.createdAt = now - 11min;
    job.startedAt = now - 9min;
    job.heartbeatAt = now - 3s;
    job.options =
        R"({"format":"ova","compress":{"level":6,"threads":4,"dictionary":null},"disks":[{"key":2000,)"
        R"("label":"Hard disk 1","bytes":42949672960},{"key":2001,"label":"Hard disk 2","bytes":5368709120}],)"
        R"("quiesce":true,"note":"nightly, keep for 30 days"})";
    job.metadata = R"({"host":"esx-03.example","ticket":"OPS-4711","tags":["web","prod"]})";
    job.progressDetails = R"({"stage":"disk 2 of 2","rate":118.4})";
    return job;
}

Job failed(Timestamp now)
{
    Job job = test::job("0198c1de-7a40-7c31-9d55-2f1b6f0c4e12", "tag_batch_0412");
    job.provider = QStringLiteral("comics");
    job.user = QStringLiteral("bob");
    job.createdAt = now - 75min;
    job.error = QStringLiteral("Traceback (most recent call last):\n"
                               "  File \"/opt/comics/worker.py\", line 214, in run\n"
                               "    self.tag(archive, metadata, dry_run=self.options.dry_run)\n"
                               "  File \"/opt/comics/tagger.py\", line 88, in tag\n"
                               "    with ZipFile(archive) as source:\n"
                               "zipfile.BadZipFile: File is not a zip file: The Long Harbour 0412.cbz");
    return job;
}

void add(JobStore &store, const Job &job)
{
    if (const auto added = store.create(job); !added)
        qFatal("%s", qUtf8Printable(added.error().message));
}

// One that failed, was tried again, and failed again, with results.
void addFailed(JobStore &store, Timestamp now)
{
    Job job = failed(now);
    const QString error = std::exchange(job.error, QString());
    add(store, job);
    JobUpdate failure;
    failure.status = JobStatus::Failed;
    failure.error = QStringLiteral("rsync: write failed: No space left on device (28)");
    for (const bool again : {true, false}) {
        (void)store.updateStatus(job.id, JobStatus::Running);
        (void)store.update(job.id, failure);
        if (again)
            (void)store.updateStatus(job.id, JobStatus::Pending);
        failure.error = error;
    }
    QList<JobResult> results;
    for (int i = 0; i < 3000; ++i) {
        const QString item = QStringLiteral("The Long Harbour %1.cbz").arg(i, 4, 10, QLatin1Char('0'));
        if (i % 400 == 12)
            results << JobResult{item, false, QStringLiteral("File is not a zip file"), {}};
        else
            results << JobResult{item, true, {}, "{\"pages\":" + QByteArray::number(20 + i % 17) + "}"};
    }
    (void)store.addResults(job.id, results);
}

void select(LiveWindow &live, const QList<int> &rows)
{
    JobTableView &table = *live.window().table();
    table.clearSelection();
    for (const int row : rows)
        table.selectionModel()->select(table.model()->index(row, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::qWait(400);
}

} // namespace

void showDetails(LiveWindow &live, const Clock &clock, const std::function<void(const QString &what)> &save)
{
    DetailsDock &details = *live.window().details();
    JobTableView &table = *live.window().table();
    Job job = failed(clock.now());
    addFailed(live.store(), clock.now());
    add(live.store(), running(clock.now()));
    QTest::qWait(600);
    const auto rowOf = [&](const JobId &id) {
        const auto found = live.store().findById(id);
        return live.jobs().rowsOf({(*found)->seq}).value(0);
    };
    table.clearSelection();
    save(QStringLiteral("details-nothing"));
    select(live, {rowOf(running({}).id)});
    save(QStringLiteral("details-running"));
    for (const auto &[page, what] :
         {std::pair<QWidget *, const char *>(details.json(), "json"), {details.text(), "text"}}) {
        details.tabs()->setCurrentWidget(page);
        QTest::qWait(100);
        save(QStringLiteral("details-") + QLatin1StringView(what));
    }
    details.tabs()->setCurrentIndex(0);
    select(live, {rowOf(job.id)});
    save(QStringLiteral("details-failed"));
    for (const auto &[page, what] : {std::pair<QWidget *, const char *>(details.timeline(), "timeline"),
                                     {details.results(), "results"}}) {
        details.tabs()->setCurrentWidget(page);
        QTest::qWait(400);
        save(QStringLiteral("details-") + QLatin1StringView(what));
    }
    details.tabs()->setCurrentIndex(0);
    select(live, {3, 4, 5, 7, 8, 9, 12, 14, 15, 20, 21});
    save(QStringLiteral("details-several"));
    table.clearSelection();
}

} // namespace tallyman::test
