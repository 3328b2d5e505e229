// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/livewindow.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"
#include "views/jobs/jobheader.h"
#include "views/jobs/jobtableview.h"
#include "views/jobs/newrowspill.h"
#include "views/jobs/readingbar.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace tallyman;

namespace {

using Model = JobTableModel;

template<typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

void addMany(const test::LiveModels &live, int count, int from = 0)
{
    const auto other = live.otherConnection();
    const auto done = other->execute(
        QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                       "INSERT INTO jobs (id, name, provider, user, created_at) SELECT 'j' || (i + %2), "
                       "'name ' || (i % 97), "
                       "'p' || (i % 3), 'u' || (i % 5), "
                       "strftime('%Y-%m-%dT%H:%M:%fZ', 1700000000 + i, 'unixepoch') FROM n")
            .arg(count)
            .arg(from));
    if (!done)
        qFatal("%s", qUtf8Printable(done.error().detail));
}

JobFilter parsed(const char *text)
{
    return must(parseFilter(QString::fromUtf8(text)));
}

// The table alone, without a search field that has a say in the filter.
class LiveTable : public test::LiveModels {
public:
    explicit LiveTable(const Clock &clock)
        : LiveModels(clock)
        , m_table(jobs(), clock)
    {
        m_table.resize(1200, 600);
    }
    [[nodiscard]] JobTableView &table() { return m_table; }

private:
    JobTableView m_table;
};

QStringList shownColumns(const JobTableView &table)
{
    QStringList names;
    const QJsonArray layout = table.columnLayout();
    for (const QJsonValue &column : layout)
        names.append(column[QLatin1StringView("name")].toString());
    return names;
}

QAction *named(const QMenu &menu, const QString &text)
{
    const QList<QAction *> actions = menu.actions();
    const auto found =
        std::find_if(actions.begin(), actions.end(), [&text](QAction *a) { return a->text() == text; });
    return found == actions.end() ? nullptr : *found;
}

} // namespace

class TestJobTableView : public QObject {
    Q_OBJECT

private slots:
    void clicksSortAndCtrlClicksAdd();
    void headerFollowsTheFilter();
    void sortMenuDoesTheSame();
    void columnsAreKeptByName();
    void theNameHasTheRoomThatIsLeft();
    void strangeLayoutsDoNoHarm_data();
    void strangeLayoutsDoNoHarm();
    void figuresReadWell();
    void holdsStillUnderFilterAndSorts();
    void longReadingIsShownAndCancelled();

private:
    const test::ManualClock m_clock;
};

void TestJobTableView::clicksSortAndCtrlClicksAdd()
{
    LiveTable live(m_clock);
    addMany(live, 40);
    live.table().resize(1200, 600);
    live.table().show();
    JobTableView &table = live.table();
    QTRY_COMPARE(live.jobs().rowCount(), 40);
    auto *header = static_cast<JobHeader *>(table.horizontalHeader());
    const auto click = [&](const char *column, Qt::KeyboardModifiers modifiers = {}) {
        const int section = live.jobs().column(QLatin1StringView(column));
        QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers,
                          QPoint(header->sectionViewportPosition(section) + 20, header->height() / 2));
    };
    using Keys = QList<SortKey>;
    QSignalSpy changed(&live.jobs(), &Model::sortChanged);
    click("provider");
    QCOMPARE(live.jobs().sortKeys(), (Keys{{FilterField::Provider, false}}));
    click("provider");
    QCOMPARE(live.jobs().sortKeys(), (Keys{{FilterField::Provider, true}}));
    click("user", Qt::ControlModifier);
    QCOMPARE(live.jobs().sortKeys(), (Keys{{FilterField::Provider, true}, {FilterField::User, false}}));
    QCOMPARE(header->sorted().size(), 2);
    QCOMPARE(header->sorted().at(1).section, live.jobs().column(QLatin1StringView("user")));
    click("user", Qt::ControlModifier);
    QCOMPARE(live.jobs().sortKeys(), (Keys{{FilterField::Provider, true}, {FilterField::User, true}}));
    QTRY_COMPARE(live.jobs().index(0, 0).data(Model::IdRole).toString(), QStringLiteral("j29"));
    click("user", Qt::ControlModifier);
    QCOMPARE(live.jobs().sortKeys(), (Keys{{FilterField::Provider, true}}));
    QCOMPARE(changed.size(), 5);
    click("name");
    QCOMPARE(live.jobs().sortKeys(), (Keys{{FilterField::Name, false}}));
    table.goToNewest();
    QVERIFY(live.jobs().jobFilter().sort.isEmpty());
    QCOMPARE(live.jobs().sortKeys(), (Keys{{FilterField::Created, true}}));
}

