// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/savedviews.h"
#include "models/store/openstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tallyman;

namespace {

SavedView view(const char *name, const char *query, const QByteArray &columns = {})
{
    return {QString::fromUtf8(name), QString::fromUtf8(query), columns, {}};
}

QString names(const SavedViews &views)
{
    QStringList all;
    for (const SavedView &view : views.views())
        all << view.title();
    return all.join(QStringLiteral(", "));
}

} // namespace

class TestSavedViews : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void beginsWithTheShippedOnes();
    void addsRenamesAndReplaces();
    void removesAndBringsBack();
    void reorders();
    void dragsByTheModel();
    void restoresShipped();
    void textAndBack_data();
    void textAndBack();
    void wrongTextIsToldWhy_data();
    void wrongTextIsToldWhy();
    void jsonAndBack();
    void countsLive();
    void randomEdits();

private:
    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<OpenStore> m_store;
    std::unique_ptr<SavedViews> m_views;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestSavedViews::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto store =
        openStore({StoreLocation::Engine::Sqlite, m_folder->filePath(QStringLiteral("jobs.db"))}, m_clock);
    QVERIFY(store.ok());
    m_store = std::move(*store);
    m_views = std::make_unique<SavedViews>(m_store->databaseName, m_clock);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_views.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestSavedViews::cleanup()
{
    m_tester.reset();
    m_views.reset();
    m_store.reset();
    m_folder.reset();
}

void TestSavedViews::beginsWithTheShippedOnes()
{
    QCOMPARE(names(*m_views), QStringLiteral("All, Running, Failed today, Slow, Stalled"));
    for (const SavedView &view : m_views->views())
        QVERIFY2(parseFilter(view.query).ok(), qPrintable(view.query));
    QCOMPARE(m_views->rowOf({}), 0);
    QCOMPARE(m_views->rowOf(QStringLiteral("duration:>1h")), 3);
    QCOMPARE(m_views->rowOf(QStringLiteral("nosuch")), -1);
    QVERIFY(!m_views->lacksShipped());
}

void TestSavedViews::addsRenamesAndReplaces()
{
    QSignalSpy edited(m_views.get(), &SavedViews::edited);
    QCOMPARE(m_views->add(view("Mine", "user:ann sort:-size", "columns")), 5);
    QCOMPARE(m_views->add(view("Mine", "user:bob")), 6);
    QCOMPARE(m_views->view(6).name, QStringLiteral("Mine 2"));
    QCOMPARE(edited.size(), 2);

    const QModelIndex mine = m_views->index(5);
    QVERIFY(m_views->setData(mine, QStringLiteral("  Ann's\n jobs ")));
    QCOMPARE(mine.data().toString(), QStringLiteral("Ann's jobs"));
    QVERIFY(!m_views->setData(mine, QStringLiteral("  ")));
    QVERIFY(m_views->setData(mine, QStringLiteral("Mine 2")));
    QCOMPARE(mine.data().toString(), QStringLiteral("Mine 2 2"));
    QVERIFY(m_views->setData(mine, QString(200, u'x')));
    QCOMPARE(mine.data().toString().size(), SavedView::longestName);
    QCOMPARE(edited.size(), 5);
    QVERIFY(m_views->setData(mine, mine.data()));
    QCOMPARE(edited.size(), 5); // nothing new

    m_views->replace(5, QStringLiteral("user:eve"), "others");
    QCOMPARE(m_views->view(5).query, QStringLiteral("user:eve"));
    QCOMPARE(m_views->view(5).columns, QByteArray("others"));
    QCOMPARE(edited.size(), 6);

    QSignalSpy changed(m_views.get(), &QAbstractItemModel::dataChanged);
    m_views->setCurrentQuery(QStringLiteral("user:eve"));
    QVERIFY(mine.data(SavedViews::CurrentRole).toBool());
    QVERIFY(!m_views->index(0).data(SavedViews::CurrentRole).toBool());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(edited.size(), 6);
}

void TestSavedViews::removesAndBringsBack()
{
    QVERIFY(!m_views->canUndoRemove());
    QCOMPARE(m_views->undoRemove(), -1);
    m_views->remove(1);
    QCOMPARE(names(*m_views), QStringLiteral("All, Failed today, Slow, Stalled"));
    QVERIFY(m_views->canUndoRemove());
    QCOMPARE(m_views->undoRemove(), 1);
    QCOMPARE(names(*m_views), QStringLiteral("All, Running, Failed today, Slow, Stalled"));
    QVERIFY(!m_views->canUndoRemove());
    while (m_views->rowCount() > 0)
        m_views->remove(m_views->rowCount() - 1);
    QCOMPARE(m_views->undoRemove(), 0);
    QCOMPARE(names(*m_views), QStringLiteral("All"));
}

