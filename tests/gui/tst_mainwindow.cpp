// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"
#include "tests/gui/livewindow.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"
#include "views/jobs/emptypage.h"
#include "views/jobs/jobtableview.h"
#include "views/jobs/newrowspill.h"
#include "views/messagebar.h"
#include "views/search/facetpanel.h"
#include "views/search/nomatchpage.h"
#include "views/search/queryedit.h"
#include "views/search/searchfield.h"
#include "views/search/searchpart.h"
#include "views/search/viewslist.h"
#include "views/search/viewspanel.h"
#include "views/startupproblem.h"
#include "views/statistics/statistictile.h"
#include "views/windowstatus.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

using namespace tallyman;

namespace {

const ApiState listening{ApiState::Kind::Listening, QStringLiteral("http://127.0.0.1:43210"), 43210, {}, {}};
const ApiState taken{ApiState::Kind::Unavailable,
                     {},
                     8000,
                     QStringLiteral("Port 8000 on 127.0.0.1 is taken by another program."),
                     QStringLiteral("The bound address is already in use")};

template<typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

void addJobs(JobStore &store, test::ManualClock &clock, int count)
{
    for (int i = 0; i < count; ++i) {
        clock.advance(std::chrono::seconds{1});
        Job job = test::job(qPrintable(QStringLiteral("job-%1").arg(i, 4, 10, QLatin1Char('0'))));
        job.name = QStringLiteral("name %1").arg((i * 7) % count, 4, 10, QLatin1Char('0'));
        must(store.create(job));
    }
}

QString idAt(const QAbstractItemView &view, int row)
{
    return view.model()->index(row, 0).data(JobTableModel::IdRole).toString();
}

QAction *action(const QWidget &window, const QString &text)
{
    const QList<QAction *> actions = window.findChildren<QAction *>();
    for (QAction *action : actions) {
        if (QString(action->text()).remove(u'&') == text)
            return action;
    }
    return nullptr;
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void emptyShowsWhatToDo();
    void emptyWithoutApiShowsTheCommandLine();
    void jobAppearsAtOnce();
    void progressMovesWithoutReset();
    void selectionStaysWhileJobsArrive();
    void nothingMovesUnderThePointer();
    void sortsByHeader();
    void copiesIds();
    void portTakenIsSaid();
    void statisticsAreLive();
    void layoutIsKept();
    void columnsCanBeHidden();
    void readProblemIsSaidInPlace();
    void everyControlHasANameAndAKey();
    void startupProblemSaysWhatToDo();
    void fitsIntoASmallWindow();
    void searchNarrowsTheTable();
    void textAndPanelStayInStep();
    void textAndHeaderStayInStep();
    void typingKeepsTheFocus();
    void noMatchSaysWhatToDo();
    void viewsOpenByKeyAndMenu();
    void viewsAreSavedWithColumns();
    void viewsHaveKeysOfTheirOwn();
    void viewsDockFolds();

private:
    test::ManualClock m_clock;
};

void TestMainWindow::emptyShowsWhatToDo()
{
    test::LiveWindow live(m_clock);
    live.window().setApiState(listening);
    live.window().show();
    QTRY_VERIFY(live.window().emptyPage()->isVisible());
    QCOMPARE(live.window().emptyPage()->command(),
             QStringLiteral("curl -H 'Content-Type: application/json' -d '{\"name\":\"My first job\"}' "
                            "http://127.0.0.1:43210/api/v1/jobs"));
    auto *copy = live.window().emptyPage()->findChild<QPushButton *>();
    QTest::mouseClick(copy, Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), live.window().emptyPage()->command());
    QCOMPARE(copy->text(), QStringLiteral("Copied"));
    QCOMPARE(live.window().status()->apiText(), QStringLiteral("API 127.0.0.1:43210"));
}

void TestMainWindow::emptyWithoutApiShowsTheCommandLine()
{
    test::LiveWindow live(m_clock);
    live.window().setApiState(taken);
    live.window().show();
    QTRY_VERIFY(live.window().emptyPage()->isVisible());
    QCOMPARE(live.window().emptyPage()->command(),
             QStringLiteral("tallymanctl add 'My first job' --store '%1'").arg(live.path()));
}

