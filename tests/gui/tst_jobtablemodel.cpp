// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/livewindow.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QSqlError>
#include <QSqlRecord>
#include <QTest>

#include <algorithm>
#include <functional>
#include <random>

using namespace tallyman;

namespace {

using Model = JobTableModel;

struct PlainRow {
    qint64 seq = 0;
    QString name;
    QVariant provider;
    QVariant user;
    QString status;
    double progress = 0.0;
    QString created;
    QVariant size;
    QString error;
};

bool contains(const QString &text, const char *what)
{
    return text.contains(QLatin1StringView(what), Qt::CaseInsensitive);
}

// A filter as people write it, and what it means.
struct PlainFilter {
    const char *text;
    std::function<bool(const PlainRow &)> matches;
};

const QList<PlainFilter> &plainFilters()
{
    using Row = const PlainRow &;
    static const QList<PlainFilter> filters{
        {"", [](Row) { return true; }},
        {"status:failed,running",
         [](Row r) {
             return r.status == QLatin1StringView("failed") || r.status == QLatin1StringView("running");
         }},
        {"provider:p1,p2",
         [](Row r) { return r.provider == QStringLiteral("p1") || r.provider == QStringLiteral("p2"); }},
        {"-user:u3", [](Row r) { return r.user != QStringLiteral("u3"); }},
        {"export", [](Row r) { return contains(r.name, "export") || contains(r.error, "export"); }},
        {"\"xport 1\" -status:completed",
         [](Row r) {
             return (contains(r.name, "xport 1") || contains(r.error, "xport 1"))
                 && r.status != QLatin1StringView("completed");
         }},
        {"boom -gate",
         [](Row r) {
             return contains(r.error, "boom") && !contains(r.name, "gate") && !contains(r.error, "gate");
         }},
        {"p1", // too short for the index; also the beginning of a provider
         [](Row r) {
             return contains(r.name, "p1") || contains(r.error, "p1")
                 || r.provider.toString().startsWith(QLatin1StringView("p1"));
         }},
        {"progress:<50%", [](Row r) { return r.progress < 0.5; }},
        {"name:export error:boom",
         [](Row r) { return contains(r.name, "export") && contains(r.error, "boom"); }},
    };
    return filters;
}

// -1, 0 or 1; an absent value comes first.
int compared(const QVariant &a, const QVariant &b)
{
    if (a.isNull() || b.isNull())
        return int(b.isNull()) - int(a.isNull());
    if (a.metaType().id() == QMetaType::QString)
        return a.toString().compare(b.toString());
    return a.toDouble() < b.toDouble() ? -1 : int(a.toDouble() > b.toDouble());
}

int compared(const PlainRow &a, const PlainRow &b, FilterField field)
{
    switch (field) {
    case FilterField::Name:
        return a.name.compare(b.name, Qt::CaseInsensitive);
    case FilterField::Provider:
        return compared(a.provider, b.provider);
    case FilterField::User:
        return compared(a.user, b.user);
    case FilterField::Status:
        return a.status.compare(b.status);
    case FilterField::Progress:
        return compared(a.progress, b.progress);
    case FilterField::Size:
        return compared(a.size, b.size);
    case FilterField::Created:
        return a.created.compare(b.created);
    default:
        qFatal("not in this test");
    }
}

// What the table must show, found in the plainest way: all rows are read, and what is wanted of them is
// filtered and sorted here.
struct Reference {
    QList<SortKey> sort; // empty: newest first
    PlainFilter filter = plainFilters().constFirst();

    [[nodiscard]] QList<qint64> rows(const SqliteConnection &connection) const
    {
        QList<PlainRow> rows = all(connection);
        rows.removeIf([this](const PlainRow &row) { return !filter.matches(row); });
        QList<SortKey> keys = sort;
        const bool descending = keys.isEmpty() || keys.constLast().descending;
        keys.append({FilterField::Created, descending});
        std::sort(rows.begin(), rows.end(), [&keys, descending](const PlainRow &a, const PlainRow &b) {
            for (const SortKey &key : keys) {
                if (const int order = compared(a, b, key.field); order != 0)
                    return key.descending ? order > 0 : order < 0;
            }
            return descending ? a.seq > b.seq : a.seq < b.seq;
        });
        QList<qint64> seqs;
        for (const PlainRow &row : std::as_const(rows))
            seqs.append(row.seq);
        return seqs;
    }