void TestSavedViews::reorders()
{
    m_views->moveTo(0, 2);
    QCOMPARE(names(*m_views), QStringLiteral("Running, Failed today, All, Slow, Stalled"));
    m_views->moveTo(4, 0);
    QCOMPARE(names(*m_views), QStringLiteral("Stalled, Running, Failed today, All, Slow"));
    QSignalSpy edited(m_views.get(), &SavedViews::edited);
    m_views->moveTo(0, -1);
    m_views->moveTo(4, 5);
    m_views->moveTo(2, 2);
    QCOMPARE(names(*m_views), QStringLiteral("Stalled, Running, Failed today, All, Slow"));
    QCOMPARE(edited.size(), 0);
}

void TestSavedViews::dragsByTheModel()
{
    const std::unique_ptr<QMimeData> data(m_views->mimeData({m_views->index(3)}));
    QVERIFY(!m_views->dropMimeData(data.get(), Qt::CopyAction, 1, 0, {}));
    QCOMPARE(names(*m_views), QStringLiteral("All, Running, Failed today, Slow, Stalled"));
    // It moves, and says that there is nothing left to take out.
    QVERIFY(!m_views->dropMimeData(data.get(), Qt::MoveAction, 1, 0, {}));
    QCOMPARE(names(*m_views), QStringLiteral("All, Slow, Running, Failed today, Stalled"));
    QMimeData other;
    other.setText(QStringLiteral("x"));
    QVERIFY(!m_views->dropMimeData(&other, Qt::MoveAction, 1, 0, {}));
    QMimeData wrong;
    wrong.setData(m_views->mimeTypes().constFirst(), "99");
    QVERIFY(!m_views->dropMimeData(&wrong, Qt::MoveAction, 1, 0, {}));
    QCOMPARE(names(*m_views), QStringLiteral("All, Slow, Running, Failed today, Stalled"));
}

void TestSavedViews::restoresShipped()
{
    m_views->remove(4);
    m_views->remove(1);
    QVERIFY(m_views->setData(m_views->index(1), QStringLiteral("Renamed")));
    QVERIFY(m_views->lacksShipped());
    m_views->restoreShipped();
    QCOMPARE(names(*m_views), QStringLiteral("All, Renamed, Slow, Running, Stalled"));
    QVERIFY(!m_views->lacksShipped());
    m_views->restoreShipped();
    QCOMPARE(m_views->rowCount(), 5);
}

void TestSavedViews::textAndBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("query");
    QTest::addColumn<QByteArray>("columns");
    QTest::newRow("plain") << "Slow"
                           << "duration:>1h" << QByteArray();
    QTest::newRow("every job") << "All"
                               << "" << QByteArray();
    QTest::newRow("sort") << "Big ones"
                          << "size:>1GB sort:-size" << QByteArray();
    QTest::newRow("colon in the name") << "a:b"
                                       << "\"x: y\"" << QByteArray();
    QTest::newRow("JSON columns") << "x"
                                  << "web"
                                  << QByteArray(R"({"order":["name","status"],"width":{"name":200}})");
    QTest::newRow("other columns") << "x"
                                   << "web" << QByteArray("a,b\n\0\xff", 6);
    QTest::newRow("Unicode") << "日本 😀"
                             << "user:käthe" << QByteArray();
}

void TestSavedViews::textAndBack()
{
    QFETCH(QString, name);
    QFETCH(QString, query);
    QFETCH(QByteArray, columns);
    const SavedView before{name, query, columns, {}};
    const QString text = toText(before);
    QCOMPARE(text.count(u'\n'), columns.isEmpty() ? 0 : 1);
    const auto after = savedViewFromText(text);
    QVERIFY2(after.ok(), qPrintable(text));
    QCOMPARE(*after, before);
    QVERIFY(savedViewFromText(QStringLiteral("\r\n  ") + text + QStringLiteral("\r\n")).ok());
}

void TestSavedViews::wrongTextIsToldWhy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing") << " \n "
                             << "no text to paste";
    QTest::newRow("no name") << "duration:>1h"
                             << "is not a view";
    QTest::newRow("empty name") << " : web"
                                << "name of the view";
    QTest::newRow("query") << "x: status:nosuch"
                           << "Column 8 of the query";
    QTest::newRow("lines") << "x: web\n{}\n{}"
                           << "3 lines";
    QTest::newRow("columns") << "x: web\n{nonsense"
                             << "second line";
    QTest::newRow("other columns") << "x: web\n!!!"
                                   << "second line";
    QTest::newRow("long name") << QString(100, u'x') + QStringLiteral(": web") << "longer than 60";
    QTest::newRow("a whole file") << QString(100000, u'x') << "too long";
}

