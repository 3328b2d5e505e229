// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jobdescription.h"
#include "models/domain/jobjson.h"
#include "models/domain/joblimits.h"
#include "models/store/jobexport.h"
#include "models/store/openstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"

#include <QBuffer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace tallyman;
using namespace tallyman::test;

Q_DECLARE_METATYPE(tallyman::ExportFormat)

namespace {

// Rows of RFC 4180, read without regard to how we write them.
QList<QByteArrayList> rowsOf(const QByteArray &csv)
{
    QList<QByteArrayList> rows;
    QByteArrayList row;
    QByteArray field;
    bool quoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char c = csv.at(i);
        if (quoted && c == '"' && csv.mid(i + 1, 1) == "\"") {
            field += csv.at(++i);
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '\n')) {
            if (c == '\n' && field.endsWith('\r'))
                field.chop(1);
            row << std::exchange(field, {});
            if (c == '\n')
                rows << std::exchange(row, {});
        } else {
            field += c;
        }
    }
    return rows;
}

// The fields as a reader of the CSV is to find them.
struct Expected {
    void put(QLatin1StringView, const QString &text) { fields << text.toUtf8(); }
    void put(QLatin1StringView, QLatin1StringView word) { fields << QByteArray(word.data(), word.size()); }
    void put(QLatin1StringView, bool value) { fields << QByteArray(value ? "true" : "false"); }
    void put(QLatin1StringView, RawJson json) { fields << json.text; }
    void put(QLatin1StringView, const std::optional<Timestamp> &time)
    {
        fields << (time ? toIsoText(*time) : QByteArray());
    }
    void put(QLatin1StringView, const std::optional<qint64> &number)
    {
        fields << (number ? QByteArray::number(*number) : QByteArray());
    }
    void put(QLatin1StringView, const std::optional<double> &number)
    {
        fields << QByteArray::number(*number);
    }

    QByteArrayList fields;
};

QByteArrayList fieldsOf(const Job &job)
{
    Expected expected;
    describeJob(job, expected);
    return expected.fields;
}

JsonText longestJson()
{
    const QByteArray start = R"({"text":")";
    return start + QByteArray(limits::jsonBytes - start.size() - 2, 'x') + "\"}";
}

// Remembers what it is given, and may fail or do something else at a write.
class Device final : public QIODevice {
public:
    Device() { open(QIODevice::WriteOnly | QIODevice::Unbuffered); }
    QByteArray text;
    QList<qint64> sizes;
    std::function<bool()> onWrite = [] { return true; };

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        if (!onWrite()) {
            setErrorString(QStringLiteral("it is full"));
            return -1;
        }
        sizes << size;
        text.append(data, size);
        return size;
    }
};

} // namespace

class TestJobExport : public QObject {
    Q_OBJECT

private slots:
    void init();
    void words();
    void csvRoundTrip();
    void jsonRoundTrip_data();
    void jsonRoundTrip();
    void nothing_data();
    void nothing();
    void order();
    void selection();
    void results_data();
    void results();
    void piecesAreSmall();
    void deletedMeanwhile();
    void deviceThatFails();
    void file();
    void cancelledFile_data();
    void cancelledFile();
    void unwritableFile_data();
    void unwritableFile();

private:
    [[nodiscard]] Job add(Job job);
    [[nodiscard]] QByteArray exported(const ExportRequest &request);
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
    ManualClock m_clock;
    std::optional<OpenStore> m_store;
};

void TestJobExport::init()
{
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = openStore({StoreLocation::Engine::Memory, {}}, m_clock);
    QVERIFY(store.ok());
    m_store = std::move(*store);
}

Job TestJobExport::add(Job job)
{
    const auto added = m_store->jobs->create(job);
    if (!added)
        qFatal("%s", qUtf8Printable(added.error().message));
    return *added;
}

QByteArray TestJobExport::exported(const ExportRequest &request)
{
    Device device;
    const auto written = JobExport(*m_store->jobs, m_clock).write(request, device, {});
    if (!written || !*written || (*written)->bytes != device.text.size())
        return "failed";
    return device.text;
}

void TestJobExport::words()
{
    for (const ExportFormat format : exportFormats())
        QCOMPARE(exportFormatFromWord(QString(toWord(format))), std::optional(format));
    QVERIFY(!exportFormatFromWord(u"xml"));
    QVERIFY(!exportFormatFromWord(u""));
}