void TestMainWindow::jobAppearsAtOnce()
{
    test::LiveWindow live(m_clock);
    live.window().show();
    QTRY_VERIFY(live.window().emptyPage()->isVisible());
    must(live.store().create(test::job("first")));
    QTRY_VERIFY_WITH_TIMEOUT(live.window().showsTable(), 500);
    QCOMPARE(idAt(*live.window().table(), 0), QStringLiteral("first"));
    m_clock.advance(std::chrono::seconds{1});
    must(live.store().create(test::job("second")));
    QTRY_COMPARE_WITH_TIMEOUT(idAt(*live.window().table(), 0), QStringLiteral("second"), 500);
    QVERIFY(must(live.store().remove(test::id("first"))));
    QVERIFY(must(live.store().remove(test::id("second"))));
    QTRY_VERIFY_WITH_TIMEOUT(live.window().emptyPage()->isVisible(), 500);
}

void TestMainWindow::progressMovesWithoutReset()
{
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 10);
    live.window().show();
    QTRY_COMPARE(live.jobs().rowCount(), 10);
    QVERIFY(must(live.store().updateStatus(test::id("job-0004"), JobStatus::Running)));
    QSignalSpy reset(&live.jobs(), &QAbstractItemModel::modelReset);
    QSignalSpy layout(&live.jobs(), &QAbstractItemModel::layoutChanged);
    for (const double progress : {0.1, 0.35, 0.62}) {
        QVERIFY(must(live.store().updateProgress(test::id("job-0004"), progress)));
        QTRY_COMPARE_WITH_TIMEOUT(live.jobs().index(5, 0).data(JobTableModel::ProgressRole).toDouble(),
                                  progress, 500);
    }
    QCOMPARE(reset.size() + layout.size(), 0);
}

void TestMainWindow::selectionStaysWhileJobsArrive()
{
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 20);
    live.window().show();
    JobTableView &table = *live.window().table();
    QTRY_COMPARE(live.jobs().rowCount(), 20);
    table.selectRow(3);
    table.selectionModel()->select(live.jobs().index(7, 0),
                                   QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QList<qint64> seqs = table.selectedSeqs();
    const qint64 current = live.jobs().seqAt(table.currentIndex().row());
    QCOMPARE(seqs.size(), 2);
    for (int i = 0; i < 5; ++i) {
        m_clock.advance(std::chrono::seconds{1});
        must(live.store().create(test::job(qPrintable(QStringLiteral("new-%1").arg(i)))));
        QTRY_COMPARE_WITH_TIMEOUT(live.jobs().rowCount(), 21 + i, 500);
        QCOMPARE(table.selectedSeqs(), seqs);
        QCOMPARE(live.jobs().seqAt(table.currentIndex().row()), current);
    }
    action(live.window(), QStringLiteral("Refresh"))->trigger();
    QSignalSpy loaded(&live.jobs(), &JobTableModel::loaded);
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(table.selectedSeqs(), seqs);
    // Through a reset too.
    live.jobs().setJobFilter(must(parseFilter(QStringLiteral("id:job-*"))));
    QTRY_COMPARE(loaded.size(), 2);
    QCOMPARE(live.jobs().rowCount(), 20);
    QCOMPARE(table.selectedSeqs(), seqs);
    QCOMPARE(live.jobs().seqAt(table.currentIndex().row()), current);
}

