// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobrowcache.h"
#include "models/rowmap.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <random>

using namespace tallyman;

class TestRowMap : public QObject {
    Q_OBJECT

private slots:
    void differences_data();
    void differences();
    void randomDifferencesLeadFromOneToTheOther();
    void editsAreThoseOfAList_data();
    void editsAreThoseOfAList();
    void numbersBeyond32Bits();
    void tenMillionRowsTakeNoTime();
    void cachePositionsMoveAlong();
    void cacheDropsWhatWasNotUsed();
};

namespace {

// What the model does with a change, in small.
QList<qint64> applied(const RowMap &from, const RowMapChange &change)
{
    RowMap kept = from.without(change.removed);
    const RowMap keptAfter = change.rows.without(change.inserted);
    if ((kept == keptAfter) == change.reordered)
        return {-1};
    kept = keptAfter;
    for (const RowRange &range : change.inserted) {
        QList<RowPosition> rows;
        for (const qint64 seq : change.rows.sliced(range.first, range.count))
            rows.append({seq, range.first});
        kept = kept.with(rows);
    }
    return kept.toList();
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
    QVERIFY(change.rows == to);
    QTEST(change.removed, "removed");
    QTEST(change.reordered, "reordered");
    QTEST(change.inserted, "inserted");
    QCOMPARE(change.isEmpty(), from == to);
}

void TestRowMap::randomDifferencesLeadFromOneToTheOther()
{
    std::mt19937 random(7);
    const auto pick = [&random](int limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };
    for (int round = 0; round < 2000; ++round) {
        QList<qint64> all;
        for (int i = 0; i < 1 + pick(40); ++i)
            all.append(i * 65536 + pick(3)); // collide in the bitmap of SeqSet
        std::shuffle(all.begin(), all.end(), random);
        QList<qint64> from;
        QList<qint64> to;
        for (const qint64 seq : std::as_const(all)) {
            if (pick(4) != 0)
                from.append(seq);
            if (pick(4) != 0)
                to.append(seq);
        }
        if (pick(2) == 0)
            std::shuffle(to.begin(), to.end(), random);
        const RowMap a(from);
        const RowMap b(to);
        for (const RowMapChange &change : {difference(a, b), difference(a, b, SeqSet(all))})
            QCOMPARE(applied(a, change), to);
    }
}

// Against a plain list, over chunk after chunk, with numbers close together and far apart.
void TestRowMap::editsAreThoseOfAList_data()
{
    QTest::addColumn<qint64>("factor");
    QTest::addColumn<int>("rows");
    QTest::newRow("few") << qint64{1} << 50;
    QTest::newRow("chunks") << qint64{1} << 30000;
    QTest::newRow("wide") << (qint64{1} << 33) << 20000;
    QTest::newRow("both") << qint64{300'000} << 20000;
}

void TestRowMap::editsAreThoseOfAList()
{
    QFETCH(qint64, factor);
    QFETCH(int, rows);
    std::mt19937 random(11);
    const auto pick = [&random](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<unsigned>(limit));
    };
    QList<qint64> list;
    RowMapBuilder builder;
    for (int i = 0; i < rows; ++i) {
        list.append(i * factor);
        builder.append(i * factor);
    }
    RowMap map = builder.rows();
    QCOMPARE(map.size(), rows);
    qint64 next = rows;
    for (int round = 0; round < 60; ++round) {
        QList<RowPosition> added;
        for (qsizetype i = pick(round % 5 ? 8 : rows / 5); i >= 0; --i)
            added.append({factor * next++, pick(list.size() + 1)});
        std::sort(added.begin(), added.end(),
                  [](const auto &a, const auto &b) { return a.position < b.position; });
        const RowMap before = map;
        map = map.with(added);
        QCOMPARE(before.toList(), list); // copies share, but not what comes later
        for (qsizetype i = added.size() - 1; i >= 0; --i)
            list.insert(added.at(i).position, added.at(i).seq);
        QCOMPARE(map.toList(), list);

        QList<qint64> gone;
        for (qsizetype i = pick(round % 7 ? 4 : rows / 6); i >= 0; --i)
            gone.append(list.at(pick(list.size())));
        const SeqSet set(gone);
        const QList<RowPosition> found = map.find(set);
        QCOMPARE(found.size(), set.size());
        for (const RowPosition &row : found)
            QCOMPARE(list.at(row.position), row.seq);
        map = map.without(rangesOf(found));
        list.removeIf([&set](qint64 seq) { return set.contains(seq); });
        QCOMPARE(map.toList(), list);
        QVERIFY(map == RowMap(list));
        const qsizetype at = pick(list.size());
        QCOMPARE(map.at(at), list.at(at));
        QCOMPARE(map.sliced(at, list.size() - at), list.mid(at));
    }
}

void TestRowMap::numbersBeyond32Bits()
{
    const qint64 far = qint64{1} << 40;
    const RowMap map{far, 1, far + 1, std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()};
    QCOMPARE(map.at(0), far);
    QCOMPARE(map.at(3), std::numeric_limits<qint64>::max());
    QCOMPARE(map.find(SeqSet({1, far + 1})), (QList<RowPosition>{{1, 1}, {far + 1, 2}}));
    QCOMPARE(
        RowMap::inOneOnly(map, RowMap{1, far}),
        (QList<qint64>{std::numeric_limits<qint64>::min(), far + 1, std::numeric_limits<qint64>::max()}));
}

void TestRowMap::tenMillionRowsTakeNoTime()
{
    RowMapBuilder builder;
    for (int i = 10'000'000; i > 0; --i)
        builder.append(i);
    const RowMap from = builder.rows();
    const QList<RowRange> gone{{5'000'000, 1}, {9'000'000, 1000}};
    const QList<RowPosition> added{{20'000'000, 0}};
    const QList<qint64> changed{20'000'000, 5'000'000};
    RowMap to;
    RowMapChange change;
    QBENCHMARK
    {
        to = from.without(gone).with(added);
        QList<qint64> seqs = from.sliced(9'000'000, 1000) + changed;
        change = difference(from, to, SeqSet(seqs));
    }
    QCOMPARE(change.removed, gone);
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
    cache.rowsReordered(RowMap{14, 13, 12, 10});
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
