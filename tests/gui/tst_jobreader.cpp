// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobreader.h"
#include "models/jobtexts.h"
#include "models/store/openstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace tallyman;

namespace {

const QString api = QStringLiteral("http://127.0.0.1:8000");

template<typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
    return std::move(result).value();
}

// The words that a shell makes of a command.
QStringList wordsOf(const QString &command)
{
    QProcess shell;
    shell.start(QStringLiteral("sh"),
                {QStringLiteral("-c"), QStringLiteral("curl() { printf '%s\\0' \"$@\"; }\n") + command});
    shell.waitForFinished();
    QStringList words = QString::fromUtf8(shell.readAllStandardOutput()).split(QChar::Null);
    words.removeLast();
    return words;
}

} // namespace

class TestJobReader : public QObject {
    Q_OBJECT

    test::ManualClock m_clock;
    OpenStore m_store;

    JobStore &store() { return *m_store.jobs; }

private slots:
    void init() { m_store = must(openStore({StoreLocation::Engine::Memory, {}}, m_clock)); }
    void cleanup() { m_store = {}; }

    void copiesATable()
    {
        Job one = test::job("a", "first");
        one.createdAt = Timestamp{std::chrono::seconds{0}};
        one.progress = 0.29;
        Job two = test::job("longer-id", "second");
        two.createdAt = Timestamp{std::chrono::seconds{1}};
        two.error = QStringLiteral("line one\nline two");
        QCOMPARE(
            jobtexts::table({one, two}),
            QStringLiteral("ID         Status   Progress  Name    Created                   Error\n"
                           "a          pending  29 %      first   1970-01-01T00:00:00.000Z\n"
                           "longer-id  pending  0 %       second  1970-01-01T00:00:01.000Z  line one\n"));
    }

    void copiesJson()
    {
        const Job full = test::fullJob("full");
        const auto one = QJsonDocument::fromJson(jobtexts::json({full}, m_clock.now()).toUtf8());
        QCOMPARE(one.object().value(QStringLiteral("name")).toString(), full.name);
        QCOMPARE(one.object().value(QStringLiteral("error")).toString(), full.error);
        const auto two = QJsonDocument::fromJson(jobtexts::json({full, full}, m_clock.now()).toUtf8());
        QCOMPARE(two.array().size(), 2);
    }

    // Whatever the job holds, a shell takes it for what it is.
    void copiesCommands_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"plain", "it's", "'; touch /tmp/x; '", "$(id) `id` ${HOME}", "a\\b\"c",
                                 "!! %s *", "@/etc/passwd", "日本語 😀"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void copiesCommands()
    {
        QFETCH(QString, name);
        Job job = test::fullJob("full");
        job.id = must(JobId::fromText(name) ? Result<JobId>(*JobId::fromText(name)) : Result<JobId>(job.id));
        job.name = name;
        job.options = "{\"a\": \"it's $HOME\"}";
        const QStringList query = wordsOf(jobtexts::curlQuery({job}, api));
        QCOMPARE(query.size(), 1);
        QCOMPARE(QUrl::fromPercentEncoding(query.at(0).toLatin1()),
                 api + QStringLiteral("/api/v1/jobs/") + job.id.text());
        const QStringList add = wordsOf(jobtexts::curlAdd({job}, api));
        QCOMPARE(add.size(), 5);
        QCOMPARE(add.at(4), api + QStringLiteral("/api/v1/jobs"));
        const QJsonObject sent = QJsonDocument::fromJson(add.at(3).toUtf8()).object();
        QCOMPARE(sent.value(QStringLiteral("name")).toString(), name);
        QVERIFY(add.at(3).contains(QString::fromUtf8(job.options)));
        QVERIFY(!sent.contains(QStringLiteral("status")));
    }

    void readsJobsThatAreThere()
    {
        const qint64 a = must(store().create(test::job("a", "first"))).seq;
        const qint64 b = must(store().create(test::job("b", "second"))).seq;
        must(store().remove(test::id("a")));
        JobReader reader(store(), m_clock);
        QSignalSpy copied(&reader, &JobReader::copied);
        QSignalSpy failed(&reader, &JobReader::failed);
        QSignalSpy read(&reader, &JobReader::jobRead);
        reader.copy(JobChoice({a, b}), JobReader::Form::Table);
        QTRY_COMPARE(copied.size(), 1);
        QCOMPARE(copied.at(0).at(1).toLongLong(), 1);
        QVERIFY(copied.at(0).at(0).toString().contains(QStringLiteral("second")));
        reader.read(b);
        QTRY_COMPARE(read.size(), 1);
        QCOMPARE(read.at(0).at(0).value<Job>().id, test::id("b"));
        reader.read(a);
        QTRY_COMPARE(failed.size(), 1);
        // Only the last wish counts.
        reader.copy(JobChoice({b}), JobReader::Form::Table);
        reader.copy(JobChoice({b}), JobReader::Form::Json);
        QTRY_COMPARE(copied.size(), 2);
        QVERIFY(copied.at(1).at(0).toString().startsWith(u'{'));
    }

    void refusesMoreThanAClipboardTakes()
    {
        JobReader reader(store(), m_clock);
        QSignalSpy failed(&reader, &JobReader::failed);
        reader.copy(JobChoice(RowMap(QList<qint64>(JobReader::rowsAtMost + 1, 1))), JobReader::Form::Table);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.at(0).at(0).value<StoreError>().message.contains(QStringLiteral("Export")));
    }
};

QTEST_GUILESS_MAIN(TestJobReader)
#include "tst_jobreader.moc"
