// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobrowcache.h"
#include "models/rowmap.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace tallyman;

class TestRowMap : public QObject {
    Q_OBJECT

private slots:
    void differences_data();
    void differences();
    void randomDifferencesLeadFromOneToTheOther();
    void aMillionRowsTakeNoTime();
    void cachePositionsMoveAlong();
    void cacheDropsWhatWasNotUsed();
};

namespace {

// What the model does with a change, in small.
RowMap applied(const RowMap &from, const RowMapChange &change)
{
    RowMap kept = withoutRanges(from, change.removed);
    const RowMap keptAfter = withoutRanges(change.rows, change.inserted);
    // Qt compares the memory of lists, also where there is none, which the sanitizer does not like.
    const bool same = std::equal(kept.begin(), kept.end(), keptAfter.begin(), keptAfter.end());
    if (same == change.reordered)
        return {-1};
    kept = keptAfter;
    for (const RowRange &range : change.inserted) {
        for (qsizetype i = 0; i < range.count; ++i)
            kept.insert(range.first + i, change.rows.at(range.first + i));
    }
    return kept;
}

} // namespace

void TestRowMap::differences_data()
{
    QTest::addColumn<RowMap>("from");
    QTest::addColumn<RowMap>("to");
    QTest::addColumn<QList<RowRange>>("removed");
    QTest::addColumn<bool>("reordered");
    QTest::addColumn<QList<RowRange>>("inserted");
    using Ranges = QList<RowRange>;
    QTest::newRow("same") << RowMap{1, 2, 3} << RowMap{1, 2, 3} << Ranges{} << false << Ranges{};
    QTest::newRow("from nothing") << RowMap{} << RowMap{1, 2} << Ranges{} << false << Ranges{{0, 2}};
    QTest::newRow("to nothing") << RowMap{1, 2} << RowMap{} << Ranges{{0, 2}} << false << Ranges{};
    QTest::newRow("in front") << RowMap{1, 2} << RowMap{9, 8, 1, 2} << Ranges{} << false << Ranges{{0, 2}};
    QTest::newRow("in the middle") << RowMap{1, 2} << RowMap{1, 9, 2} << Ranges{} << false << Ranges{{1, 1}};
    QTest::newRow("at the end") << RowMap{1, 2} << RowMap{1, 2, 9} << Ranges{} << false << Ranges{{2, 1}};
    QTest::newRow("two gone") << RowMap{1, 2, 3, 4, 5} << RowMap{1, 3, 5} << Ranges{{1, 1}, {3, 1}} << false
                              << Ranges{};
    QTest::newRow("replaced") << RowMap{1, 2, 3} << RowMap{1, 9, 3} << Ranges{{1, 1}} << false
                              << Ranges{{1, 1}};
    QTest::newRow("reversed") << RowMap{1, 2, 3} << RowMap{3, 2, 1} << Ranges{} << true << Ranges{};
    QTest::newRow("all at once") << RowMap{1, 2, 3, 4} << RowMap{9, 4, 1, 8, 2} << Ranges{{2, 1}} << true
                                 << Ranges{{0, 1}, {3, 1}};
}

void TestRowMap::differences()
{
    QFETCH(RowMap, from);
    QFETCH(RowMap, to);
    const RowMapChange change = difference(from, to);
    QVERIFY(std::equal(change.rows.begin(), change.rows.end(), to.begin(), to.end()));
    QTEST(change.removed, "removed");
    QTEST(change.reordered, "reordered");
    QTEST(change.inserted, "inserted");
    QCOMPARE(change.isEmpty(), std::equal(from.begin(), from.end(), to.begin(), to.end()));
}

void TestRowMap::randomDifferencesLeadFromOneToTheOther()
{
    std::mt19937 random(7);
    const auto pick = [&random](int limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    for (int round = 0; round < 2000; ++round) {
        RowMap all;
        for (int i = 0; i < 1 + pick(40); ++i)
            all.append(i * 65536 + pick(3)); // collide in the bitmap of SeqSet
        std::shuffle(all.begin(), all.end(), random);
        RowMap from;
        RowMap to;
        for (const qint64 seq : std::as_const(all)) {
            if (pick(4) != 0)
                from.append(seq);
            if (pick(4) != 0)
                to.append(seq);
        }
        if (pick(2) == 0)
            std::shuffle(to.begin(), to.end(), random);
        for (const RowMapChange &change : {difference(from, to), difference(from, to, SeqSet(all))}) {
            const RowMap reached = applied(from, change);
            QVERIFY(std::equal(reached.begin(), reached.end(), to.begin(), to.end()));
        }
    }
}

void TestRowMap::aMillionRowsTakeNoTime()
{
    RowMap from(1'000'000);
    std::iota(from.begin(), from.end(), 1);
    RowMap to = from.sliced(0, 999'000);
    to.prepend(2'000'000);
    to.remove(500'000);
    RowMapChange change;
    QBENCHMARK
    {
        change = difference(from, to);
    }
    QCOMPARE(change.removed.size(), 2);
    QCOMPARE(change.inserted, (QList<RowRange>{{0, 1}}));
    QVERIFY(!change.reordered);
}

void TestRowMap::cachePositionsMoveAlong()
{
    JobRowCache cache;
    for (int i = 0; i < 5; ++i) {
        QVERIFY(cache.expect(10 + i, i));
        QVERIFY(!cache.expect(10 + i, i));
        QCOMPARE(cache.find(10 + i, i), nullptr);
        QCOMPARE(cache.store({10 + i, {QStringLiteral("row")}}), std::optional<int>(i));
    }
    QVERIFY(!cache.store({10, {QStringLiteral("row")}})); // looks the same
    QVERIFY(!cache.store({99, {QStringLiteral("row")}})); // nobody asked
    QCOMPARE(cache.find(99, 7), nullptr);

    cache.rowsInserted(2, 3); // 10 11 . . . 12 13 14
    QCOMPARE(cache.store({12, {QStringLiteral("a")}}), std::optional<int>(5));
    cache.rowsRemoved(1, 2); // 10 . . 12 13 14
    QCOMPARE(cache.find(11, 1), nullptr);
    QCOMPARE(cache.store({12, {QStringLiteral("b")}}), std::optional<int>(3));
    cache.rowsReordered({14, 13, 12, 10});
    QCOMPARE(cache.store({14, {QStringLiteral("c")}}), std::optional<int>(0));
    QCOMPARE(cache.store({10, {QStringLiteral("c")}}), std::optional<int>(3));
}

void TestRowMap::cacheDropsWhatWasNotUsed()
{
    JobRowCache cache;
    QVERIFY(cache.expect(1, 0));
    (void)cache.store({1, {QStringLiteral("kept in use")}});
    for (int i = 2; i < 3 * JobRowCache::capacity; ++i) {
        QVERIFY(cache.expect(i, i));
        (void)cache.store({i, {i}});
        QVERIFY(cache.find(1, 0));
    }
    QCOMPARE(cache.find(2, 2), nullptr);
    QVERIFY(cache.find(3 * JobRowCache::capacity - 1, 0));
    const QList<qint64> kept = cache.keepRecent(2);
    QCOMPARE(kept, (QList<qint64>{3 * JobRowCache::capacity - 1, 1}));
}

QTEST_GUILESS_MAIN(TestRowMap)
#include "tst_rowmap.moc"