// A sort in the text of a filter and one by the header are one thing.
void TestJobTableView::headerFollowsTheFilter()
{
    LiveTable live(m_clock);
    addMany(live, 40);
    live.table().show();
    JobTableView &table = live.table();
    const auto *header = static_cast<JobHeader *>(table.horizontalHeader());
    live.jobs().setJobFilter(parsed("provider:p1 sort:-user,name"));
    QCOMPARE(header->sorted().size(), 2);
    QCOMPARE(header->sorted().at(0).section, live.jobs().column(QLatin1StringView("user")));
    QVERIFY(header->sorted().at(0).descending);
    QTRY_COMPARE(live.jobs().rowCount(), 14);
    live.jobs().setSortKeys({{FilterField::Size, true}});
    QCOMPARE(toText(live.jobs().jobFilter()), QStringLiteral("provider:p1 sort:-size"));
    live.jobs().setJobFilter(parsed("provider:p1"));
    QCOMPARE(header->sorted().size(), 1);
    QCOMPARE(header->sorted().at(0).section, live.jobs().column(QLatin1StringView("created_at")));
}

void TestJobTableView::sortMenuDoesTheSame()
{
    LiveTable live(m_clock);
    JobTableView &table = live.table();
    const auto choose = [&table](const QString &text, bool further = false) {
        QMenu menu;
        table.fillSortMenu(&menu);
        QAction *action =
            further ? named(*named(menu, QStringLiteral("&Then by"))->menu(), text) : named(menu, text);
        if (!action)
            qFatal("%s", qUtf8Printable(text));
        action->trigger();
    };
    choose(QStringLiteral("User"));
    choose(QStringLiteral("&Ascending"));
    choose(QStringLiteral("Size"), true);
    QCOMPARE(toText(live.jobs().jobFilter()), QStringLiteral("sort:user,size"));
    choose(QStringLiteral("Size"), true);
    choose(QStringLiteral("&Descending"));
    QCOMPARE(toText(live.jobs().jobFilter()), QStringLiteral("sort:-user,-size"));
    choose(QStringLiteral("Size"), true);
    QCOMPARE(toText(live.jobs().jobFilter()), QStringLiteral("sort:-user"));
}

void TestJobTableView::columnsAreKeptByName()
{
    LiveTable live(m_clock);
    JobTableView &table = live.table();
    const QStringList first = shownColumns(table);
    QCOMPARE(first.first(3),
             (QStringList{QStringLiteral("status"), QStringLiteral("name"), QStringLiteral("provider")}));
    QSignalSpy changed(&table, &JobTableView::columnLayoutChanged);
    QMenu menu;
    table.fillColumnsMenu(&menu);
    named(menu, QStringLiteral("Error"))->trigger();
    named(menu, QStringLiteral("User"))->trigger();
    auto *header = table.horizontalHeader();
    header->moveSection(header->visualIndex(live.jobs().column(QLatin1StringView("duration"))), 0);
    header->resizeSection(live.jobs().column(QLatin1StringView("provider")), 171);
    QVERIFY(changed.size() >= 4);
    const QJsonArray layout = table.columnLayout();
    QCOMPARE(shownColumns(table).first(), QStringLiteral("duration"));
    QVERIFY(shownColumns(table).contains(QStringLiteral("error")));
    QVERIFY(!shownColumns(table).contains(QStringLiteral("user")));

    changed.clear();
    named(menu, QStringLiteral("&Reset columns"))->trigger();
    QCOMPARE(shownColumns(table), first);
    QCOMPARE(changed.size(), 1);
    QVERIFY(table.setColumnLayout(layout));
    QCOMPARE(table.columnLayout(), layout);
    QCOMPARE(header->sectionSize(live.jobs().column(QLatin1StringView("provider"))), 171);
    QCOMPARE(changed.size(), 1); // that was not the user
    QVERIFY(QJsonDocument(layout).toJson(QJsonDocument::Compact).size() < 600);
}

void TestJobTableView::theNameHasTheRoomThatIsLeft()
{
    LiveTable live(m_clock);
    JobTableView &table = live.table();
    table.show();
    const auto *header = table.horizontalHeader();
    const int name = live.jobs().column(QLatin1StringView("name"));
    const int digit = table.fontMetrics().horizontalAdvance(u'0');
    table.resize(1400, 600);
    QCOMPARE(header->length(), table.viewport()->width());
    const int wide = header->sectionSize(name);
    table.setColumnHidden(live.jobs().column(QLatin1StringView("user")), true);
    QVERIFY(header->sectionSize(name) > wide);
    QCOMPARE(header->length(), table.viewport()->width());
    table.resize(500, 600);
    QCOMPARE(header->sectionSize(name), 20 * digit);
    QVERIFY(header->length() > table.viewport()->width());
}

