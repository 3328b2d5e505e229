// SPDX-License-Identifier: GPL-3.0-or-later
// The actions on jobs, as a person uses them: in the real window.
#include "tests/gui/livewindow.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"
#include "views/dialogs/question.h"
#include "views/dialogs/textdialog.h"
#include "views/jobs/jobtableview.h"
#include "views/messagebar.h"
#include "views/workbar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>

using namespace tallyman;

namespace {

template<typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

QString plain(QString text)
{
    return text.remove(u'&');
}

} // namespace

class TestJobActions : public QObject {
    Q_OBJECT

    test::ManualClock m_clock;
    std::unique_ptr<test::LiveWindow> m_live;

    MainWindow &window() { return m_live->window(); }
    JobTableView &table() { return *m_live->window().table(); }
    JobStore &store() { return m_live->store(); }

    // The action of that name; null where none has it now.
    QAction *action(const QString &text)
    {
        const QList<QAction *> actions = window().findChildren<QAction *>();
        for (QAction *action : actions) {
            if (plain(action->text()) == text)
                return action;
        }
        return nullptr;
    }
    bool isOffered(const QString &text) { return action(text) && action(text)->isEnabled(); }
    // Waits until it can be used, and uses it.
    void trigger(const QString &text)
    {
        QTRY_VERIFY2(isOffered(text), qPrintable(text));
        action(text)->trigger();
    }
    QPushButton *button(QWidget *parent, const QString &text)
    {
        const QList<QPushButton *> buttons = parent->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (plain(button->text()) == text)
                return button;
        }
        return nullptr;
    }
    // The open question, if there is one.
    Question *question() { return window().findChild<Question *>(); }

    // Adds jobs, the newest first in the table: job-0 is the last row.
    void addJobs(int count, JobStatus status = JobStatus::Pending)
    {
        const int before = m_live->jobs().rowCount();
        std::atomic<int> created = 0;
        for (int i = before; i < before + count; ++i) {
            m_clock.advance(std::chrono::milliseconds{10});
            Job job = test::job(qPrintable(QStringLiteral("job-%1").arg(i)));
            job.name = QStringLiteral("name %1").arg(i, 5, 10, QLatin1Char('0'));
            job.status = status;
            store().createAsync(job, [&created](const Result<Job> &) { ++created; });
        }
        while (created < count)
            QTest::qWait(1);
        QTRY_COMPARE(m_live->jobs().rowCount(), before + count);
    }
    // Many, by another connection and with nothing to them.
    void addManyJobs(int count)
    {
        const auto done = m_live->otherConnection()->execute(
            QStringLiteral(
                "INSERT INTO jobs (id) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                "WHERE i < %1) SELECT 'bulk-' || i FROM n")
                .arg(count));
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QTRY_COMPARE_WITH_TIMEOUT(m_live->jobs().rowCount(), count, 20000);
    }
    void select(const QList<int> &rows)
    {
        table().clearSelection();
        for (const int row : rows) {
            // Shown, and so read.
            table().scrollTo(m_live->jobs().index(row, 0));
            QTRY_VERIFY(m_live->jobs().index(row, 0).data(JobTableModel::IdRole).isValid());
            table().selectionModel()->select(m_live->jobs().index(row, 0),
                                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
        }
    }
    JobStatus statusOf(const char *id) { return must(store().findById(test::id(id)))->status; }
    Job jobOf(const char *id) { return *must(store().findById(test::id(id))); }

private slots:
    void init()
    {
        m_live = std::make_unique<test::LiveWindow>(m_clock);
        window().show();
        window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }
    void cleanup() { m_live.reset(); }

    void cancelsThree()
    {
        addJobs(5);
        select({0, 1, 2});
        trigger(QStringLiteral("Cancel"));
        QTRY_COMPARE(statusOf("job-2"), JobStatus::Cancelled);
        QCOMPARE(statusOf("job-4"), JobStatus::Cancelled);
        QCOMPARE(statusOf("job-1"), JobStatus::Pending);
        // Seen in the table; no need to say so.
        QTRY_VERIFY(!isOffered(QStringLiteral("Cancel")));
        QTRY_VERIFY(isOffered(QStringLiteral("Retry")));
        QVERIFY(window().notice()->isHidden());
        QVERIFY(!question());
        trigger(QStringLiteral("Retry"));
        QTRY_COMPARE(statusOf("job-2"), JobStatus::Pending);
        QCOMPARE(jobOf("job-2").retryCount, 1);
    }

    void saysWhatWasRefused()
    {
        addJobs(2);
        addJobs(1, JobStatus::Completed);
        select({0, 1});
        trigger(QStringLiteral("Cancel"));
        QTRY_VERIFY(window().notice()->isVisible());
        QCOMPARE(window().notice()->message(),
                 QStringLiteral("1 job cancelled. 1 job refused: Job job-2 is completed and cannot become "
                                "cancelled."));
        QVERIFY(!button(window().notice(), QStringLiteral("Undo"))->isVisible());
        QCOMPARE(statusOf("job-1"), JobStatus::Cancelled);
    }

    void offersWhatTheSelectionAllows_data()
    {
        QTest::addColumn<JobStatus>("status");
        QTest::addColumn<QStringList>("offered");
        const QString cancel = QStringLiteral("Cancel");
        const QString retry = QStringLiteral("Retry");
        const QString fail = QStringLiteral("Set failed…");
        QTest::newRow("pending") << JobStatus::Pending << QStringList{cancel};
        QTest::newRow("running") << JobStatus::Running << QStringList{cancel, fail};
        QTest::newRow("completed") << JobStatus::Completed << QStringList{};
        QTest::newRow("failed") << JobStatus::Failed << QStringList{retry};
        QTest::newRow("cancelled") << JobStatus::Cancelled << QStringList{retry};
    }
    void offersWhatTheSelectionAllows()
    {
        QFETCH(JobStatus, status);
        QFETCH(QStringList, offered);
        addJobs(1, status);
        select({0});
        QStringList enabled;
        for (const char *name : {"Cancel", "Retry", "Set failed…"}) {
            if (isOffered(QString::fromUtf8(name)))
                enabled << QString::fromUtf8(name);
        }
        QCOMPARE(enabled, offered);
        for (const char *name : {"Pin", "Edit note…", "Delete", "Copy as text table"})
            QVERIFY(isOffered(QString::fromUtf8(name)));
        QVERIFY(!isOffered(QStringLiteral("Copy as curl (query)"))); // the API is not served
        table().clearSelection();
        for (const char *name : {"Cancel", "Retry", "Set failed…", "Pin", "Edit note…", "Delete"})
            QVERIFY(!isOffered(QString::fromUtf8(name)));
    }

    void deletesTwoAndUndoes()
    {
        addJobs(4);
        const QList<Job> before = must(store().find({}));
        select({1, 2});
        table().setFocus();
        QTest::keyClick(&table(), Qt::Key_Delete);
        QTRY_COMPARE(m_live->jobs().rowCount(), 2);
        QVERIFY(!question());
        QTRY_COMPARE(window().notice()->message(), QStringLiteral("2 jobs deleted."));
        QVERIFY(isOffered(QStringLiteral("Undo: delete 2 jobs")));
        QTest::keyClick(&table(), Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(m_live->jobs().rowCount(), 4);
        QVERIFY(must(store().find({})) == before);
        QTRY_VERIFY(!isOffered(QStringLiteral("Undo")));
        QVERIFY(window().notice()->isHidden());
    }

    void undoesOneDeletionAfterTheOther()
    {
        addJobs(3);
        for (int left = 2; left >= 1; --left) {
            select({0});
            trigger(QStringLiteral("Delete"));
            QTRY_COMPARE(m_live->jobs().rowCount(), left);
            QTRY_VERIFY(window().notice()->isVisible());
        }
        QTest::mouseClick(button(window().notice(), QStringLiteral("Undo")), Qt::LeftButton);
        QTRY_COMPARE(m_live->jobs().rowCount(), 2);
        QVERIFY(!jobOf("job-1").name.isEmpty());
        trigger(QStringLiteral("Undo: delete 1 job"));
        QTRY_COMPARE(m_live->jobs().rowCount(), 3);
    }

    void saysWhatCouldNotBePutBack()
    {
        addJobs(2);
        table().selectAll();
        trigger(QStringLiteral("Delete"));
        QTRY_COMPARE(m_live->jobs().rowCount(), 0);
        must(store().create(test::job("job-1", "another one")));
        trigger(QStringLiteral("Undo: delete 2 jobs"));
        QTRY_COMPARE(m_live->jobs().rowCount(), 2);
        QTRY_COMPARE(window().notice()->message(),
                     QStringLiteral("1 job put back. 1 job refused: Another job has the id job-1 by now."));
        QVERIFY(!isOffered(QStringLiteral("Undo")));
    }

    void asksBeforeItDeletesVeryMany()
    {
        addJobs(1200);
        table().selectAll();
        trigger(QStringLiteral("Delete"));
        QVERIFY(question());
        QCOMPARE(question()->question(), QStringLiteral("Delete 1,200 jobs?"));
        QTest::mouseClick(button(question(), QStringLiteral("Keep")), Qt::LeftButton);
        QTRY_VERIFY(!question());
        QCOMPARE(must(store().count({})), 1200);
        trigger(QStringLiteral("Delete all that match…"));
        QTRY_VERIFY(question());
        QTest::mouseClick(button(question(), QStringLiteral("Delete 1,200 jobs")), Qt::LeftButton);
        QTRY_COMPARE(must(store().count({})), 0);
        trigger(QStringLiteral("Undo: delete 1,200 jobs"));
        QTRY_COMPARE(must(store().count({})), 1200);
    }

    void asksBeforeItCancelsAllThatMatch()
    {
        addJobs(3);
        addJobs(4, JobStatus::Completed);
        trigger(QStringLiteral("Cancel all that match…"));
        QTRY_VERIFY(question());
        // Only those that can be.
        QTest::mouseClick(button(question(), QStringLiteral("Cancel 3 jobs")), Qt::LeftButton);
        QTRY_COMPARE((must(store().countByStatus()))[JobStatus::Cancelled], 3);
        QTRY_COMPARE(window().notice()->message(), QStringLiteral("3 jobs cancelled."));
        trigger(QStringLiteral("Cancel all that match…"));
        QTRY_VERIFY(window().notice()->message().startsWith(QStringLiteral("None of the jobs")));
        QVERIFY(!question());
    }

    void stopsMidwayAndTellsHowFarItCame()
    {
        addManyJobs(100'000);
        table().selectAll();
        trigger(QStringLiteral("Delete"));
        QTest::mouseClick(button(question(), QStringLiteral("Delete 100,000 jobs")), Qt::LeftButton);
        QTRY_VERIFY(window().work()->isVisible());
        QCOMPARE(window().work()->what(), QStringLiteral("Deleting jobs"));
        QTRY_VERIFY(window().work()->figures().contains(QStringLiteral("of 100,000")));
        QVERIFY(!isOffered(QStringLiteral("Delete"))); // one thing at a time
        QTest::mouseClick(button(window().work(), QStringLiteral("Cancel")), Qt::LeftButton);
        QTRY_VERIFY(window().work()->isHidden());
        QVERIFY(window().notice()->message().startsWith(QStringLiteral("Stopped after ")));
        const qint64 left = must(store().count({}));
        QVERIFY(left > 0 && left < 100'000);
        QTest::mouseClick(button(window().notice(), QStringLiteral("Undo")), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(must(store().count({})), 100'000, 20000);
    }

    void pinsAndUnpins()
    {
        addJobs(2);
        select({0, 1});
        QTest::keyClick(&table(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(jobOf("job-0").pinned && jobOf("job-1").pinned);
        trigger(QStringLiteral("Unpin"));
        QTRY_VERIFY(!jobOf("job-0").pinned && !jobOf("job-1").pinned);
        QTRY_VERIFY(isOffered(QStringLiteral("Pin")));
    }

    void editsANote()
    {
        addJobs(2);
        JobUpdate before;
        before.note = QStringLiteral("first line\nsecond line");
        must(store().update(test::id("job-1"), before));
        select({0});
        QTest::keyClick(&table(), Qt::Key_E, Qt::ControlModifier);
        TextDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = window().findChild<TextDialog *>()));
        QCOMPARE(dialog->text(), *before.note);
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), QStringLiteral("!"));
        QTest::mouseClick(button(dialog, QStringLiteral("Save note")), Qt::LeftButton);
        QTRY_COMPARE(jobOf("job-1").note, QStringLiteral("first line\nsecond line!"));
    }

    void setsFailedWithAReason()
    {
        addJobs(1, JobStatus::Running);
        select({0});
        trigger(QStringLiteral("Set failed…"));
        auto *dialog = window().findChild<TextDialog *>();
        QVERIFY(dialog);
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), QStringLiteral("disk full"));
        QTest::keyClick(dialog->findChild<QPlainTextEdit *>(), Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(statusOf("job-0"), JobStatus::Failed);
        QCOMPARE(jobOf("job-0").error, QStringLiteral("disk full"));
    }

    void copiesAsText()
    {
        addJobs(2);
        window().setApiState(
            {ApiState::Kind::Listening, QStringLiteral("http://127.0.0.1:8000"), 8000, {}, {}});
        select({0, 1});
        QClipboard &clipboard = *QApplication::clipboard();
        clipboard.clear();
        QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(clipboard.text().startsWith(QStringLiteral("ID ")));
        trigger(QStringLiteral("Copy as JSON"));
        QTRY_VERIFY(clipboard.text().startsWith(QStringLiteral("[{")));
        trigger(QStringLiteral("Copy as curl (query)"));
        QTRY_COMPARE(clipboard.text(),
                     QStringLiteral("curl 'http://127.0.0.1:8000/api/v1/jobs/job-1'\n"
                                    "curl 'http://127.0.0.1:8000/api/v1/jobs/job-0'\n"));
    }

    void opensItsMenuByMouseAndKey()
    {
        addJobs(2);
        select({0});
        table().setCurrentIndex(m_live->jobs().index(0, m_live->jobs().column(QLatin1StringView("name"))));
        for (const auto reason : {QContextMenuEvent::Mouse, QContextMenuEvent::Keyboard}) {
            QContextMenuEvent event(reason, QPoint(50, 50), table().viewport()->mapToGlobal(QPoint(50, 50)));
            QApplication::sendEvent(table().viewport(), &event);
            QMenu *menu = nullptr;
            QTRY_VERIFY((menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())));
            QVERIFY(menu->actions().contains(action(QStringLiteral("Delete"))));
            QVERIFY(menu->actions().contains(action(QStringLiteral("Copy ID"))));
            menu->close();
            QTRY_VERIFY(!QApplication::activePopupWidget());
        }
    }

    void goesToTheNameThatIsTyped()
    {
        addJobs(30);
        JobUpdate rename;
        rename.name = QStringLiteral("Zebra");
        must(store().update(test::id("job-20"), rename));
        rename.name = QStringLiteral("zoo");
        must(store().update(test::id("job-15"), rename));
        select({9, 14});
        QTRY_COMPARE(m_live->jobs().index(9, 0).data(JobTableModel::NameRole).toString(),
                     QStringLiteral("Zebra"));
        QTRY_COMPARE(m_live->jobs().index(14, 0).data(JobTableModel::NameRole).toString(),
                     QStringLiteral("zoo"));
        table().setCurrentIndex(m_live->jobs().index(0, 0));
        QTest::keyClicks(&table(), QStringLiteral("z"));
        QCOMPARE(table().currentIndex().row(), 9);
        QTest::keyClicks(&table(), QStringLiteral("o"));
        QCOMPARE(table().currentIndex().row(), 14);
        QTest::keyClicks(&table(), QStringLiteral("x"));
        QCOMPARE(table().currentIndex().row(), 14);
        QVERIFY(window().statusBar()->currentMessage().contains(QStringLiteral("zox")));
    }

    void handsOverAMillionRowsAtOnce()
    {
        addManyJobs(200'000);
        table().selectAll();
        QElapsedTimer timer;
        timer.start();
        const JobChoice all = table().selectedJobs();
        QVERIFY2(timer.elapsed() < 5, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(all.size(), 200000);
        QCOMPARE(all.sliced(0, 1).constFirst(), m_live->jobs().seqAt(0));
        // All but one: copied, range by range.
        table().selectionModel()->select(m_live->jobs().index(5, 0),
                                         QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
        const JobChoice rest = table().selectedJobs();
        QCOMPARE(rest.size(), 199999);
        QCOMPARE(rest.sliced(4, 3),
                 QList({m_live->jobs().seqAt(4), m_live->jobs().seqAt(6), m_live->jobs().seqAt(7)}));
        QCOMPARE(rest.sliced(199'990, 1000).size(), 9);
    }
};

QTEST_MAIN(TestJobActions)
#include "tst_jobactions.moc"
