// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jobjson.h"
#include "models/domain/jobrules.h"
#include "models/domain/jsonwriter.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tallyman;

class TestJobJson : public QObject {
    Q_OBJECT

private slots:
    void parse_data();
    void parse();
    void deepNestingDoesNotHurt();
    void everyFieldIsWritten();
    void absentIsNull();
    void textAndObjectAgree();
    void producersSpellingIsKept();
    void textStaysValidWhateverIsStored();
    void fullJobComesBack();
    void idAndTimeAreFilledIn();
    void nullIsAbsent();
    void badJob_data();
    void badJob();
    void badUpdate_data();
    void badUpdate();
    void goodNumbers();
    void updateSetsOnlyWhatIsThere();
    void updateClearsWithNull();

private:
    test::ManualClock m_clock;
};

void TestJobJson::parse_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("ok");
    const auto row = [](const char *name, const QByteArray &text, bool ok) {
        QTest::newRow(name) << text << ok;
    };

    row("empty object", "{}", true);
    row("white space", " \r\n\t{ \"a\" : [ 1 , 2.5 , -0 , 1e9 , true , null , \"x\" , {} ] } \n", true);
    row("escapes", R"({"a":"\"\\\/\b\f\n\r\t\u00e4\ud83d\ude00"})", true);
    row("UTF-8", "{\"a\":\"\xf0\x9f\x98\x80\"}", true);
    row("the same name at two levels", R"({"a":{"a":1}})", true);

    row("nothing", "", false);
    row("blanks", "  ", false);
    row("array", "[1]", false);
    row("text", "\"a\"", false);
    row("number", "1", false);
    row("null", "null", false);
    row("unended", R"({"a":1)", false);
    row("unended text", R"({"a":"b)", false);
    row("no value", R"({"a":})", false);
    row("no colon", R"({"a" 1})", false);
    row("no comma", R"({"a":1 "b":2})", false);
    row("comma at the end", R"({"a":1,})", false);
    row("comma at the end of an array", R"({"a":[1,]})", false);
    row("two values", "{}{}", false);
    row("something after", "{} x", false);
    row("NUL after", QByteArray("{}\0", 3), false);
    row("NUL within", QByteArray("{\"a\":\0}", 7), false);
    row("NUL in a text", QByteArray("{\"a\":\"\0\"}", 9), false);
    row("line feed in a text", "{\"a\":\"\n\"}", false);
    row("name twice", R"({"a":1,"a":2})", false);
    row("name twice, disguised", R"({"a":1,"\u0061":2})", false);
    row("bare name", "{a:1}", false);
    row("single quotes", "{'a':1}", false);
    row("comment", "{/* */}", false);
    row("leading zero", R"({"a":01})", false);
    row("leading plus", R"({"a":+1})", false);
    row("point without digits", R"({"a":1.})", false);
    row("no digits before the point", R"({"a":.5})", false);
    row("minus alone", R"({"a":-})", false);
    row("exponent alone", R"({"a":1e})", false);
    row("hexadecimal", R"({"a":0x10})", false);
    row("NaN", R"({"a":NaN})", false);
    row("capital True", R"({"a":True})", false);
    row("unknown escape", R"({"a":"\x"})", false);
    row("short escape", R"({"a":"\u12"})", false);
    row("sign in an escape", R"({"a":"\u+123"})", false);
    row("lone high surrogate", R"({"a":"\ud83d"})", false);
    row("lone low surrogate", R"({"a":"\ude00"})", false);
    row("two high surrogates", R"({"a":"\ud83d\ud83d"})", false);
    row("Latin-1", "{\"a\":\"\xe4\"}", false);
    row("overlong UTF-8", "{\"a\":\"\xc0\xaf\"}", false);
    row("surrogate in UTF-8", "{\"a\":\"\xed\xa0\x80\"}", false);
    row("byte order mark", "\xef\xbb\xbf{}", false);
    row("wrong bracket", R"({"a":[1}})", false);
}