void TestMainWindow::nothingMovesUnderThePointer()
{
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 200);
    live.window().resize(900, 600);
    live.window().show();
    JobTableView &table = *live.window().table();
    QTRY_COMPARE(live.jobs().rowCount(), 200);
    auto *pill = table.findChild<NewRowsPill *>();

    // At the top and untouched, the view follows.
    must(live.store().create(test::job("follow")));
    QTRY_COMPARE(live.jobs().rowCount(), 201);
    QCOMPARE(table.verticalScrollBar()->value(), 0);
    QVERIFY(!pill->isVisible());

    table.layOutNow();
    table.verticalScrollBar()->setValue(1003);
    const int row = table.rowAt(50);
    const qint64 seq = live.jobs().seqAt(row);
    const int y = table.rowViewportPosition(row);
    for (int i = 0; i < 3; ++i) {
        m_clock.advance(std::chrono::seconds{1});
        must(live.store().create(test::job(qPrintable(QStringLiteral("new-%1").arg(i)))));
    }
    QTRY_COMPARE(live.jobs().rowCount(), 204);
    QCOMPARE(live.jobs().seqAt(table.rowAt(50)), seq);
    QCOMPARE(table.rowViewportPosition(table.rowAt(50)), y);
    QVERIFY(pill->isVisible());
    QCOMPARE(pill->rows(), 3);

    QVERIFY(must(live.store().remove(test::id("new-1"))));
    QTRY_COMPARE(live.jobs().rowCount(), 203);
    QCOMPARE(live.jobs().seqAt(table.rowAt(50)), seq);
    QCOMPARE(table.rowViewportPosition(table.rowAt(50)), y);

    QTest::mouseClick(pill, Qt::LeftButton);
    QCOMPARE(table.verticalScrollBar()->value(), 0);
    QVERIFY(!pill->isVisible());
    QCOMPARE(idAt(table, 0), QStringLiteral("new-2"));
}

void TestMainWindow::sortsByHeader()
{
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 30);
    live.window().resize(1000, 600);
    live.window().show();
    JobTableView &table = *live.window().table();
    QTRY_COMPARE(live.jobs().rowCount(), 30);
    QHeaderView *header = table.horizontalHeader();
    QCOMPARE(live.jobs().sortKeys(), (QList<SortKey>{{FilterField::Created, true}}));
    table.selectRow(4);
    const QList<qint64> selected = table.selectedSeqs();

    const int name = live.jobs().fieldIndex(QStringLiteral("name"));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(name) + 20, header->height() / 2));
    QTRY_COMPARE(live.jobs().index(0, 0).data(JobTableModel::NameRole).toString(),
                 QStringLiteral("name 0000"));
    QCOMPARE(live.jobs().index(29, 0).data(JobTableModel::NameRole).toString(), QStringLiteral("name 0029"));
    QCOMPARE(table.selectedSeqs(), selected);
    action(live.window(), QStringLiteral("Go to newest"))->trigger();
    QTRY_COMPARE(idAt(table, 0), QStringLiteral("job-0029"));
    QCOMPARE(table.selectedSeqs(), selected);
}

void TestMainWindow::copiesIds()
{
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 5);
    live.window().show();
    JobTableView &table = *live.window().table();
    QTRY_COMPARE(live.jobs().rowCount(), 5);
    QAction *copy = action(live.window(), QStringLiteral("Copy ID"));
    QVERIFY(!copy->isEnabled());
    table.selectAll();
    QVERIFY(copy->isEnabled());
    QApplication::clipboard()->clear();
    copy->trigger();
    QTRY_COMPARE(QApplication::clipboard()->text(),
                 QStringLiteral("job-0004\njob-0003\njob-0002\njob-0001\njob-0000"));
}

void TestMainWindow::portTakenIsSaid()
{
    test::LiveWindow live(m_clock);
    live.window().setApiState(taken);
    live.window().show();
    QVERIFY(live.window().status()->apiText().contains(QStringLiteral("8000")));
    QSignalSpy retry(&live.window(), &MainWindow::apiRetryRequested);
    QSignalSpy other(&live.window(), &MainWindow::apiOtherPortRequested);
    int pressed = 0;
    const QList<QToolButton *> buttons = live.window().statusBar()->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        ++pressed;
    }
    QCOMPARE(pressed, 2);
    QCOMPARE(retry.size(), 1);
    QCOMPARE(other.size(), 1);
    // The window works on.
    must(live.store().create(test::job("still")));
    QTRY_VERIFY_WITH_TIMEOUT(live.window().showsTable(), 500);
    live.window().setApiState(listening);
    for (const QToolButton *button : buttons)
        QVERIFY(!button->isVisible());
}