void TestSavedViews::wrongTextIsToldWhy()
{
    QFETCH(QString, text);
    QFETCH(QString, reason);
    const auto view = savedViewFromText(text);
    QVERIFY(!view.ok());
    QVERIFY2(view.error().message.contains(reason), qPrintable(view.error().message));
}

void TestSavedViews::jsonAndBack()
{
    m_views->add(view("Mine", "user:\"Ann O'Hara\" sort:-size", "a\xff"));
    QVERIFY(m_views->setData(m_views->index(3), QStringLiteral("Very slow")));
    const QByteArray json = toJson(m_views->views());
    QCOMPARE(savedViewsFromJson(json), m_views->views());
    QCOMPARE(savedViewsFromJson("[]"), QList<SavedView>());
    QVERIFY(!savedViewsFromJson(""));
    QVERIFY(!savedViewsFromJson("{}"));
    QVERIFY(!savedViewsFromJson("[{"));
    // What cannot be used is left out: no object, no name, a query that does not parse.
    const auto some = savedViewsFromJson(R"([7, {"name": "x", "query": "status:nosuch"}, {"query": ""},
        {"name": "ok", "query": "web", "columns": 5}, {"shipped": "slow", "query": "duration:>2h"}])");
    QVERIFY(some.has_value());
    QCOMPARE(some->size(), 2);
    QCOMPARE(some->at(0), view("ok", "web"));
    QCOMPARE(some->at(1).title(), QStringLiteral("Slow"));
    m_views->setViews(*some);
    QCOMPARE(m_views->rowCount(), 2);
}

void TestSavedViews::countsLive()
{
    const auto count = [this](int row) { return m_views->index(row).data(SavedViews::CountRole); };
    Job job = test::job("one");
    job.status = JobStatus::Running;
    job.startedAt = m_clock.now() - std::chrono::hours{2};
    QVERIFY(m_store->jobs->create(job).ok());
    m_views->refresh();
    QVERIFY(!count(0).isValid()); // nobody looks
    m_views->setActive(true);
    QTRY_COMPARE(count(0).toInt(), 1);
    QTRY_COMPARE(count(3), QVariant(qint64{1}));
    QCOMPARE(count(1).toInt(), 1);
    QCOMPARE(count(2), QVariant(qint64{0}));
    QCOMPARE(m_views->index(1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Running: 1 jobs"));
    QVERIFY(m_store->jobs->create(test::job("two")).ok());
    m_views->refresh();
    QTRY_COMPARE(count(0).toInt(), 2);
    // A new view is counted at once, and counts stay with their views.
    m_views->add(view("Two", "id:two"));
    QTRY_COMPARE(count(5), QVariant(qint64{1}));
    m_views->moveTo(5, 0);
    QCOMPARE(count(0), QVariant(qint64{1}));
    QCOMPARE(count(1), QVariant(qint64{2}));
    QTRY_COMPARE(count(0), QVariant(qint64{1}));
    QTRY_COMPARE(count(1), QVariant(qint64{2}));
}

void TestSavedViews::randomEdits()
{
    m_views->setActive(true);
    QRandomGenerator random(7);
    QStringList expected;
    for (const SavedView &view : m_views->views())
        expected << view.title();
    for (int step = 0; step < 500; ++step) {
        const int rows = m_views->rowCount();
        const int row = rows > 0 ? random.bounded(rows) : 0;
        switch (random.bounded(4)) {
        case 0:
            m_views->add(view(qPrintable(QStringLiteral("v%1").arg(step)), "web"));
            expected << QStringLiteral("v%1").arg(step);
            break;
        case 1:
            if (rows > 0) {
                m_views->remove(row);
                const QString gone = expected.takeAt(row);
                if (random.bounded(2) == 0) {
                    m_views->undoRemove();
                    expected.insert(row, gone);
                }
            }
            break;
        case 2:
            if (rows > 0) {
                const int to = random.bounded(rows);
                m_views->moveTo(row, to);
                expected.move(row, to);
            }
            break;
        default:
            m_views->setCurrentQuery(QStringLiteral("web"));
            m_views->refresh();
        }
        QCOMPARE(names(*m_views), expected.join(QStringLiteral(", ")));
    }
}

QTEST_GUILESS_MAIN(TestSavedViews)
#include "tst_savedviews.moc"