void TestJobTableView::strangeLayoutsDoNoHarm_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("taken");
    QTest::addColumn<QStringList>("shown");
    const QStringList name{QStringLiteral("name")};
    QTest::newRow("nothing") << QByteArray("[]") << false << QStringList();
    QTest::newRow("other things") << QByteArray("[1, \"name\", null, {\"width\": 7}]") << false
                                  << QStringList();
    QTest::newRow("unknown") << QByteArray(R"([{"name": "nonsense", "width": 100}])") << false
                             << QStringList();
    QTest::newRow("no name") << QByteArray(R"([{"name": "user", "width": 100}])") << true
                             << QStringList{QStringLiteral("name"), QStringLiteral("user")};
    QTest::newRow("widths") << QByteArray(R"([{"name": "name"}, {"name": "user", "width": -5},
                                              {"name": "id", "width": 1e12}, {"name": "status", "width": "x"}])")
                            << true
                            << QStringList{QStringLiteral("name"), QStringLiteral("user"),
                                           QStringLiteral("id"), QStringLiteral("status")};
    QTest::newRow("twice") << QByteArray(R"([{"name": "name"}, {"name": "name"}])") << true << name;
    QTest::newRow("hidden ones") << QByteArray(R"([{"name": "name"}, {"name": "max_retries", "width": 50}])")
                                 << true << name;
}

void TestJobTableView::strangeLayoutsDoNoHarm()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, taken);
    QFETCH(QStringList, shown);
    LiveTable live(m_clock);
    JobTableView &table = live.table();
    const QStringList before = shownColumns(table);
    QCOMPARE(table.setColumnLayout(QJsonDocument::fromJson(json).array()), taken);
    QCOMPARE(shownColumns(table), taken ? shown : before);
    for (const QJsonValue &column : table.columnLayout()) {
        const int width = column[QLatin1StringView("width")].toInt(100);
        QVERIFY(width >= 40 && width <= 4000);
    }
}

void TestJobTableView::figuresReadWell()
{
    LiveTable live(m_clock);
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    Job job = test::fullJob("full");
    job.status = JobStatus::Running;
    job.completedAt.reset();
    job.totalItems = 1000;
    job.processedItems = 412;
    job.progress = 0.5;
    job.createdAt = m_clock.now() - std::chrono::seconds{100};
    job.queuedAt = job.createdAt;
    job.startedAt = m_clock.now() - std::chrono::seconds{60};
    job.totalSize = 1'200'000'000;
    must(live.store().create(job));
    JobUpdate pin;
    pin.pinned = true;
    must(live.store().update(job.id, pin));
    live.table().show();
    QTRY_COMPARE(live.jobs().rowCount(), 1);
    const auto text = [&live](const char *column) {
        return live.jobs().index(0, live.jobs().column(QLatin1StringView(column))).data().toString();
    };
    QTRY_COMPARE(text("processed_items"), QStringLiteral("412 / 1,000"));
    QTRY_COMPARE(text("pinned"), QStringLiteral("Pinned"));
    QCOMPARE(text("total_size"), QStringLiteral("1.2 GB"));
    QCOMPARE(text("error"), QStringLiteral("first line"));
    QCOMPARE(text("duration"), QStringLiteral("60.0 s"));
    QCOMPARE(text("waiting"), QStringLiteral("40.0 s"));
    QCOMPARE(text("remaining"), QStringLiteral("60.0 s"));
    const QModelIndex index = live.jobs().index(0, 0);
    QCOMPARE(index.data(Model::WaitingRole).toLongLong(), 40000);
    QCOMPARE(index.data(Model::RemainingRole).toLongLong(), 60000);
    QCOMPARE(index.data(Model::ErrorRole).toString(), QStringLiteral("first line"));
    for (const char *column :
         {"total_size", "files_count", "processed_items", "retry_count", "duration", "remaining"}) {
        const QVariant alignment = live.jobs().headerData(live.jobs().column(QLatin1StringView(column)),
                                                          Qt::Horizontal, Qt::TextAlignmentRole);
        QVERIFY2(alignment.value<Qt::Alignment>().testFlag(Qt::AlignRight), column);
    }
}