void TestJobJson::parse()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, ok);
    const auto parsed = parseJsonObject(text);
    QCOMPARE(parsed.ok(), ok);
    if (ok) {
        QCOMPARE(*parsed, QJsonDocument::fromJson(text).object());
    } else {
        QCOMPARE(parsed.error().code, ErrorCode::InvalidValue);
        QVERIFY(!parsed.error().message.isEmpty());
    }
}

void TestJobJson::deepNestingDoesNotHurt()
{
    const auto nested = [](int depth) {
        return "{\"a\":" + QByteArray(depth, '[') + QByteArray(depth, ']') + '}';
    };
    QVERIFY(parseJsonObject(nested(200)).ok());
    QVERIFY(!parseJsonObject(nested(1000)).ok());
    QVERIFY(!parseJsonObject(nested(400000)).ok());
    QVERIFY(!parseJsonObject(QByteArray(800000, '[')).ok());
}

void TestJobJson::everyFieldIsWritten()
{
    const QStringList expected{QStringLiteral("completed_at"),
                               QStringLiteral("created_at"),
                               QStringLiteral("elapsed"),
                               QStringLiteral("error"),
                               QStringLiteral("estimated_remaining"),
                               QStringLiteral("expires_at"),
                               QStringLiteral("files_count"),
                               QStringLiteral("heartbeat_at"),
                               QStringLiteral("id"),
                               QStringLiteral("input"),
                               QStringLiteral("max_retries"),
                               QStringLiteral("metadata"),
                               QStringLiteral("name"),
                               QStringLiteral("note"),
                               QStringLiteral("options"),
                               QStringLiteral("output"),
                               QStringLiteral("pinned"),
                               QStringLiteral("processed_items"),
                               QStringLiteral("progress"),
                               QStringLiteral("progress_details"),
                               QStringLiteral("provider"),
                               QStringLiteral("queued_at"),
                               QStringLiteral("result"),
                               QStringLiteral("retry_count"),
                               QStringLiteral("started_at"),
                               QStringLiteral("status"),
                               QStringLiteral("total_items"),
                               QStringLiteral("total_size"),
                               QStringLiteral("user"),
                               QStringLiteral("webhook")};
    QCOMPARE(toJson(test::fullJob("a"), m_clock.now()).keys(), expected);
    QCOMPARE(toJson(test::job("a"), m_clock.now()).keys(), expected);
}

void TestJobJson::absentIsNull()
{
    Job job;
    job.id = test::id("a");
    job.createdAt = m_clock.now();
    const QJsonObject json = toJson(job, m_clock.now());
    QStringList present;
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (!it->isNull())
            present << it.key();
    }
    QCOMPARE(
        present,
        (QStringList{QStringLiteral("created_at"), QStringLiteral("id"), QStringLiteral("max_retries"),
                     QStringLiteral("pinned"), QStringLiteral("processed_items"), QStringLiteral("progress"),
                     QStringLiteral("retry_count"), QStringLiteral("status")}));
    QCOMPARE(json.value(QStringLiteral("created_at")).toString(), QStringLiteral("2026-01-21T10:30:00.000Z"));
}

namespace {

QByteArray textOf(const Job &job, Timestamp now)
{
    JsonWriter writer;
    writeJson(writer, job, now);
    return writer.take();
}

} // namespace

void TestJobJson::textAndObjectAgree()
{
    QList<Job> jobs = test::realisticJobs(50, m_clock.now());
    jobs << test::fullJob("full") << Job();
    for (const Job &job : jobs) {
        const auto read = parseJsonObject(textOf(job, m_clock.now()));
        QVERIFY2(read.ok(), read ? "" : qUtf8Printable(read.error().message));
        QCOMPARE(*read, toJson(job, m_clock.now()));
    }
}