    [[nodiscard]] static QList<PlainRow> all(const SqliteConnection &connection)
    {
        QSqlQuery query = connection.query();
        if (!query.exec(QStringLiteral(
                "SELECT j.seq, name, provider, user, status, progress, created_at, total_size, "
                "error FROM jobs j LEFT JOIN job_payload p ON p.seq = j.seq")))
            qFatal("%s", qUtf8Printable(query.lastError().text()));
        QList<PlainRow> rows;
        while (query.next())
            rows.append({query.value(0).toLongLong(), query.value(1).toString(),
                         query.isNull(2) ? QVariant() : query.value(2),
                         query.isNull(3) ? QVariant() : query.value(3), query.value(4).toString(),
                         query.value(5).toDouble(), query.value(6).toString(),
                         query.isNull(7) ? QVariant() : query.value(7), query.value(8).toString()});
        return rows;
    }
};

JobFilter parsed(const char *text)
{
    const auto filter = parseFilter(QString::fromUtf8(text));
    if (!filter)
        qFatal("%s: %s", text, qUtf8Printable(filter.error().message));
    return *filter;
}

QList<qint64> shown(const Model &model)
{
    QList<qint64> seqs;
    for (int row = 0; row < model.rowCount(); ++row)
        seqs.append(model.seqAt(row));
    return seqs;
}

// Reads every cell, as a very tall view would; whether all are there yet.
bool readsAll(const Model &model)
{
    bool all = true;
    for (int row = 0; row < model.rowCount(); ++row)
        all = model.index(row, 0).data(Model::IdRole).isValid() && all;
    return all;
}

Job namedJob(int number, Timestamp created)
{
    Job job = test::job(qPrintable(QStringLiteral("job-%1").arg(number)));
    job.name = QStringLiteral("%1 %2")
                   .arg(number % 3 ? QStringLiteral("Export") : QStringLiteral("export"))
                   .arg(number % 17);
    job.provider = number % 4 ? QStringLiteral("p%1").arg(number % 5) : QString();
    job.user = QStringLiteral("u%1").arg(number % 7);
    job.createdAt = created;
    return job;
}

// Another process, which does this and that.
class RandomWriter {
public:
    RandomWriter(const SqliteConnection &connection, const Clock &clock, std::mt19937 &random)
        : m_connection(connection)
        , m_clock(clock)
        , m_random(random)
    {
    }

    void insert(int count)
    {
        execute(QStringLiteral("BEGIN IMMEDIATE"));
        for (int i = 0; i < count; ++i)
            insertOne();
        execute(QStringLiteral("COMMIT"));
    }

    void change()
    {
        switch (pick(8)) {
        case 0:
            return insert(1);
        case 1:
            return insert(1 + pick(20));
        case 2:
            return someOf(QStringLiteral("DELETE FROM jobs WHERE seq IN %1"), 1 + pick(5));
        case 3:
            return someOf(QStringLiteral("UPDATE jobs SET progress = abs(random() % 100) / 100.0 "
                                         "WHERE seq IN %1"),
                          1 + pick(8));
        case 4:
            return someOf(QStringLiteral("UPDATE jobs SET name = 'N' || abs(random() % 100), provider = NULL "
                                         "WHERE seq IN %1"),
                          1 + pick(3));
        case 5:
            return someOf(
                QStringLiteral("UPDATE job_payload SET error = 'other boom ' || seq WHERE seq IN %1"),
                1 + pick(3));
        case 6:
            return someOf(
                QStringLiteral("UPDATE jobs SET provider = nullif('p' || (seq % 4), 'p3'), user = NULL, "
                               "total_size = nullif(seq % 3, 0) WHERE seq IN %1"),
                1 + pick(6));
        case 7: // everything in one turn
            insert(1 + pick(3));
            someOf(QStringLiteral("DELETE FROM jobs WHERE seq IN %1"), 1 + pick(3));
            someOf(QStringLiteral("UPDATE jobs SET created_at = "
                                  "strftime('%Y-%m-%dT%H:%M:%fZ', created_at, '-1 hour') WHERE seq IN %1"),
                   1 + pick(3));
        }
    }

private:
    int pick(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }

