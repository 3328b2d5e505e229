// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/detailsdock.h"

#include "models/jobtablemodel.h"
#include "models/jsontreemodel.h"
#include "tests/gui/livewindow.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"
#include "views/details/detailsheader.h"
#include "views/details/factspage.h"
#include "views/details/jobtextpage.h"
#include "views/details/jsonpage.h"
#include "views/details/readonlytext.h"
#include "views/details/resultspage.h"
#include "views/details/summarypage.h"
#include "views/details/timelinepage.h"
#include "views/dockfolding.h"
#include "views/elidedlabel.h"
#include "views/jobs/jobtableview.h"
#include "views/messagebar.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QFormLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>

using namespace tallyman;
using namespace std::chrono_literals;
using State = DetailsDock::State;

namespace {

template<typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

/// Takes what somebody opens.
class UrlCatcher : public QObject {
    Q_OBJECT

public:
    UrlCatcher() { QDesktopServices::setUrlHandler(u("file"), this, "open"); }
    ~UrlCatcher() override { QDesktopServices::unsetUrlHandler(u("file")); }
    QList<QUrl> opened;

public slots:
    void open(const QUrl &url) { opened.append(url); }
};

} // namespace

class TestDetailsDock : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void nothingSelectedSaysWhatToDo();
    void followsTheSelection();
    void showsFacts();
    void opensLocalFilesOnly();
    void updateHoldsTabAndPlaces();
    void resultsAreFilteredAndLive();
    void timelineTellsErrors();
    void copiesPathAndValue();
    void copiesTheJobAsJson();
    void longTextsAreCutForTheEye();
    void deletedJobIsSaid();
    void deselectedJobLeaves();
    void severalAreSummedUp();
    void manyAreSummedUp();
    void readProblemIsSaidInPlace();
    void opensByKeys();
    void foldsInANarrowWindow();
    void actionsAreButtons();
    void everyControlHasAName();

private:
    [[nodiscard]] DetailsDock &dock() { return *m_live->window().details(); }
    [[nodiscard]] JobTableView &table() { return *m_live->window().table(); }
    [[nodiscard]] JobStore &store() { return m_live->store(); }
    qint64 add(const Job &job)
    {
        m_clock.advance(1s);
        return must(store().create(job)).seq;
    }
    void showTab(QWidget *page) { dock().tabs()->setCurrentWidget(page); }
    void select(const QList<qint64> &seqs);
    // Selects the job and waits until it is shown.
    void show(qint64 seq, const QString &title);
    [[nodiscard]] QString fact(const QString &title);

    test::ManualClock m_clock;
    std::unique_ptr<test::LiveWindow> m_live;
};

void TestDetailsDock::init()
{
    m_live = std::make_unique<test::LiveWindow>(m_clock);
    m_live->window().resize(1280, 800);
    m_live->window().show();
}

void TestDetailsDock::cleanup()
{
    m_live.reset();
}