void TestJobExport::csvRoundTrip()
{
    Job formula = job("b", "=1+1, \"quoted\"");
    formula.error = QStringLiteral("one\r\ntwo\n\"three\",\ttab");
    formula.note = QStringLiteral("\n");
    formula.metadata = longestJson();
    formula.options = "[1,\n 2.50, \"\\u0000\"]";
    const Job full = add(fullJob("a"));
    const Job odd = add(formula);
    const Job plain = add(job("c"));

    JobFilter filter;
    filter.sort = {{FilterField::Id, false}};
    const QByteArray csv = exported({filter, ExportFormat::Csv});
    const QList<QByteArrayList> rows = rowsOf(csv);
    QCOMPARE(rows.size(), 4);
    QVERIFY(csv.startsWith("id,name,provider,"));
    QCOMPARE(rows.at(0).size(), fieldsOf(full).size());
    QCOMPARE(rows.at(1), fieldsOf(full));
    QCOMPARE(rows.at(2), fieldsOf(odd));
    QCOMPARE(rows.at(3), fieldsOf(plain));
    QVERIFY(csv.contains("\r\nc,a job,,,pending,0,,0,"));
}

void TestJobExport::jsonRoundTrip_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::newRow("json") << ExportFormat::Json;
    QTest::newRow("jsonl") << ExportFormat::JsonLines;
}

void TestJobExport::jsonRoundTrip()
{
    QFETCH(ExportFormat, format);
    Job large = job("b", "\"x\"");
    large.metadata = longestJson();
    large.options = "[1,\n 2.50,\r\n \"\\n\"]";
    const QList<Job> jobs{add(fullJob("a")), add(large), add(job("c"))};
    JobFilter filter;
    filter.sort = {{FilterField::Id, false}};
    QByteArray text = exported({filter, format});
    QCOMPARE(text.count('\n'), format == ExportFormat::Json ? 5 : 3); // a job a line
    QVERIFY(text.endsWith('\n'));
    if (format == ExportFormat::JsonLines)
        text = '[' + text.chopped(1).replace('\n', ',') + ']';
    const QJsonArray array = QJsonDocument::fromJson(text).array();
    QCOMPARE(array.size(), jobs.size());
    for (qsizetype i = 0; i < jobs.size(); ++i)
        QCOMPARE(array.at(i).toObject(), toJson(jobs.at(i), m_clock.now()));
    QVERIFY(text.contains("2.50")); // the producer's spelling
}

void TestJobExport::nothing_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<int>("lines");
    QTest::newRow("csv") << ExportFormat::Csv << QByteArray("id,name,") << 1;
    QTest::newRow("json") << ExportFormat::Json << QByteArray("[]\n") << 1;
    QTest::newRow("jsonl") << ExportFormat::JsonLines << QByteArray() << 0;
}

void TestJobExport::nothing()
{
    QFETCH(ExportFormat, format);
    QFETCH(QByteArray, start);
    const QByteArray text = exported({JobFilter(), format});
    QVERIFY2(text.startsWith(start), text);
    QTEST(static_cast<int>(text.count('\n')), "lines");
}

void TestJobExport::order()
{
    for (const char *id : {"b", "c", "a"}) {
        m_clock.advance(std::chrono::seconds{1});
        (void)add(job(id));
    }
    const auto ids = [this](const QString &query) {
        const QList<QByteArrayList> rows = rowsOf(exported({*parseFilter(query), ExportFormat::Csv}));
        QByteArray text;
        for (const QByteArrayList &row : rows.mid(1))
            text += row.at(0);
        return text;
    };
    QCOMPARE(ids({}), QByteArray("acb"));
    QCOMPARE(ids(QStringLiteral("sort:id")), QByteArray("abc"));
    QCOMPARE(ids(QStringLiteral("-id:b sort:-id")), QByteArray("ca"));
}

void TestJobExport::selection()
{
    const qint64 a = add(job("a")).seq;
    const qint64 b = add(job("b")).seq;
    (void)add(job("c"));
    Device device;
    const auto written = JobExport(*m_store->jobs, m_clock)
                             .write({QList<qint64>{b, 4711, a}, ExportFormat::JsonLines}, device, {});
    QVERIFY(written.ok() && *written);
    QCOMPARE((*written)->exported, 2);
    QCOMPARE((*written)->gone, 1);
    QVERIFY2(device.text.startsWith("{\"id\":\"b\""), device.text);
    QVERIFY(device.text.contains("\n{\"id\":\"a\""));
}

void TestJobExport::results_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 1000, 2500})
        QTest::addRow("%d", count) << count;
}