    void execute(const QString &sql)
    {
        if (const auto done = m_connection.execute(sql); !done)
            qFatal("%s", qUtf8Printable(done.error().detail));
    }

    void someOf(const QString &sql, int count)
    {
        execute(sql.arg(QStringLiteral("(SELECT seq FROM jobs ORDER BY (seq * 7919 + %1) % 1009 LIMIT %2)")
                            .arg(pick(1009))
                            .arg(count)));
    }

    void insertOne()
    {
        // Now and then an old job comes in late, as an import brings it.
        const Timestamp created = m_clock.now() + std::chrono::seconds{pick(8) ? m_number : -pick(100000)};
        const Job job = namedJob(m_number++, created);
        const JobStatus status = allJobStatuses.at(static_cast<std::size_t>(pick(5)));
        const auto time = [](Timestamp t) { return QVariant(QString::fromLatin1(toIsoText(t))); };
        QSqlQuery query = m_connection.query();
        query.prepare(
            QStringLiteral("INSERT INTO jobs (id, name, provider, user, status, progress, created_at, "
                           "started_at, completed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        const QVariantList values{job.id.text(),
                                  job.name,
                                  job.provider.isEmpty() ? QVariant() : job.provider,
                                  job.user,
                                  QString(toWord(status)),
                                  pick(11) / 10.0,
                                  time(created),
                                  status == JobStatus::Pending ? QVariant() : time(created),
                                  isFinished(status) ? time(created + std::chrono::seconds{pick(60)})
                                                     : QVariant()};
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec())
            qFatal("%s", qUtf8Printable(query.lastError().text()));
        execute(QStringLiteral("INSERT INTO job_payload (seq, error) VALUES (last_insert_rowid(), %1)")
                    .arg(status == JobStatus::Failed && pick(3)
                             ? QStringLiteral("'Boom at %1gate: export'")
                                   .arg(pick(2) ? QStringLiteral("g") : QStringLiteral("the "))
                             : QStringLiteral("NULL")));
    }

    const SqliteConnection &m_connection;
    const Clock &m_clock;
    std::mt19937 &m_random;
    int m_number = 0;
};

template<typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

} // namespace

class TestJobTableModel : public QObject {
    Q_OBJECT

private slots:
    void columnsAreThoseOfTheTable();
    void rowsHaveTypedValues();
    void followsWhatOthersWrite();
    void randomChanges_data();
    void randomChanges();
    void largeTablesFollowSingleChanges();
    void manyChangesAtOnceKeepSelections();
    void sortingKeepsPersistentIndexes();
    void progressIsNoReset();
    void filterNarrows();
    void timePasses();
    void startsAfreshWhenTheFeedIsTooShort();
    void isReadOnly();
    void readsIdsOfAll();
    void tellsWhenTheDatabaseCannotBeRead();
};

void TestJobTableModel::columnsAreThoseOfTheTable()
{
    const test::ManualClock clock;
    test::LiveModels live(clock);
    const Model &model = live.jobs();
    QCOMPARE(model.columnCount(), model.record().count() + 4);
    QCOMPARE(model.record().fieldName(0), QStringLiteral("seq"));
    QCOMPARE(model.column(QLatin1StringView("duration")), model.record().count());
    QCOMPARE(model.columnName(model.columnCount() - 1), QStringLiteral("error"));
    QCOMPARE(model.column(QLatin1StringView("nonsense")), -1);
    QCOMPARE(model.headerData(model.fieldIndex(QStringLiteral("created_at")), Qt::Horizontal).toString(),
             QStringLiteral("Created"));
    QCOMPARE(model.headerData(model.record().count(), Qt::Horizontal).toString(), QStringLiteral("Duration"));
    QVERIFY(!model.query().isActive()); // the base class never reads
}