void TestMainWindow::statisticsAreLive()
{
    test::LiveWindow live(m_clock);
    live.window().show();
    const auto value = [&live](const QString &caption) {
        const QList<StatisticTile *> tiles = live.window().findChildren<StatisticTile *>();
        for (const StatisticTile *tile : tiles) {
            if (tile->accessibleName().startsWith(caption + u':'))
                return tile->value();
        }
        return QString();
    };
    QTRY_COMPARE(value(QStringLiteral("Jobs")), QStringLiteral("0"));
    QCOMPARE(value(QStringLiteral("Success rate")), QStringLiteral("–"));
    addJobs(live.store(), m_clock, 4);
    for (const char *id : {"job-0000", "job-0001", "job-0002"})
        QVERIFY(must(live.store().updateStatus(test::id(id), JobStatus::Running)));
    m_clock.advance(std::chrono::seconds{90});
    QVERIFY(must(live.store().updateStatus(test::id("job-0000"), JobStatus::Completed)));
    QVERIFY(must(live.store().updateStatus(test::id("job-0001"), JobStatus::Failed)));
    QTRY_COMPARE(value(QStringLiteral("Success rate")), QStringLiteral("50.0 %"));
    QTRY_COMPARE(value(QStringLiteral("Jobs")), QStringLiteral("4"));
    QCOMPARE(value(QStringLiteral("Pending")), QStringLiteral("1"));
    QCOMPARE(value(QStringLiteral("Running")), QStringLiteral("1"));
    QCOMPARE(value(QStringLiteral("Completed")), QStringLiteral("1"));
    QCOMPARE(value(QStringLiteral("Failed")), QStringLiteral("1"));
    QCOMPARE(value(QStringLiteral("Average duration")), QStringLiteral("1 min 30 s"));
}

void TestMainWindow::layoutIsKept()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    int provider = 0;
    {
        test::LiveWindow live(m_clock);
        Settings settings(file);
        connect(&live.window(), &MainWindow::closing, &live.window(), [&live, &settings] {
            const WindowLayout layout = live.window().saveLayout();
            settings.setValue(settings::windowGeometry, layout.geometry);
            settings.setValue(settings::windowState, layout.state);
            settings.setValue(settings::tableHeader, layout.tableHeader);
        });
        live.window().resize(777, 555);
        live.window().show();
        provider = live.jobs().fieldIndex(QStringLiteral("provider"));
        QHeaderView *header = live.window().table()->horizontalHeader();
        header->resizeSection(provider, 133);
        header->moveSection(header->visualIndex(provider), 0);
        live.jobs().setSortKeys({{FilterField::Provider, false}});
        live.window().table()->setColumnHidden(live.jobs().column(QLatin1StringView("duration")), true);
        live.window().close();
    }
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 3);
    const Settings settings(file);
    live.window().restoreLayout({settings.value(settings::windowGeometry),
                                 settings.value(settings::windowState),
                                 settings.value(settings::tableHeader)});
    live.window().show();
    QCOMPARE(live.window().size(), QSize(777, 555));
    const QHeaderView *header = live.window().table()->horizontalHeader();
    QCOMPARE(header->sectionSize(provider), 133);
    QCOMPARE(header->visualIndex(provider), 0);
    QCOMPARE(live.jobs().sortKeys(), (QList<SortKey>{{FilterField::Provider, false}}));
    QVERIFY(live.window().table()->isColumnHidden(live.jobs().column(QLatin1StringView("duration"))));
    QTRY_COMPARE(live.jobs().rowCount(), 3);
    // No provider: in the order in which they were stored.
    QTRY_COMPARE(idAt(*live.window().table(), 0), QStringLiteral("job-0000"));

    // Something else than what was saved leaves the window as it is.
    QVERIFY(!live.window().table()->restoreHeader("nonsense"));
    live.window().restoreLayout({"nonsense", "nonsense", "nonsense"});
    QCOMPARE(live.window().size(), QSize(777, 555));
}

