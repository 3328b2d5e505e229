// SPDX-License-Identifier: GPL-3.0-or-later
// tallyman_screenshots FOLDER [LANGUAGE]: draws the main window, empty and with 200 jobs, light and dark,
// small and large, each at the scale that QT_SCALE_FACTOR says.
#include "tests/gui/actionscreenshots.h"
#include "tests/gui/detailsscreenshots.h"
#include "tests/gui/livewindow.h"
#include "tests/gui/searchscreenshots.h"
#include "tests/gui/tablescreenshots.h"
#include "tests/support/testjobs.h"
#include "views/dialogs/exportdialog.h"
#include "views/jobs/jobtableview.h"

#include "views/startupproblem.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QTranslator>

#include <cstdio>

using namespace tallyman;

namespace {

constexpr QSize sizes[] = {{900, 600}, {1280, 800}};

bool save(MainWindow &window, const QDir &folder, const QString &what, bool dark)
{
    bool saved = true;
    for (const QSize size : sizes) {
        window.resize(size);
        QTest::qWait(150); // rows are read as they come into view
        const QString name = QStringLiteral("%1-%2-%3x%4@%5x.png")
                                 .arg(what, dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                 .arg(size.width())
                                 .arg(size.height())
                                 .arg(window.devicePixelRatioF());
        saved = window.grab().save(folder.filePath(name)) && saved;
    }
    return saved;
}

bool saveAll(test::LiveWindow &live, const QDir &folder, const QString &what)
{
    bool saved = true;
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? test::darkPalette() : test::lightPalette());
        saved = save(live.window(), folder, what, dark) && saved;
    }
    return saved;
}

void addJobs(JobStore &store, const Clock &clock)
{
    const QList<Job> jobs = test::realisticJobs(200, clock.now());
    for (const Job &job : jobs) {
        if (const auto added = store.create(job); !added)
            qFatal("%s", qUtf8Printable(added.error().message));
    }
}

// Ways the window looks that take something to happen.
bool saveStates(test::LiveWindow &live, const QDir &folder, const Clock &clock)
{
    MainWindow &window = live.window();
    JobTableView &table = *window.table();
    window.activateWindow();
    table.setFocus();
    const auto *model = table.model();
    for (const int row : {3, 4, 5, 7, 12})
        table.selectionModel()->select(model->index(row, 0),
                                       QItemSelectionModel::Select | QItemSelectionModel::Rows);
    window.setApiState(
        {ApiState::Kind::Unavailable,
         {},
         8000,
         QStringLiteral("Port 8000 on 127.0.0.1 is taken by another program. End that program, "
                        "or choose another port (0 takes any that is free)."),
         QStringLiteral("The bound address is already in use")});
    bool saved = saveAll(live, folder, QStringLiteral("selected-port-taken"));

    // New jobs while the view is scrolled, one of which does not say how far it is; the selection without
    // focus.
    table.verticalScrollBar()->setValue(40);
    for (int i = 0; i < 37; ++i) {
        Job job = test::job(qPrintable(QStringLiteral("new-%1").arg(i)), "live_set_0200.flac");
        job.status = i % 2 ? JobStatus::Running : JobStatus::Pending;
        job.createdAt = clock.now();
        (void)live.store().create(job);
    }
    QTest::qWait(500);
    table.verticalScrollBar()->setValue(table.verticalScrollBar()->value() - 100);
    QTest::qWait(1200);
    window.menuBar()->setFocus();
    QTest::mouseMove(table.viewport(), QPoint(300, 200));
    emit live.jobs().failed(
        {ErrorCode::Corrupt,
         QStringLiteral("The database /home/ann/.local/share/tallyman/jobs.db is damaged. "
                        "Restore it from a backup, or move it away to start with a new one."),
         QStringLiteral("database disk image is malformed (11)"),
         {}});
    saved = saveAll(live, folder, QStringLiteral("arrivals-problem")) && saved;

    StartupProblem startup(
        {ErrorCode::NotADatabase,
         QStringLiteral("/home/ann/.local/share/tallyman/jobs.db is not a SQLite database; it "
                        "begins with “not a datab”. Move it away, or name another file with "
                        "--store. The file was left as it is."),
         QStringLiteral("file is not a database (26)"),
         {}});
    startup.show();
    QTest::qWait(100);
    return startup.grab().save(folder.filePath(QStringLiteral("startup.png"))) && saved;
}