void TestJobTableModel::rowsHaveTypedValues()
{
    test::ManualClock clock;
    test::LiveModels live(clock);
    Model &model = live.jobs();
    const Job job = must(live.store().create(namedJob(1, clock.now())));
    clock.advance(std::chrono::seconds{5});
    QVERIFY(must(live.store().updateStatus(job.id, JobStatus::Running)));
    clock.advance(std::chrono::milliseconds{1500});
    QVERIFY(model.select());
    QTRY_COMPARE(model.rowCount(), 1);
    QTRY_VERIFY(readsAll(model));
    const QModelIndex index = model.index(0, 0);
    QCOMPARE(index.data(Model::SeqRole).toLongLong(), job.seq);
    QCOMPARE(index.data(Model::IdRole).toString(), job.id.text());
    QCOMPARE(index.data(Model::NameRole).toString(), job.name);
    QCOMPARE(index.data(Model::StatusRole).value<JobStatus>(), JobStatus::Running);
    QVERIFY(!index.data(Model::ProgressRole).isValid()); // it has not said yet
    QCOMPARE(index.data(Model::CreatedAtRole).toDateTime().toUTC().toString(Qt::ISODateWithMs),
             QStringLiteral("2026-01-21T10:30:00.000Z"));
    QCOMPARE(index.data(Model::StartedAtRole).toDateTime().toUTC().toString(Qt::ISODateWithMs),
             QStringLiteral("2026-01-21T10:30:05.000Z"));
    QVERIFY(!index.data(Model::CompletedAtRole).isValid());
    QCOMPARE(index.data(Model::DurationRole).toLongLong(), 1500);
    QVERIFY(must(live.store().updateProgress(job.id, 0.62)));
    QTRY_COMPARE(index.data(Model::ProgressRole).toDouble(), 0.62);
    QCOMPARE(index.siblingAtColumn(model.fieldIndex(QStringLiteral("progress"))).data().toString(),
             QStringLiteral("62 %"));
}

void TestJobTableModel::followsWhatOthersWrite()
{
    const test::ManualClock clock;
    test::LiveModels live(clock);
    Model &model = live.jobs();
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy loaded(&model, &Model::loaded);
    QSignalSpy changed(&model, &Model::storeChanged);
    model.select();
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(model.rowCount(), 0);

    const auto other = live.otherConnection();
    QVERIFY(other->execute(QStringLiteral("INSERT INTO jobs (id, name) VALUES ('shell', 'by hand')")).ok());
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 1, 500);
    QCOMPARE(model.index(0, 0).data(Model::NameRole).toString(), QStringLiteral("by hand"));
    QVERIFY(other->execute(QStringLiteral("UPDATE jobs SET progress = 0.5 WHERE id = 'shell'")).ok());
    QTRY_COMPARE_WITH_TIMEOUT(model.index(0, 0).data(Model::ProgressRole).toDouble(), 0.5, 500);
    QVERIFY(other->execute(QStringLiteral("DELETE FROM jobs WHERE id = 'shell'")).ok());
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 0, 500);
    QVERIFY(changed.size() >= 3);
    QVERIFY(!model.query().isActive());
}

void TestJobTableModel::randomChanges_data()
{
    QTest::addColumn<unsigned>("seed");
    QTest::addColumn<int>("start");
    for (unsigned seed = 1; seed <= 4; ++seed)
        QTest::addRow("few rows, seed %u", seed) << seed << 30;
    // Above a thousand rows, single changes find their place by binary search.
    for (unsigned seed = 11; seed <= 13; ++seed)
        QTest::addRow("many rows, seed %u", seed) << seed << 3000;
}