void TestMainWindow::columnsCanBeHidden()
{
    test::LiveWindow live(m_clock);
    JobTableView &table = *live.window().table();
    QMenu menu;
    table.fillColumnsMenu(&menu);
    const QList<QAction *> actions = menu.actions();
    const auto named = [&actions](const QString &name) {
        return *std::find_if(actions.begin(), actions.end(),
                             [&name](QAction *a) { return a->text() == name; });
    };
    QVERIFY(!named(QStringLiteral("Name"))->isEnabled());
    QVERIFY(!named(QStringLiteral("ID"))->isChecked());
    named(QStringLiteral("ID"))->trigger();
    QVERIFY(!table.isColumnHidden(live.jobs().fieldIndex(QStringLiteral("id"))));
    named(QStringLiteral("User"))->trigger();
    QVERIFY(table.isColumnHidden(live.jobs().fieldIndex(QStringLiteral("user"))));
}

void TestMainWindow::readProblemIsSaidInPlace()
{
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 3);
    live.window().show();
    QTRY_COMPARE(live.jobs().rowCount(), 3);
    QVERIFY(!live.window().problem()->isVisible());
    emit live.jobs().failed({ErrorCode::Corrupt,
                             QStringLiteral("The database is damaged."),
                             QStringLiteral("database disk image is malformed"),
                             {}});
    QVERIFY(live.window().problem()->isVisible());
    QCOMPARE(live.window().problem()->message(), QStringLiteral("The database is damaged."));
    QVERIFY(live.window().showsTable()); // what was read stays
    emit live.jobs().recovered();
    QVERIFY(!live.window().problem()->isVisible());
}

void TestMainWindow::everyControlHasANameAndAKey()
{
    test::LiveWindow live(m_clock);
    live.window().setApiState(taken);
    const QList<QAction *> menus = live.window().menuBar()->actions();
    QCOMPARE(menus.size(), 6);
    for (const QAction *menu : menus) {
        QVERIFY2(menu->text().contains(u'&'), qPrintable(menu->text()));
        QVERIFY(menu->menu());
        const QList<QAction *> entries = menu->menu()->actions();
        QVERIFY(!entries.isEmpty());
        for (const QAction *entry : entries)
            QVERIFY2(entry->isSeparator() || entry->text().contains(u'&'), qPrintable(entry->text()));
    }
    const QList<QPushButton *> buttons = live.window().findChildren<QPushButton *>();
    for (const QPushButton *button : buttons)
        QVERIFY2(button->text().contains(u'&'), qPrintable(button->text()));
    QCOMPARE(live.window().table()->accessibleName(), QStringLiteral("Jobs"));
}

void TestMainWindow::startupProblemSaysWhatToDo()
{
    StartupProblem problem({ErrorCode::NotADatabase,
                            QStringLiteral("jobs.db is not a database."),
                            QStringLiteral("file is not a database"),
                            {}});
    problem.show();
    bool said = false;
    const QList<QLabel *> labels = problem.findChildren<QLabel *>();
    for (const QLabel *label : labels)
        said = said || label->text() == QStringLiteral("jobs.db is not a database.");
    QVERIFY(said);
    const QList<QPushButton *> buttons = problem.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == QStringLiteral("&Try again"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(problem.result(), int(QDialog::Accepted));
}

void TestMainWindow::fitsIntoASmallWindow()
{
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 3);
    live.window().setApiState(taken);
    live.window().resize(900, 600);
    live.window().show();
    QTRY_COMPARE(live.jobs().rowCount(), 3);
    QCOMPARE(live.window().size(), QSize(900, 600));
    QCOMPARE(live.window().table()->horizontalScrollBar()->maximum(), 0);
}