void TestJobJson::producersSpellingIsKept()
{
    Job job = test::job("a");
    job.metadata = R"({"z": 1.10, "a": 123456789012345678901234567890})";
    QVERIFY(textOf(job, m_clock.now()).contains(job.metadata));
}

void TestJobJson::textStaysValidWhateverIsStored()
{
    for (const char *stored : {"1,2", "{", "nonsense", "\xff", "[1,]", "1}", "\"a\nb\""}) {
        Job job = test::job("a");
        job.options = stored;
        QVERIFY2(parseJsonObject(textOf(job, m_clock.now())).ok(), stored);
    }
}

void TestJobJson::fullJobComesBack()
{
    const Job job = test::fullJob("a/b \"c\"");
    QJsonObject json = toJson(job, m_clock.now());
    for (const char *own : {"elapsed", "estimated_remaining", "retry_count", "queued_at", "heartbeat_at"}) {
        // What the store alone sets is refused, one by one.
        QJsonObject withIt{{QLatin1StringView(own), json.take(QLatin1StringView(own))}};
        const auto refused = jobFromJson(withIt);
        QVERIFY2(!refused, own);
        QCOMPARE(refused.error().field, QString::fromLatin1(own));
    }
    auto back = jobFromJson(json, m_clock.now());
    QVERIFY2(back.ok(), back ? "" : qUtf8Printable(back.error().message));
    const auto asJson = [](const JsonText &text) { return QJsonDocument::fromJson('[' + text + ']'); };
    for (JsonText Job::*member :
         {&Job::options, &Job::result, &Job::metadata, &Job::progressDetails, &Job::webhook}) {
        QCOMPARE(asJson((*back).*member), asJson(job.*member));
        (*back).*member = job.*member; // its spelling may differ
    }
    back->queuedAt = job.queuedAt;
    back->heartbeatAt = job.heartbeatAt;
    back->retryCount = job.retryCount;
    back->seq = job.seq;
    QVERIFY(*back == job);
}

void TestJobJson::idAndTimeAreFilledIn()
{
    const auto first = jobFromJson({}, m_clock.now());
    const auto second = jobFromJson({{QStringLiteral("id"), QJsonValue()}}, m_clock.now());
    QVERIFY(first && second);
    QCOMPARE(first->id.text().size(), 36);
    QVERIFY(first->id != second->id);
    QVERIFY(first->createdAt == m_clock.now());
    QVERIFY(first->status == JobStatus::Pending);
}

void TestJobJson::nullIsAbsent()
{
    QJsonObject json = toJson(test::fullJob("a"), m_clock.now());
    for (const char *own : {"elapsed", "estimated_remaining", "retry_count", "queued_at", "heartbeat_at"})
        json.remove(QLatin1StringView(own));
    for (auto it = json.begin(); it != json.end(); ++it)
        it.value() = QJsonValue();
    const auto job = jobFromJson(json, m_clock.now());
    QVERIFY(job.ok());
    Job bare;
    bare.id = job->id;
    bare.createdAt = m_clock.now();
    QVERIFY(*job == bare);
}

void TestJobJson::badJob_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *text, const char *field) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(field);
    };
    row(R"({"naem":"x"})", "naem");
    row(R"({"Name":"x"})", "Name");
    row(R"({"seq":1})", "seq");
    row(R"({"id":1})", "id");
    row(R"({"id":""})", "id");
    row(R"({"id":" a"})", "id");
    row(R"({"id":"a\nb"})", "id");
    row(R"({"name":1})", "name");
    row(R"({"name":["x"]})", "name");
    row(R"({"provider":true})", "provider");
    row(R"({"user":{}})", "user");
    row(R"({"status":"done"})", "status");
    row(R"({"status":"Running"})", "status");
    row(R"({"status":1})", "status");
    row(R"({"progress":"0.5"})", "progress");
    row(R"({"progress":true})", "progress");
    row(R"({"total_items":1.5})", "total_items");
    row(R"({"total_items":"3"})", "total_items");
    row(R"({"total_items":1e300})", "total_items");
    row(R"({"processed_items":9223372036854775808})", "processed_items");
    row(R"({"processed_items":-1e19})", "processed_items");
    row(R"({"max_retries":2147483648})", "max_retries");
    row(R"({"max_retries":0.5})", "max_retries");
    row(R"({"total_size":[]})", "total_size");
    row(R"({"files_count":false})", "files_count");
    row(R"({"created_at":"yesterday"})", "created_at");
    row(R"({"created_at":1768991400})", "created_at");
    row(R"({"started_at":"2026-13-01T00:00:00Z"})", "started_at");
    row(R"({"expires_at":""})", "expires_at");
}