void TestJobTableModel::randomChanges()
{
    QFETCH(unsigned, seed);
    QFETCH(int, start);
    test::ManualClock clock;
    test::LiveModels live(clock);
    Model &model = live.jobs();
    // It reads every cell after every signal.
    std::optional<QAbstractItemModelTester> tester;
    if (start < 100)
        tester.emplace(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto other = live.otherConnection();
    std::mt19937 random(seed);
    const auto pick = [&random](int limit) {
        return static_cast<int>(random() % static_cast<unsigned>(limit));
    };

    RandomWriter writer(*other, clock, random);
    writer.insert(start);
    model.select();
    Reference reference;
    QTRY_COMPARE(shown(model), reference.rows(*other));
    QPersistentModelIndex watched;
    qint64 watchedSeq = 0;
    const QList<FilterField> sortable{FilterField::Name,     FilterField::Provider, FilterField::User,
                                      FilterField::Progress, FilterField::Status,   FilterField::Created,
                                      FilterField::Size};
    for (int step = 0; step < 60; ++step) {
        if (!watched.isValid() && model.rowCount() > 0) {
            watched = model.index(pick(model.rowCount()), 0);
            watchedSeq = watched.data(Model::SeqRole).toLongLong();
        }
        const int what = pick(7);
        if (what == 0) {
            reference.sort.clear();
            for (int keys = pick(4); keys > 0; --keys) {
                const FilterField field = sortable.at(pick(static_cast<int>(sortable.size())));
                if (std::none_of(reference.sort.begin(), reference.sort.end(),
                                 [field](const SortKey &key) { return key.field == field; }))
                    reference.sort.append({field, pick(2) == 0});
            }
            model.setSortKeys(reference.sort);
        } else if (what == 1) {
            reference.filter = plainFilters().at(pick(static_cast<int>(plainFilters().size())));
            JobFilter filter = parsed(reference.filter.text);
            filter.sort = model.jobFilter().sort;
            model.setJobFilter(filter);
            watched = QPersistentModelIndex();
        } else {
            writer.change();
        }
        const QList<qint64> expected = reference.rows(*other);
        QTRY_VERIFY(model.isComplete());
        QTRY_COMPARE(shown(model), expected);
        if (watched.isValid())
            QCOMPARE(watched.data(Model::SeqRole).toLongLong(), watchedSeq);
        if (start < 100)
            QTRY_VERIFY(readsAll(model));
    }
    // What is shown of each row is what is stored.
    const int last = std::min(model.rowCount(), 200);
    for (int row = 0; row < last; ++row) {
        QTRY_VERIFY(model.index(row, 0).data(Model::IdRole).isValid());
        QSqlQuery query = other->query();
        QVERIFY(query.exec(QStringLiteral("SELECT id, name, progress, status FROM jobs WHERE seq = %1")
                               .arg(model.seqAt(row))));
        QVERIFY(query.next());
        QTRY_COMPARE(model.index(row, 0).data(Model::NameRole), query.value(1));
        QCOMPARE(model.index(row, 0).data(Model::IdRole), query.value(0));
        QTRY_COMPARE(model.index(row, model.fieldIndex(QStringLiteral("progress"))).data(Qt::EditRole),
                     query.value(2));
    }
}

void TestJobTableModel::largeTablesFollowSingleChanges()
{
    const test::ManualClock clock;
    test::LiveModels live(clock);
    Model &model = live.jobs();
    const auto other = live.otherConnection();
    QVERIFY(other
                ->execute(QStringLiteral(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 25000) "
                    "INSERT INTO jobs (id, name, created_at) SELECT 'j' || i, 'name ' || (i % 97), "
                    "strftime('%Y-%m-%dT%H:%M:%fZ', 1700000000 + i, 'unixepoch') FROM n"))
                .ok());
    QSignalSpy loaded(&model, &Model::loaded);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.select();
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(model.rowCount(), 25000);
    QCOMPARE(reset.size(), 1);
    QVERIFY(model.index(0, 0).data(Model::IdRole).isValid()); // the first screen came with its rows
    QVERIFY(!model.index(20000, 0).data(Model::IdRole).isValid());
    QTRY_COMPARE(model.index(20000, 0).data(Model::IdRole).toString(), QStringLiteral("j5000"));

    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QVERIFY(other->execute(QStringLiteral("INSERT INTO jobs (id, name) VALUES ('new', 'n')")).ok());
    QTRY_COMPARE(model.rowCount(), 25001);
    QCOMPARE(model.index(0, 0).data(Model::IdRole).toString(), QStringLiteral("new"));
    QVERIFY(other->execute(QStringLiteral("DELETE FROM jobs WHERE id IN ('j7', 'j8', 'j20000')")).ok());
    QTRY_COMPARE(model.rowCount(), 24998);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(removed.size(), 2);

    const QPersistentModelIndex kept = model.index(123, 0);
    const qint64 seq = model.seqAt(123);
    const Reference reference{{{FilterField::Name, false}}};
    model.sort(model.fieldIndex(QStringLiteral("name")), Qt::AscendingOrder);
    QTRY_COMPARE(loaded.size(), 2);
    QCOMPARE(shown(model), reference.rows(*other));
    QCOMPARE(model.seqAt(kept.row()), seq);
    QVERIFY(other->execute(QStringLiteral("UPDATE jobs SET name = 'zzz' WHERE id = 'j77'")).ok());
    QTRY_COMPARE(model.index(model.rowCount() - 1, 0).data(Model::IdRole).toString(), QStringLiteral("j77"));
    QCOMPARE(reset.size(), 1);
}