void TestMainWindow::searchNarrowsTheTable()
{
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 30);
    live.window().show();
    live.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&live.window()));
    QTRY_COMPARE(live.jobs().rowCount(), 30);
    SearchField &field = *live.window().search()->field();
    action(live.window(), QStringLiteral("Find"))->trigger();
    QTRY_VERIFY(field.edit()->hasFocus());
    QTest::keyClicks(field.edit(), QStringLiteral("id:job-000*"));
    QTRY_COMPARE(live.jobs().rowCount(), 10);
    const auto says = [&live](const QString &text) {
        const QList<QLabel *> labels = live.window().statusBar()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *l) { return l->text() == text; });
    };
    QTRY_VERIFY(says(QStringLiteral("10 of 30 jobs")));
    // A new job that matches is there at once, one that does not match is not.
    must(live.store().create(test::job("job-000x")));
    must(live.store().create(test::job("other")));
    QTRY_COMPARE(live.jobs().rowCount(), 11);
    QTRY_VERIFY(says(QStringLiteral("11 of 32 jobs")));
    QTest::keyClick(field.edit(), Qt::Key_Down);
    QVERIFY(live.window().table()->hasFocus());
    field.focusAndSelect();
    QCOMPARE(field.edit()->selectedText(), QStringLiteral("id:job-000*"));
    QTest::keyClick(field.edit(), Qt::Key_Escape);
    QTRY_COMPARE(live.jobs().rowCount(), 32);
    QVERIFY(field.edit()->hasFocus());
    QVERIFY(says(QStringLiteral("32 jobs")));
    QTest::keyClick(field.edit(), Qt::Key_Escape);
    QVERIFY(live.window().table()->hasFocus());
}

// Two views of one query: whatever changes one of them changes the other, and the table.
void TestMainWindow::textAndPanelStayInStep()
{
    test::LiveWindow live(m_clock);
    for (int i = 0; i < 12; ++i) {
        Job job = test::job(qPrintable(QStringLiteral("job-%1").arg(i)));
        job.status = i % 3 ? JobStatus::Running : JobStatus::Failed;
        job.user = i % 2 ? QStringLiteral("ann") : QStringLiteral("bob o");
        must(live.store().create(job));
    }
    live.window().resize(1280, 800);
    live.window().show();
    SearchPart &search = *live.window().search();
    FacetPanel &panel = *search.facets();
    FacetModel &facets = live.search().facets;
    const auto value = [&facets](Facet facet, int row) {
        return facets.index(row, 0, facets.index(int(facet), 0));
    };
    const auto click = [&panel](const QModelIndex &index, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(panel.viewport(), Qt::LeftButton, modifiers, panel.visualRect(index).center());
    };
    const auto use = [&value](Facet facet, int row) {
        return FacetUse(value(facet, row).data(FacetModel::UseRole).toInt());
    };
    QTRY_COMPARE(facets.rowCount(facets.index(int(Facet::User), 0)), 2);
    click(value(Facet::Status, 3));
    QCOMPARE(search.field()->text(), QStringLiteral("status:failed"));
    QTRY_COMPARE(live.jobs().rowCount(), 4);
    click(value(Facet::User, 1), Qt::AltModifier);
    QCOMPARE(search.field()->text(), QStringLiteral("status:failed -user:\"bob o\""));
    QTRY_COMPARE(live.jobs().rowCount(), 2);
    search.field()->focusAndSelect();
    QTest::keyClicks(search.field()->edit(), QStringLiteral("user:ann -status:failed "));
    QTRY_COMPARE(live.jobs().rowCount(), 4);
    QCOMPARE(use(Facet::Status, 3), FacetUse::Excluded);
    QTRY_COMPARE(value(Facet::User, 0).data().toString(), QStringLiteral("ann"));
    QCOMPARE(use(Facet::User, 0), FacetUse::Included);
    QCOMPARE(use(Facet::User, 1), FacetUse::Free);
    // The counts follow: those of a facet without its own terms.
    QTRY_COMPARE(value(Facet::Status, 3).data(FacetModel::CountRole).toInt(), 2);
    QTRY_COMPARE(value(Facet::User, 1).data(FacetModel::CountRole).toInt(), 4);
    // A text that is no query changes nothing, and a click goes on from the last good one.
    QTest::keyClicks(search.field()->edit(), QStringLiteral("status:x "));
    QTRY_VERIFY(search.field()->problem());
    QCOMPARE(live.jobs().rowCount(), 4);
    click(value(Facet::Status, 3), Qt::AltModifier);
    QCOMPARE(search.field()->text(), QStringLiteral("user:ann"));
    search.field()->goBack();
    QCOMPARE(search.field()->text(), QStringLiteral("user:ann -status:failed status:x"));
}