void TestDetailsDock::select(const QList<qint64> &seqs)
{
    QTRY_COMPARE(m_live->jobs().rowsOf(seqs).size(), seqs.size());
    QItemSelection selection;
    const QList<int> rows = m_live->jobs().rowsOf(seqs);
    for (const int row : rows)
        selection.select(table().model()->index(row, 0), table().model()->index(row, 0));
    table().selectionModel()->select(selection,
                                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TestDetailsDock::show(qint64 seq, const QString &title)
{
    select({seq});
    QTRY_COMPARE(dock().header()->title(), title);
    QTRY_COMPARE(dock().state(), State::One);
}

QString TestDetailsDock::fact(const QString &title)
{
    const QList<QLabel *> labels = dock().facts()->findChildren<QLabel *>();
    const auto *form = dock().facts()->findChild<QFormLayout *>();
    for (QLabel *label : labels) {
        if (label->text() != title || label->isHidden())
            continue;
        for (int row = 0; row < form->rowCount(); ++row) {
            if (form->itemAt(row, QFormLayout::LabelRole)->widget() != label)
                continue;
            QWidget *field = form->itemAt(row, QFormLayout::FieldRole)->widget();
            if (const auto *value = qobject_cast<QLabel *>(field))
                return value->text();
            const auto *elided = qobject_cast<ElidedLabel *>(field);
            return (elided ? elided : field->findChild<ElidedLabel *>())->text();
        }
    }
    return {};
}

void TestDetailsDock::nothingSelectedSaysWhatToDo()
{
    add(test::job("one"));
    QTRY_VERIFY(m_live->window().showsTable());
    QCOMPARE(dock().state(), State::Nothing);
    QCOMPARE(dock().sentence(), u("Select a job to see everything about it."));
    QVERIFY(!dock().header()->isVisible());
}

void TestDetailsDock::followsTheSelection()
{
    Job running = test::job("one", "first <b>job</b>");
    running.status = JobStatus::Running;
    running.startedAt = m_clock.now();
    running.progress = 0.5;
    const qint64 one = add(running);
    const qint64 two = add(test::job("two", "second job"));
    m_clock.advance(120s);
    show(one, u("first <b>job</b>"));
    QCOMPARE(dock().header()->statusLine(), u("Running"));
    QCOMPARE(dock().header()->timeLeft(), u("about 2 min left"));
    show(two, u("second job"));
    QCOMPARE(dock().header()->statusLine(), u("Pending, waits for 2 min 00 s"));
    QVERIFY(dock().header()->timeLeft().isEmpty());
}

void TestDetailsDock::showsFacts()
{
    const Job full = test::fullJob("full");
    m_clock.set(full.createdAt + 1h);
    show(must(store().create(full)).seq, full.name);
    QCOMPARE(fact(u("ID")), u("full"));
    QCOMPARE(fact(u("Provider")), u("vsphere"));
    QCOMPARE(fact(u("User")), u("Ann O'Hara"));
    QCOMPARE(fact(u("Items")), u("5 of 8"));
    QCOMPARE(fact(u("Files")), u("42"));
    QCOMPARE(fact(u("Size")), QLocale().formattedDataSize(123456789012, 1, QLocale::DataSizeSIFormat));
    QCOMPARE(fact(u("Input")), u("/data/in put.wav"));
    QCOMPARE(fact(u("Retries")), u("2 of 5"));
    QCOMPARE(fact(u("Created")), u("1 h ago"));
    QCOMPARE(fact(u("Duration")), u("1 min 03 s"));
    QCOMPARE(fact(u("Ended")), u("58 min ago"));
    auto *error = dock().facts()->findChild<ReadOnlyText *>();
    QCOMPARE(error->toPlainText(), full.error);
    QVERIFY(error->isReadOnly());
    QTRY_COMPARE(error->verticalScrollBar()->maximum(), 0); // its box is as high as it is
    QVERIFY(error->height() < 5 * error->fontMetrics().lineSpacing());
    QTest::mouseClick(dock().facts()->findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u("full"));

    show(add(test::job("bare", "bare")), u("bare"));
    QVERIFY(fact(u("Provider")).isEmpty());
    QVERIFY(fact(u("Output")).isEmpty());
    QVERIFY(!error->isVisible());
}

void TestDetailsDock::opensLocalFilesOnly()
{
    UrlCatcher catcher;
    Job job = test::job("files");
    job.input = m_live->path();
    job.output = u("/no such/file");
    show(add(job), u("a job"));
    const auto buttons = [this](const QString &text) {
        QList<QToolButton *> found;
        const QList<QToolButton *> all = dock().facts()->findChildren<QToolButton *>();
        for (QToolButton *button : all) {
            if (button->text() == text)
                found.append(button);
        }
        return found;
    };
    QTRY_VERIFY(buttons(u("&Open")).first()->isEnabled());
    QVERIFY(!buttons(u("&Open")).last()->isEnabled());
    QVERIFY(!buttons(u("Show in fo&lder")).last()->isEnabled());
    buttons(u("&Open")).first()->click();
    buttons(u("Show in fo&lder")).first()->click();
    QCOMPARE(catcher.opened,
             QList<QUrl>({QUrl::fromLocalFile(m_live->path()),
                          QUrl::fromLocalFile(QFileInfo(m_live->path()).absolutePath())}));

    job = test::job("addresses");
    job.input = u("https://example.org/a.wav");
    job.output = u("relative/path");
    show(add(job), u("a job"));
    QTRY_COMPARE(fact(u("Input")), job.input);
    QTRY_VERIFY(!buttons(u("&Open")).first()->isEnabled());
}

void TestDetailsDock::updateHoldsTabAndPlaces()
{
    Job job = test::job("one", "name");
    job.status = JobStatus::Running;
    QByteArray many = "[0";
    for (int i = 1; i < 300; ++i)
        many += ",{\"n\":" + QByteArray::number(i) + "}";
    job.options = many + "]";
    const qint64 seq = add(job);
    show(seq, u("name"));

    showTab(dock().json());
    JsonTreeModel &model = *dock().json()->model();
    QTreeView &view = *dock().json()->view();
    QTRY_VERIFY(view.isExpanded(model.index(0, 0)));
    view.expand(model.indexOf(u("/options/7")));
    view.setCurrentIndex(model.indexOf(u("/options/7/n")));
    view.verticalScrollBar()->setValue(200);

    JobUpdate update;
    update.name = u("another name");
    update.metadata = "{\"new\":1}";
    must(store().update(job.id, update));
    QTRY_COMPARE(dock().header()->title(), u("another name"));
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(dock().tabs()->currentWidget(), dock().json());
    QVERIFY(view.isExpanded(model.indexOf(u("/options/7"))));
    QVERIFY(!view.isExpanded(model.indexOf(u("/options/8"))));
    QCOMPARE(view.currentIndex().data(JsonTreeModel::PointerRole).toString(), u("/options/7/n"));
    QCOMPARE(view.verticalScrollBar()->value(), 200);

    showTab(dock().text());
    QScrollBar *down = dock().text()->text()->verticalScrollBar();
    QTRY_VERIFY(down->maximum() > 50);
    down->setValue(50);
    must(store().updateProgress(job.id, 0.25));
    QTRY_VERIFY(dock().text()->text()->wholeText().contains(u("\"progress\": 0.25")));
    QCOMPARE(down->value(), 50);
    QCOMPARE(dock().tabs()->currentWidget(), dock().text());
}

void TestDetailsDock::resultsAreFilteredAndLive()
{
    const qint64 seq = add(test::job("one", "with results"));
    QList<JobResult> results;
    for (int i = 0; i < 5000; ++i)
        results << JobResult{u("page %1").arg(i), i % 10 != 0, i % 10 ? QString() : u("torn"), {}};
    must(store().addResults(test::id("one"), results));
    show(seq, u("with results"));
    showTab(dock().results());
    const JobResultsModel &model = *dock().results()->model();
    QTRY_COMPARE(model.rowCount(), 5000);
    QTest::keyClicks(dock().results()->filterField(), u("page 49"));
    QTRY_COMPARE(model.rowCount(), 111);
    QCOMPARE(model.resultAt(0).item, u("page 490"));
    QScrollBar *down = dock().results()->table()->verticalScrollBar();
    down->setValue(300);
    must(store().addResults(test::id("one"), {{u("page 49 b"), true, {}, {}}}));
    QTRY_COMPARE(model.rowCount(), 112);
    QCOMPARE(dock().results()->filterField()->text(), u("page 49"));
    QCOMPARE(down->value(), 300);

    dock().results()->table()->selectRow(0);
    dock().results()->table()->setFocus();
    QTest::keyClick(dock().results()->table(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u("page 490\tFailed\ttorn\t"));

    show(add(test::job("two", "without")), u("without"));
    QTRY_COMPARE(model.rowCount(), 0);
    QVERIFY(dock().results()->filterField()->text().isEmpty());
}

void TestDetailsDock::timelineTellsErrors()
{
    const qint64 seq = add(test::job("one", "moves"));
    must(store().updateStatus(test::id("one"), JobStatus::Running));
    JobUpdate failure;
    failure.status = JobStatus::Failed;
    failure.error = u("disk full\nreally");
    must(store().update(test::id("one"), failure));
    m_clock.advance(65min);
    must(store().updateStatus(test::id("one"), JobStatus::Pending));
    show(seq, u("moves"));
    showTab(dock().timeline());
    QTRY_COMPARE(dock().timeline()->topLevelItemCount(), 4);
    const QTreeWidgetItem *newest = dock().timeline()->topLevelItem(0);
    QCOMPARE(newest->text(1), u("Failed"));
    QCOMPARE(newest->text(2), u("Pending"));
    QCOMPARE(newest->childCount(), 0);
    const QTreeWidgetItem *failed = dock().timeline()->topLevelItem(1);
    QCOMPARE(failed->text(0), u("1 h ago"));
    QCOMPARE(failed->childCount(), 1);
    QCOMPARE(failed->child(0)->text(0), u("disk full"));
    QCOMPARE(dock().timeline()->topLevelItem(3)->text(2), u("Created"));
    dock().timeline()->setCurrentItem(failed->child(0));
    dock().timeline()->setFocus();
    QTest::keyClick(dock().timeline(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u("disk full\nreally"));
}

void TestDetailsDock::copiesPathAndValue()
{
    Job job = test::job("one", "json");
    job.options = R"({"a/b":["x\ny"]})";
    show(add(job), u("json"));
    showTab(dock().json());
    QTreeView *view = dock().json()->view();
    QTRY_VERIFY(dock().json()->model()->rowCount() == 1);
    view->setCurrentIndex(dock().json()->model()->indexOf(u("/options/a~1b/0")));
    view->setFocus();
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QApplication::clipboard()->text(), u("/options/a~1b/0"));
    QTest::keyClick(view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u("x\ny"));
}

void TestDetailsDock::copiesTheJobAsJson()
{
    show(must(store().create(test::fullJob("full"))).seq, test::fullJob("full").name);
    showTab(dock().text());
    QTest::mouseClick(dock().text()->findChild<QToolButton *>(), Qt::LeftButton);
    const auto copied = QJsonDocument::fromJson(QApplication::clipboard()->text().toUtf8()).object();
    QCOMPARE(copied.value(u"id").toString(), u("full"));
    QCOMPARE(copied.value(u"options").toObject().value(u"rate").toInt(), 44100);
    QVERIFY(QApplication::clipboard()->text().contains(u("2.50"))); // as it was spelled
}

void TestDetailsDock::longTextsAreCutForTheEye()
{
    Job job = test::job("one", "long");
    job.options = "\"" + QByteArray(1'000'000, 'x') + "\"";
    show(add(job), u("long"));
    showTab(dock().text());
    QTRY_VERIFY(dock().text()->text()->wholeText().size() > 1'000'000);
    QVERIFY(dock().text()->text()->toPlainText().size() < ReadOnlyText::textLimit);
    QVERIFY(!dock().text()->text()->isWhole());
}

void TestDetailsDock::deletedJobIsSaid()
{
    const qint64 seq = add(test::job("one", "short life"));
    add(test::job("other"));
    show(seq, u("short life"));
    QVERIFY(must(store().remove(test::id("one"))));
    QTRY_COMPARE(dock().state(), State::Gone);
    QCOMPARE(dock().sentence(), u("This job has been deleted."));
    QTRY_COMPARE(m_live->jobs().rowCount(), 1);
    QCOMPARE(table().selectedCount(), 0);
    dock().openAndFocus(); // looks at the selection at once
    QCOMPARE(dock().state(), State::Gone);
}

void TestDetailsDock::deselectedJobLeaves()
{
    show(add(test::job("one", "seen")), u("seen"));
    table().clearSelection();
    QTRY_COMPARE(dock().state(), State::Nothing);
}

void TestDetailsDock::severalAreSummedUp()
{
    QList<qint64> seqs;
    for (const char *id : {"a", "b", "c"})
        seqs << must(store().create(test::fullJob(id))).seq;
    seqs << add(test::job("d"));
    select(seqs);
    QTRY_COMPARE(dock().state(), State::Several);
    QCOMPARE(dock().header()->title(), u("4 jobs selected"));
    QTRY_COMPARE(dock().summary()->lines().size(), 7);
    QVERIFY(dock().summary()->lines().contains(u("Failed: 3")));
    QVERIFY(dock().summary()->lines().contains(u("Pending: 1")));
    QVERIFY(dock().summary()->lines().contains(u("Items: 15 of 24")));
    QVERIFY(dock().summary()->lines().contains(u("Duration: 3 min 09 s")));
    must(store().updateStatus(test::id("d"), JobStatus::Running));
    QTRY_VERIFY(dock().summary()->lines().contains(u("Running: 1")));
    select({seqs.first()});
    QTRY_COMPARE(dock().state(), State::One);
}

void TestDetailsDock::manyAreSummedUp()
{
    const auto connection = m_live->otherConnection();
    QVERIFY(connection
                ->execute(
                    u("INSERT INTO jobs (id, status) SELECT 'j' || value, 'pending' FROM "
                      "json_each((WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                      "30000) SELECT json_group_array(i) FROM n))"))
                .ok());
    QTRY_COMPARE(m_live->jobs().rowCount(), 30000);
    table().selectAll();
    QTRY_COMPARE(dock().state(), State::Several);
    QTRY_COMPARE(dock().summary()->lines(), QStringList({u("Pending: ") + QLocale().toString(30000)}));
}

void TestDetailsDock::readProblemIsSaidInPlace()
{
    show(add(test::job("one", "seen")), u("seen"));
    const auto connection = m_live->otherConnection();
    QVERIFY(connection->execute(u("ALTER TABLE job_payload RENAME TO elsewhere")).ok());
    QTRY_VERIFY(dock().problem()->isVisible());
    QVERIFY(!dock().problem()->message().isEmpty());
    QCOMPARE(dock().header()->title(), u("seen"));
    QVERIFY(connection->execute(u("ALTER TABLE elsewhere RENAME TO job_payload")).ok());
    QTRY_VERIFY(!dock().problem()->isVisible());
}

void TestDetailsDock::opensByKeys()
{
    show(add(test::job("one", "seen")), u("seen"));
    dock().close();
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_Return);
    QVERIFY(dock().isVisible());
    QTRY_VERIFY(dock().isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(table().hasFocus());
    QTest::keyClick(&m_live->window(), Qt::Key_I, Qt::ControlModifier);
    QVERIFY(!dock().isVisible());
    QTest::keyClick(&m_live->window(), Qt::Key_I, Qt::ControlModifier);
    QVERIFY(dock().isVisible());
}

void TestDetailsDock::foldsInANarrowWindow()
{
    MainWindow &window = m_live->window();
    QVERIFY(dock().isVisible());
    window.findChild<DockFolding *>()->setWidth(&dock(), 420);
    QTRY_COMPARE(dock().width(), 420);
    window.resize(1000, 700);
    QTRY_VERIFY(!dock().isVisible());
    const WindowLayout narrow = window.saveLayout();
    QVERIFY(!dock().isVisible());
    window.resize(1280, 700);
    QTRY_VERIFY(dock().isVisible());
    QTRY_COMPARE(dock().width(), 420);

    window.resize(1000, 700);
    QTRY_VERIFY(!dock().isVisible());
    dock().toggleViewAction()->trigger();
    window.resize(990, 700);
    QCoreApplication::processEvents();
    QVERIFY2(dock().isVisible(), "opened by hand");

    window.resize(1280, 700);
    dock().toggleViewAction()->trigger();
    window.resize(1000, 700);
    window.resize(1280, 700);
    QCoreApplication::processEvents();
    QVERIFY2(!dock().isVisible(), "closed by hand");
    window.restoreLayout({{}, narrow.state, {}});
    QVERIFY2(dock().isVisible(), "what was only folded is saved as open");
}

void TestDetailsDock::actionsAreButtons()
{
    QAction cancel(u("&Cancel"));
    dock().setActions({&cancel});
    show(add(test::job("one", "seen")), u("seen"));
    auto *button = qobject_cast<QToolButton *>(dock().findChild<QToolBar *>()->widgetForAction(&cancel));
    QVERIFY(button && button->isVisible());
    QSignalSpy triggered(&cancel, &QAction::triggered);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(triggered.size(), 1);
    dock().setActions({});
    QVERIFY(!dock().findChild<QToolBar *>()->isVisible());
}

void TestDetailsDock::everyControlHasAName()
{
    show(must(store().create(test::fullJob("full"))).seq, test::fullJob("full").name);
    const QList<QWidget *> widgets = dock().findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool edits = widget->inherits("QLineEdit") || widget->inherits("QPlainTextEdit")
            || widget->inherits("QTableView") || widget->inherits("QTreeView");
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if (widget->objectName().startsWith(u("qt_")) || widget->objectName().startsWith(u("Scroll")))
            continue;
        if (edits || (button && button->focusPolicy() != Qt::NoFocus))
            QVERIFY2(named, widget->metaObject()->className());
    }
}

QTEST_MAIN(TestDetailsDock)
#include "tst_detailsdock.moc"