void TestJobTableModel::manyChangesAtOnceKeepSelections()
{
    const test::ManualClock clock;
    test::LiveModels live(clock);
    Model &model = live.jobs();
    const auto other = live.otherConnection();
    QVERIFY(other
                ->execute(QStringLiteral(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000) "
                    "INSERT INTO jobs (id) SELECT 'j' || i FROM n"))
                .ok());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy loaded(&model, &Model::loaded);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.select();
    QTRY_COMPARE(loaded.size(), 1);
    const int resets = static_cast<int>(reset.size());
    const QPersistentModelIndex kept = model.index(1000, 0);
    const qint64 seq = model.seqAt(1000);
    // Every third row: thousands of ranges.
    QVERIFY(other->execute(QStringLiteral("DELETE FROM jobs WHERE seq % 3 = %1").arg((seq + 1) % 3)).ok());
    QTRY_COMPARE(model.rowCount(), 20000);
    QVERIFY(kept.isValid());
    QCOMPARE(model.seqAt(kept.row()), seq);
    QCOMPARE(reset.size(), resets);
    QCOMPARE(shown(model), Reference().rows(*other));
}

void TestJobTableModel::sortingKeepsPersistentIndexes()
{
    test::ManualClock clock;
    test::LiveModels live(clock);
    Model &model = live.jobs();
    for (int i = 0; i < 50; ++i)
        must(live.store().create(namedJob(i, clock.now() + std::chrono::seconds{i})));
    model.select();
    QTRY_COMPARE(model.rowCount(), 50);
    QHash<qint64, QPersistentModelIndex> indexes;
    for (int row = 0; row < 50; ++row)
        indexes.insert(model.seqAt(row), model.index(row, 1));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    const Reference reference{{{FilterField::Provider, false}, {FilterField::User, true}}};
    model.setSortKeys(reference.sort);
    const auto other = live.otherConnection();
    QTRY_COMPARE(shown(model), reference.rows(*other));
    for (auto i = indexes.cbegin(); i != indexes.cend(); ++i)
        QCOMPARE(model.seqAt(i->row()), i.key());
    QCOMPARE(reset.size(), 0);
}

void TestJobTableModel::progressIsNoReset()
{
    test::ManualClock clock;
    test::LiveModels live(clock);
    Model &model = live.jobs();
    QList<JobId> ids;
    for (int i = 0; i < 20; ++i)
        ids.append(must(live.store().create(namedJob(i, clock.now() + std::chrono::seconds{i}))).id);
    QVERIFY(must(live.store().updateStatus(ids.at(5), JobStatus::Running)));
    model.select();
    QTRY_COMPARE(model.rowCount(), 20);
    QTRY_VERIFY(readsAll(model));
    QSignalSpy loaded(&model, &Model::loaded);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy layout(&model, &QAbstractItemModel::layoutChanged);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(must(live.store().updateProgress(ids.at(5), 0.25)));
    const QModelIndex index = model.index(14, 0);
    QTRY_COMPARE(index.data(Model::ProgressRole).toDouble(), 0.25);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 14);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 14);
    QCOMPARE(reset.size() + layout.size(), 0);
}

void TestJobTableModel::filterNarrows()
{
    test::ManualClock clock;
    test::LiveModels live(clock);
    Model &model = live.jobs();
    for (int i = 0; i < 40; ++i)
        must(live.store().create(namedJob(i, clock.now() + std::chrono::seconds{i})));
    model.select();
    QTRY_COMPARE(model.rowCount(), 40);
    model.setJobFilter(parsed("user:u3"));
    const auto other = live.otherConnection();
    const Reference reference{
        {}, {"user:u3", [](const PlainRow &row) { return row.user == QStringLiteral("u3"); }}};
    QTRY_COMPARE(shown(model), reference.rows(*other));
    // A job that comes to match comes in; one that does so no longer goes.
    QVERIFY(other->execute(QStringLiteral("UPDATE jobs SET user = 'u3' WHERE id = 'job-1'")).ok());
    QVERIFY(other->execute(QStringLiteral("UPDATE jobs SET user = 'u4' WHERE id = 'job-10'")).ok());
    QTRY_COMPARE(shown(model), reference.rows(*other));
    model.setJobFilter({});
    QTRY_COMPARE(model.rowCount(), 40);
}