void TestMainWindow::textAndHeaderStayInStep()
{
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 30);
    live.window().resize(1280, 800);
    live.window().show();
    JobTableView &table = *live.window().table();
    QTRY_COMPARE(live.jobs().rowCount(), 30);
    SearchField &field = *live.window().search()->field();
    field.setQuery(QStringLiteral("id:job* sort:-name"));
    QTRY_COMPARE(live.jobs().index(0, 0).data(JobTableModel::NameRole).toString(),
                 QStringLiteral("name 0029"));
    QHeaderView *header = table.horizontalHeader();
    const int name = live.jobs().column(QLatin1StringView("name"));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      QPoint(header->sectionViewportPosition(name) + 20, header->height() / 2));
    QCOMPARE(field.text(), QStringLiteral("id:job* sort:name"));
    QTRY_COMPARE(live.jobs().index(0, 0).data(JobTableModel::NameRole).toString(),
                 QStringLiteral("name 0000"));
    action(live.window(), QStringLiteral("Go to newest"))->trigger();
    QCOMPARE(field.text(), QStringLiteral("id:job*"));
    // The facets are those of the same jobs.
    QVERIFY(live.search().facets.filter().terms == field.filter().terms);
}

void TestMainWindow::typingKeepsTheFocus()
{
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 5);
    live.window().show();
    live.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&live.window()));
    QTRY_COMPARE(live.jobs().rowCount(), 5);
    SearchField &field = *live.window().search()->field();
    field.focusAndSelect();
    QTest::keyClicks(field.edit(), QStringLiteral("nosuch "));
    QTRY_VERIFY(live.window().search()->noMatchPage()->isVisible());
    QVERIFY(field.edit()->hasFocus());
    QTest::keyClick(field.edit(), Qt::Key_Escape);
    QTRY_VERIFY(live.window().showsTable());
    QVERIFY(field.edit()->hasFocus());
}

void TestMainWindow::noMatchSaysWhatToDo()
{
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 5);
    Job job = test::job("deep");
    job.input = QStringLiteral("/data/needle.wav");
    must(live.store().create(job));
    live.window().show();
    QTRY_COMPARE(live.jobs().rowCount(), 6);
    SearchPart &search = *live.window().search();
    const auto press = [&search](const QString &text) {
        const QList<QPushButton *> buttons = search.noMatchPage()->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (QString(button->text()).remove(u'&') == text && button->isVisible())
                return QTest::mouseClick(button, Qt::LeftButton), true;
        }
        return false;
    };
    search.field()->setQuery(QStringLiteral("status:failed"));
    QTRY_VERIFY(search.noMatchPage()->isVisible());
    QVERIFY(!press(QStringLiteral("Search deep"))); // no word to look for
    search.field()->setQuery(QStringLiteral("needle"));
    QTRY_VERIFY(search.noMatchPage()->isVisible());
    QVERIFY(press(QStringLiteral("Search deep")));
    QCOMPARE(search.field()->text(), QStringLiteral("needle in:all"));
    QTRY_COMPARE(live.jobs().rowCount(), 1);
    QVERIFY(live.window().showsTable());
    search.field()->setQuery(QStringLiteral("nosuch in:all"));
    QTRY_VERIFY(search.noMatchPage()->isVisible());
    QVERIFY(!press(QStringLiteral("Search deep"))); // it has
    QVERIFY(press(QStringLiteral("Clear search")));
    QTRY_COMPARE(live.jobs().rowCount(), 6);
}