void TestJobJson::badJob()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, field);
    const auto object = parseJsonObject(text);
    QVERIFY(object.ok());
    const auto job = jobFromJson(*object);
    QVERIFY(!job);
    QCOMPARE(job.error().code, ErrorCode::InvalidValue);
    QCOMPARE(job.error().field, field);
    QVERIFY(!job.error().message.isEmpty());
}

void TestJobJson::badUpdate_data()
{
    badJob_data();
    const auto row = [](const char *text, const char *field) {
        QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(field);
    };
    row(R"({"status":null})", "status");
    row(R"({"progress":null})", "progress");
    row(R"({"processed_items":null})", "processed_items");
    row(R"({"max_retries":null})", "max_retries");
    row(R"({"id":"b"})", "id");
    row(R"({"created_at":"2026-01-21T10:30:00Z"})", "created_at");
    row(R"({"started_at":null})", "started_at");
    row(R"({"retry_count":0})", "retry_count");
}

void TestJobJson::badUpdate()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, field);
    const auto object = parseJsonObject(text);
    QVERIFY(object.ok());
    const auto update = updateFromJson(*object);
    QVERIFY(!update);
    QCOMPARE(update.error().code, ErrorCode::InvalidValue);
    QCOMPARE(update.error().field, field);
}

void TestJobJson::goodNumbers()
{
    const auto read = [](const char *number) {
        const auto object = parseJsonObject(QByteArray("{\"total_size\":") + number + '}');
        const auto job = jobFromJson(*object);
        return job ? job->totalSize : std::nullopt;
    };
    QCOMPARE(read("0"), qint64(0));
    QCOMPARE(read("1.0"), qint64(1));
    QCOMPARE(read("1e3"), qint64(1000));
    QCOMPARE(read("-5"), qint64(-5)); // a whole number; that it is too small is for the rules to say
    QCOMPARE(read("9007199254740993"), qint64(9007199254740993)); // beyond what a double can hold
    QCOMPARE(read("9223372036854775807"), std::numeric_limits<qint64>::max());
}

void TestJobJson::updateSetsOnlyWhatIsThere()
{
    const auto update = updateFromJson(
        {{QStringLiteral("status"), QStringLiteral("running")}, {QStringLiteral("progress"), 0.5}});
    JobUpdate expected;
    expected.status = JobStatus::Running;
    expected.progress = 0.5;
    QVERIFY(update && *update == expected);
    QVERIFY(*updateFromJson({}) == JobUpdate());
}

void TestJobJson::updateClearsWithNull()
{
    const auto update = updateFromJson({{QStringLiteral("error"), QJsonValue()},
                                        {QStringLiteral("result"), QJsonValue()},
                                        {QStringLiteral("total_items"), QJsonValue()},
                                        {QStringLiteral("expires_at"), QJsonValue()}});
    QVERIFY(update.ok());
    QVERIFY(update->error && update->error->isEmpty());
    QVERIFY(update->result && update->result->isEmpty());
    QVERIFY(update->totalItems && !*update->totalItems);
    QVERIFY(update->expiresAt && !*update->expiresAt);
}

QTEST_GUILESS_MAIN(TestJobJson)
#include "tst_jobjson.moc"