// The dialog before, while and after it exports, and when it cannot.
bool saveExport(test::LiveWindow &live, const QDir &folder, const Clock &clock)
{
    bool saved = true;
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? test::darkPalette() : test::lightPalette());
        ExportTask task(live.store(), clock);
        const auto filter =
            parseFilter(QStringLiteral("status:failed,completed provider:vs* created:<7d sort:-size"));
        ExportDialog dialog(task, *filter, {1, 2, 3}, QStringLiteral("/home/ann/Documents"));
        dialog.show();
        const auto save = [&](const char *state) {
            QTest::qWait(200);
            const QString name =
                QStringLiteral("export-%1-%2@%3x.png")
                    .arg(QString::fromUtf8(state), dark ? QStringLiteral("dark") : QStringLiteral("light"))
                    .arg(dialog.devicePixelRatioF());
            saved = dialog.grab().save(folder.filePath(name)) && saved;
        };
        save("ready");
        dialog.exportButton()->click();
        save("failed");
        dialog.path()->setText(folder.filePath(QStringLiteral("jobs.csv")));
        dialog.exportButton()->click();
        save("done");
        QFile::remove(folder.filePath(QStringLiteral("jobs.csv")));
        dialog.path()->setText(QStringLiteral("/home/ann/Documents/jobs.csv"));
        dialog.exportButton()->click();
        emit task.progressed(412044, 1204311);
        task.blockSignals(true); // so that it seems to go on
        save("running");
    }
    return saved;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: tallyman_screenshots FOLDER [LANGUAGE [FONT_PERCENT]]\n", stderr);
        return 2;
    }
    const QDir folder(arguments.at(1));
    folder.mkpath(QStringLiteral("."));
    const QLocale locale(arguments.value(2, QStringLiteral("en_GB")));
    QLocale::setDefault(locale);
    QTranslator translator;
    if (translator.load(locale, QStringLiteral("tallyman"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QApplication::installTranslator(&translator);

    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * arguments.value(3, QStringLiteral("100")).toDouble() / 100.0);
    QApplication::setFont(font);
    for (const int side : {16, 32, 256})
        QIcon(QStringLiteral(":/tallyman/icons/tallyman.svg"))
            .pixmap(side)
            .save(folder.filePath(QStringLiteral("icon-%1.png").arg(side)));
    const SystemClock clock;
    test::LiveWindow live(clock);
    MainWindow &window = live.window();
    window.setApiState({ApiState::Kind::Listening, QStringLiteral("http://127.0.0.1:8000"), 8000, {}, {}});
    window.show();
    QTest::qWait(600);
    bool saved = saveAll(live, folder, QStringLiteral("empty"));

    addJobs(live.store(), clock);
    QTest::qWait(1500);
    saved = saveAll(live, folder, QStringLiteral("full")) && saved;

    saved = test::showTableStates(live, [&](const QString &what) { return saveAll(live, folder, what); })
        && saved;
    saved = test::showSearchStates(window, [&](const QString &what) { return saveAll(live, folder, what); })
        && saved;
    saved = test::saveActionStates(live, folder) && saved;
    test::showDetails(live, clock,
                      [&](const QString &what) { saved = saveAll(live, folder, what) && saved; });
    saved = saveStates(live, folder, clock) && saved;
    saved = saveExport(live, folder, clock) && saved;
    return saved ? 0 : 1;
}