void TestJobExport::results()
{
    QFETCH(int, count);
    const Job one = add(job("a"));
    (void)add(job("b"));
    QList<JobResult> results;
    for (int i = 0; i < count; ++i)
        results << JobResult{QStringLiteral("item \"%1\"").arg(i), i % 2 == 0,
                             i % 2 == 0 ? QString() : QStringLiteral("no\npage"), "{\"n\":\n1.0}"};
    if (count > 0)
        QVERIFY(m_store->jobs->addResults(one.id, results).ok());
    const QByteArray text = exported({*parseFilter(QStringLiteral("sort:id")), ExportFormat::Json, true});
    const QJsonArray jobs = QJsonDocument::fromJson(text).array();
    QCOMPARE(jobs.size(), 2);
    const QJsonArray found = jobs.at(0)[QLatin1StringView("results")].toArray();
    QCOMPARE(found.size(), count);
    if (count > 0)
        QCOMPARE(found.last().toObject().value(QLatin1StringView("item")).toString(), results.last().item);
    if (count > 1)
        QCOMPARE(found.at(1).toObject(),
                 QJsonDocument::fromJson(
                     R"({"item":"item \"1\"","success":false,"error":"no\npage","details":{"n":1.0}})")
                     .object());
    QVERIFY(jobs.at(1)[QLatin1StringView("results")].isArray());
    QVERIFY(!exported({JobFilter(), ExportFormat::Json}).contains("\"results\""));
    QVERIFY(!exported({JobFilter(), ExportFormat::Csv, true}).contains("no\npage"));
}

void TestJobExport::piecesAreSmall()
{
    Job large = job("x");
    large.metadata = longestJson();
    for (int i = 0; i < 12; ++i) {
        large.id = id(QByteArray::number(i).constData());
        (void)add(large);
    }
    Device device;
    const auto written =
        JobExport(*m_store->jobs, m_clock).write({JobFilter(), ExportFormat::Csv}, device, {});
    QVERIFY(written.ok() && *written);
    QCOMPARE((*written)->exported, 12);
    QVERIFY(device.text.size() > 12 * limits::jsonBytes);
    QVERIFY(*std::max_element(device.sizes.begin(), device.sizes.end()) < 3 * limits::jsonBytes);
}

void TestJobExport::deletedMeanwhile()
{
    Job large = job("a");
    large.metadata = longestJson();
    (void)add(large);
    const JobId last = add(job("b")).id;
    Device device;
    device.onWrite = [&] {
        (void)m_store->jobs->remove(last);
        return true;
    };
    const auto written =
        JobExport(*m_store->jobs, m_clock)
            .write({*parseFilter(QStringLiteral("sort:id")), ExportFormat::JsonLines}, device, {});
    QVERIFY(written.ok() && *written);
    QCOMPARE(**written, (ExportSummary{1, 1, device.text.size()}));
}

void TestJobExport::deviceThatFails()
{
    (void)add(job("a"));
    Device device;
    device.onWrite = [] { return false; };
    const auto written =
        JobExport(*m_store->jobs, m_clock).write({JobFilter(), ExportFormat::Csv}, device, {});
    QVERIFY(!written);
    QCOMPARE(written.error().detail, QStringLiteral("it is full"));
}

void TestJobExport::file()
{
    (void)add(job("a"));
    QFile old(path("jobs.csv"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    const auto written =
        JobExport(*m_store->jobs, m_clock).writeFile({JobFilter(), ExportFormat::Csv}, path("jobs.csv"), {});
    QVERIFY(written.ok() && *written);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QVERIFY(old.readAll().contains("\r\na,a job,"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("jobs.csv")});
}

void TestJobExport::cancelledFile_data()
{
    QTest::addColumn<int>("questions"); // that are answered with no
    QTest::newRow("before it begins") << 0;
    QTest::newRow("between two jobs") << 3;
}

void TestJobExport::cancelledFile()
{
    QFETCH(int, questions);
    Job large = job("x");
    large.metadata = longestJson();
    for (const char *idText : {"a", "b", "c", "d", "e", "f"}) {
        large.id = id(idText);
        (void)add(large);
    }
    int asked = 0;
    const ExportControl control{{}, [&] { return asked++ >= questions; }};
    const auto written = JobExport(*m_store->jobs, m_clock)
                             .writeFile({JobFilter(), ExportFormat::Csv}, path("jobs.csv"), control);
    QVERIFY(written.ok());
    QVERIFY(!*written);
    QVERIFY(QDir(m_folder->path()).isEmpty(QDir::Files | QDir::Hidden));
}

void TestJobExport::unwritableFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("no such folder") << QStringLiteral("nowhere/jobs.csv");
    QTest::newRow("a folder") << QStringLiteral(".");
    QTest::newRow("a pipe") << QStringLiteral("pipe");
}

void TestJobExport::unwritableFile()
{
    QFETCH(QString, name);
    QCOMPARE(::mkfifo(qPrintable(path("pipe")), 0600), 0);
    const QString place = m_folder->filePath(name);
    const auto written =
        JobExport(*m_store->jobs, m_clock).writeFile({JobFilter(), ExportFormat::Csv}, place, {});
    QVERIFY(!written);
    QVERIFY2(written.error().message.startsWith(place), qPrintable(written.error().message));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden | QDir::System),
             QStringList{QStringLiteral("pipe")});
    QVERIFY(!QFileInfo(path("pipe")).isFile());
}

QTEST_GUILESS_MAIN(TestJobExport)
#include "tst_jobexport.moc"