void TestJobTableModel::timePasses()
{
    test::ManualClock clock;
    test::LiveModels live(clock);
    Model &model = live.jobs();
    for (int i = 0; i < 10; ++i)
        must(live.store().create(namedJob(i, clock.now() - std::chrono::minutes{10 * i + 1})));
    model.setJobFilter(parsed("created:<1h"));
    QTRY_COMPARE(model.rowCount(), 6);
    QTRY_VERIFY(model.isComplete());
    const QPersistentModelIndex kept = model.index(0, 0);
    QSignalSpy loaded(&model, &Model::loaded);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    clock.advance(std::chrono::minutes{30});
    model.selectQuietly();
    QTRY_COMPARE(model.rowCount(), 3);
    QCOMPARE(kept.row(), 0);
    QCOMPARE(loaded.size() + reset.size(), 0);
}

void TestJobTableModel::startsAfreshWhenTheFeedIsTooShort()
{
    test::ManualClock clock;
    test::LiveModels live(clock);
    Model &model = live.jobs();
    for (int i = 0; i < 30; ++i)
        must(live.store().create(namedJob(i, clock.now() + std::chrono::seconds{i})));
    model.select();
    QTRY_COMPARE(model.rowCount(), 30);
    QTRY_VERIFY(readsAll(model));
    const auto other = live.otherConnection();
    // In one transaction, so that nobody sees the changes before the feed has lost them.
    for (const char *sql :
         {"BEGIN IMMEDIATE", "DELETE FROM jobs WHERE seq % 2", "UPDATE jobs SET name = 'changed'",
          "DELETE FROM job_changes WHERE rev < (SELECT max(rev) FROM job_changes)", "COMMIT"})
        QVERIFY(other->execute(QString::fromLatin1(sql)).ok());
    QTRY_COMPARE(model.rowCount(), 15);
    for (int row = 0; row < 15; ++row)
        QTRY_COMPARE(model.index(row, 0).data(Model::NameRole).toString(), QStringLiteral("changed"));
}

void TestJobTableModel::isReadOnly()
{
    const test::ManualClock clock;
    test::LiveModels live(clock);
    Model &model = live.jobs();
    must(live.store().create(namedJob(1, clock.now())));
    model.select();
    QTRY_COMPARE(model.rowCount(), 1);
    QVERIFY(!model.setData(model.index(0, 1), QStringLiteral("x"), Qt::EditRole));
    QVERIFY(!model.removeRows(0, 1));
    QVERIFY(!model.insertRows(0, 1));
    QVERIFY(!model.flags(model.index(0, 1)).testFlag(Qt::ItemIsEditable));
    QVERIFY(model.submitAll());
    QCOMPARE(model.rowCount(), 1);
}

void TestJobTableModel::readsIdsOfAll()
{
    test::ManualClock clock;
    test::LiveModels live(clock);
    Model &model = live.jobs();
    const auto other = live.otherConnection();
    QVERIFY(other
                ->execute(QStringLiteral(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) "
                    "INSERT INTO jobs (id) SELECT 'j' || i FROM n"))
                .ok());
    model.select();
    QTRY_COMPARE(model.rowCount(), 5000);
    QSignalSpy read(&model, &Model::idsRead);
    QList<qint64> seqs = shown(model);
    std::reverse(seqs.begin(), seqs.end());
    model.readIds(seqs);
    QTRY_COMPARE(read.size(), 1);
    const QStringList ids = read.first().first().toStringList();
    QCOMPARE(ids.size(), 5000);
    QCOMPARE(ids.first(), QStringLiteral("j1"));
    QCOMPARE(ids.last(), QStringLiteral("j5000"));
}

void TestJobTableModel::tellsWhenTheDatabaseCannotBeRead()
{
    const test::ManualClock clock;
    test::LiveModels live(clock);
    JobTableModel model(QSqlDatabase(), live.path() + QStringLiteral(".absent"), clock);
    QSignalSpy failed(&model, &Model::failed);
    QSignalSpy recovered(&model, &Model::recovered);
    model.select();
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!failed.first().first().value<StoreError>().message.isEmpty());
    QCOMPARE(recovered.size(), 0);
}

QTEST_GUILESS_MAIN(TestJobTableModel)
#include "tst_jobtablemodel.moc"