void TestMainWindow::viewsOpenByKeyAndMenu()
{
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 5);
    QVERIFY(must(live.store().updateStatus(test::id("job-0003"), JobStatus::Running)));
    live.window().show();
    live.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&live.window()));
    QTRY_COMPARE(live.jobs().rowCount(), 5);
    SearchPart &search = *live.window().search();
    QTest::keyClick(&live.window(), Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(search.field()->text(), QStringLiteral("status:running"));
    QTRY_COMPARE(live.jobs().rowCount(), 1);
    QVERIFY(live.search().views.index(1).data(SavedViews::CurrentRole).toBool());
    QTest::keyClick(&live.window(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(search.field()->text(), QString());
    QTest::keyClick(&live.window(), Qt::Key_9, Qt::ControlModifier); // there is none
    QCOMPARE(search.field()->text(), QString());
    QTest::keyClick(&live.window(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(search.field()->text(), QStringLiteral("status:running"));

    QMenu *menu = action(live.window(), QStringLiteral("Saved views"))->menu();
    emit menu->aboutToShow();
    QVERIFY(menu->actions().at(1)->isChecked());
    menu->actions().at(3)->trigger();
    QCOMPARE(search.field()->text(), QStringLiteral("duration:>1h"));
}

void TestMainWindow::viewsAreSavedWithColumns()
{
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 5);
    live.window().resize(1280, 800);
    live.window().show();
    live.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&live.window()));
    SearchPart &search = *live.window().search();
    JobTableView &table = *live.window().table();
    const int user = live.jobs().fieldIndex(QStringLiteral("user"));
    table.setColumnHidden(user, true);
    search.field()->setQuery(QStringLiteral("id:job*"));
    QSignalSpy edited(&live.search().views, &SavedViews::edited);
    QTest::keyClick(&live.window(), Qt::Key_S, Qt::ControlModifier);
    auto *editor = search.views()->list()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("Mine"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(live.search().views.view(5).name, QStringLiteral("Mine"));
    QCOMPARE(live.search().views.view(5).query, QStringLiteral("id:job*"));
    QVERIFY(edited.size() >= 2);
    table.setColumnHidden(user, false);
    search.field()->setQuery({});
    QTest::keyClick(&live.window(), Qt::Key_6, Qt::ControlModifier);
    QCOMPARE(search.field()->text(), QStringLiteral("id:job*"));
    QVERIFY(table.isColumnHidden(user));
}

// Copy, delete and undo mean views there, and jobs elsewhere.
void TestMainWindow::viewsHaveKeysOfTheirOwn()
{
    test::LiveWindow live(m_clock);
    addJobs(live.store(), m_clock, 3);
    live.window().resize(1280, 800);
    live.window().show();
    live.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&live.window()));
    QTRY_COMPARE(live.jobs().rowCount(), 3);
    live.window().table()->selectAll();
    ViewsList *list = live.window().search()->views()->list();
    list->setFocus();
    list->setCurrentIndex(live.search().views.index(3));
    QApplication::clipboard()->clear();
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Slow: duration:>1h"));
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(live.search().views.rowCount(), 4);
    QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(live.search().views.rowCount(), 5);
    QTest::keyClick(list, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(live.search().views.rowCount(), 6);
    QTest::keyClick(list, Qt::Key_F2);
    QVERIFY(list->findChild<QLineEdit *>());
    QCOMPARE(live.jobs().rowCount(), 3);
}

void TestMainWindow::viewsDockFolds()
{
    test::LiveWindow live(m_clock);
    live.window().resize(1280, 800);
    live.window().show();
    live.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&live.window()));
    const QDockWidget *dock = live.window().search()->dock();
    QVERIFY(dock->isVisible());
    live.window().resize(900, 600);
    QVERIFY(!dock->isVisible());
    QTest::keyClick(&live.window(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(dock->isVisible());
    QVERIFY(action(live.window(), QStringLiteral("Show views"))->isChecked());
    QTest::keyClick(&live.window(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!dock->isVisible());
    live.window().resize(1280, 800);
    QVERIFY(!dock->isVisible()); // closed by hand
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