void TestJobTableView::holdsStillUnderFilterAndSorts()
{
    LiveTable live(m_clock);
    addMany(live, 3000);
    live.table().resize(1000, 500);
    live.table().show();
    JobTableView &table = live.table();
    live.jobs().setJobFilter(parsed("name user:u1 sort:provider,-created"));
    QTRY_COMPARE(live.jobs().rowCount(), 600);
    table.verticalScrollBar()->setValue(130 * table.verticalHeader()->defaultSectionSize() + 7);
    const int top = table.rowAt(0);
    const qint64 seq = live.jobs().seqAt(top);
    const int y = table.rowViewportPosition(top);
    table.selectRow(top + 2);
    const QList<qint64> selected = table.selectedSeqs();
    const qint64 current = live.jobs().seqAt(table.currentIndex().row());

    const auto other = live.otherConnection();
    QVERIFY(other
                ->execute(QStringLiteral("INSERT INTO jobs (id, name, provider, user) VALUES "
                                         "('a', 'name a', 'p0', 'u1'), ('b', 'name b', 'p0', 'u1'), "
                                         "('c', 'other', 'p0', 'u1'), ('d', 'name d', 'p2', 'u1')"))
                .ok());
    QTRY_COMPARE(live.jobs().rowCount(), 603);
    QCOMPARE(table.rowAt(0), top + 2);
    QCOMPARE(live.jobs().seqAt(table.rowAt(0)), seq);
    QCOMPARE(table.rowViewportPosition(table.rowAt(0)), y);
    QCOMPARE(table.selectedSeqs(), selected);
    QCOMPARE(live.jobs().seqAt(table.currentIndex().row()), current);
    const auto *pill = table.findChild<NewRowsPill *>();
    QVERIFY(pill->isVisible());
    QCOMPARE(pill->rows(), 2);
    // A row that moves from above to below does not move the others.
    QVERIFY(other->execute(QStringLiteral("UPDATE jobs SET provider = 'p9' WHERE id = 'a'")).ok());
    QTRY_COMPARE(live.jobs().seqAt(602), 3001);
    QCOMPARE(live.jobs().seqAt(table.rowAt(0)), seq);
    QCOMPARE(table.rowViewportPosition(table.rowAt(0)), y);
    QCOMPARE(table.selectedSeqs(), selected);
}

void TestJobTableView::longReadingIsShownAndCancelled()
{
    LiveTable live(m_clock);
    addMany(live, 200);
    live.table().resize(1000, 500);
    live.table().show();
    JobTableView &table = live.table();
    QTRY_COMPARE(live.jobs().rowCount(), 200);
    const auto *bar = table.findChild<ReadingBar *>();
    QVERIFY(!bar->isVisible());
    live.jobs().setJobFilter(parsed("\"name 1\" in:all"));
    emit live.jobs().reading(1200, 1'000'000);
    QVERIFY(bar->isVisible());
    QCOMPARE(bar->what(), QStringLiteral("Searching"));
    QCOMPARE(bar->figures(), QStringLiteral("1,200 of 1,000,000"));
    QCOMPARE(bar->geometry().bottom(), table.viewport()->rect().bottom());
    emit live.jobs().reading(7, -1);
    QCOMPARE(bar->figures(), QStringLiteral("7 so far"));
    QTRY_VERIFY(!bar->isVisible()); // it was not that long after all

    // A sort that is cancelled leaves the order that there was.
    addMany(live, 100'000, 1000);
    QTRY_VERIFY(live.jobs().rowCount() > 11'000);
    live.jobs().setJobFilter({});
    QTRY_VERIFY(live.jobs().isComplete());
    const qint64 first = live.jobs().seqAt(0);
    QSignalSpy sorted(&live.jobs(), &Model::sortChanged);
    live.jobs().setSortKeys({{FilterField::Name, false}});
    emit live.jobs().reading(50'000, 100'200);
    QCOMPARE(bar->what(), QStringLiteral("Sorting"));
    QTest::keyClick(&live.table(), Qt::Key_Escape);
    QTRY_VERIFY(live.jobs().isComplete());
    QVERIFY(!bar->isVisible());
    QVERIFY(live.jobs().jobFilter().sort.isEmpty());
    QCOMPARE(sorted.size(), 2);
    QCOMPARE(live.jobs().rowCount(), 100'200);
    QCOMPARE(live.jobs().seqAt(0), first);

    // A filter that is cancelled leaves what was found, and follows it.
    live.jobs().setJobFilter(parsed("\"name 2\" in:all"));
    live.jobs().cancel();
    QTRY_VERIFY(live.jobs().isStopped());
    QVERIFY(live.jobs().rowCount() < 11'000);
    const int found = live.jobs().rowCount();
    const auto other = live.otherConnection();
    QVERIFY(other->execute(QStringLiteral("INSERT INTO jobs (id, name) VALUES ('new', 'name 2')")).ok());
    if (found > 0)
        QTRY_COMPARE(live.jobs().rowCount(), found + 1);
    QVERIFY(live.jobs().isStopped());
    live.jobs().select();
    QTRY_VERIFY(live.jobs().isComplete());
    QVERIFY(live.jobs().rowCount() > 11'000);
}

QTEST_MAIN(TestJobTableView)
#include "tst_jobtableview.moc"
