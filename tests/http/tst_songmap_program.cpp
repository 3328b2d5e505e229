// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/httpclient.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace tallyman::test;

/// What a user of songmap does, with curl and a real audio file, against the built program; and the same
/// after it was killed and started again. All answers are compared whole with CONTRACT, section 1.
class TestSongmapProgram : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void allSixEndpoints();
    void survivesAKill();
    void errors();

private:
    // The answer to curl with these arguments, and its status.
    QJsonObject curl(const QStringList &arguments, int *status = nullptr);
    QJsonObject curl(const char *method, const QString &path, int *status = nullptr);
    QJsonObject analyze();
    void start();

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<ServeProcess> m_server;
    QString m_audio;
};

void TestSongmapProgram::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("curl")).isEmpty())
        QSKIP("curl is not installed");
}

void TestSongmapProgram::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_audio = m_directory->filePath(QStringLiteral("x.wav"));
    QFile audio(m_audio);
    QVERIFY(audio.open(QIODevice::WriteOnly));
    QVERIFY(audio.write(waveFile()) > 8000);
    start();
}

void TestSongmapProgram::cleanup()
{
    m_server.reset();
    m_directory.reset();
}

void TestSongmapProgram::start()
{
    m_server = std::make_unique<ServeProcess>(m_directory->filePath(QStringLiteral("data/jobs.db")));
    QVERIFY2(m_server->ok(), m_server->errors());
}

QJsonObject TestSongmapProgram::curl(const QStringList &arguments, int *status)
{
    QStringList all{QStringLiteral("--silent"),    QStringLiteral("--show-error"),
                    QStringLiteral("--max-time"),  QStringLiteral("30"),
                    QStringLiteral("--write-out"), QStringLiteral("\n%{http_code}")};
    const Finished finished = run(QStringLiteral("curl"), all + arguments);
    if (finished.exitCode != 0)
        qWarning("curl: %s", finished.err.constData());
    const qsizetype end = finished.out.lastIndexOf('\n');
    if (status)
        *status = finished.out.mid(end + 1).toInt();
    return QJsonDocument::fromJson(finished.out.left(end)).object();
}

QJsonObject TestSongmapProgram::curl(const char *method, const QString &path, int *status)
{
    return curl({QStringLiteral("-X"), QString::fromLatin1(method), m_server->url() + path}, status);
}

QJsonObject TestSongmapProgram::analyze()
{
    return curl({QStringLiteral("-F"), QStringLiteral("file=@") + m_audio,
                 m_server->url() + QStringLiteral("/api/analyze")});
}

void TestSongmapProgram::allSixEndpoints()
{
    const QJsonObject created = analyze();
    const QString id = created.value(u"job_id").toString();
    QVERIFY(!id.isEmpty());
    QCOMPARE(created,
             (QJsonObject{{QStringLiteral("job_id"), id},
                          {QStringLiteral("status"), QStringLiteral("pending")},
                          {QStringLiteral("message"), QStringLiteral("Analysis started for x.wav")}}));

    int status = 0;
    const QJsonObject job = curl("GET", QStringLiteral("/api/status/") + id, &status);
    QCOMPARE(status, 200);
    const QString createdAt = job.value(u"created_at").toString();
    static const QRegularExpression iso(QStringLiteral(R"(^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$)"));
    QVERIFY2(iso.match(createdAt).hasMatch(), qPrintable(createdAt));
    const qint64 age =
        QDateTime::fromString(createdAt, Qt::ISODateWithMs).msecsTo(QDateTime::currentDateTimeUtc());
    QVERIFY(age >= 0 && age < 60000);
    QCOMPARE(job,
             (QJsonObject{{QStringLiteral("job_id"), id},
                          {QStringLiteral("status"), QStringLiteral("pending")},
                          {QStringLiteral("progress"), 0.0},
                          {QStringLiteral("elapsed"), 0.0},
                          {QStringLiteral("estimated_remaining"), QJsonValue()},
                          {QStringLiteral("created_at"), createdAt},
                          {QStringLiteral("started_at"), QJsonValue()},
                          {QStringLiteral("completed_at"), QJsonValue()}}));

    QCOMPARE(curl("GET", QStringLiteral("/api/jobs")),
             (QJsonObject{{QStringLiteral("count"), 1}, {QStringLiteral("jobs"), QJsonArray{job}}}));
    QCOMPARE(
        curl("GET", QStringLiteral("/health")),
        (QJsonObject{{QStringLiteral("status"), QStringLiteral("healthy")},
                     {QStringLiteral("jobs_count"), 1},
                     {QStringLiteral("database"), m_directory->filePath(QStringLiteral("data/jobs.db"))}}));
    QCOMPARE(curl("DELETE", QStringLiteral("/api/jobs/cleanup?days=7")),
             (QJsonObject{{QStringLiteral("message"), QStringLiteral("Cleaned up 0 jobs older than 7 days")},
                          {QStringLiteral("deleted_count"), 0},
                          {QStringLiteral("retention_days"), 7}}));
    QCOMPARE(curl("DELETE", QStringLiteral("/api/jobs/") + id),
             (QJsonObject{{QStringLiteral("message"), QStringLiteral("Job %1 deleted").arg(id)},
                          {QStringLiteral("job_id"), id}}));
    QCOMPARE(curl("GET", QStringLiteral("/api/jobs")),
             (QJsonObject{{QStringLiteral("count"), 0}, {QStringLiteral("jobs"), QJsonArray()}}));
    QCOMPARE(m_server->terminate(), 0);
}

void TestSongmapProgram::survivesAKill()
{
    const QString id = analyze().value(u"job_id").toString();
    const QString second = analyze().value(u"job_id").toString();
    const QString statusPath = QStringLiteral("/api/status/") + id;
    const QJsonObject job = curl("GET", statusPath);
    const QJsonObject list = curl("GET", QStringLiteral("/api/jobs"));
    QCOMPARE(list.value(u"count").toInt(), 2);
    const QString uploads = m_directory->filePath(QStringLiteral("data/uploads/"));
    QVERIFY(QFile::exists(uploads + id + QStringLiteral("/x.wav")));

    m_server->kill();
    start();
    QCOMPARE(curl("GET", statusPath), job);
    QCOMPARE(curl("GET", QStringLiteral("/api/jobs")), list);
    QFile uploaded(uploads + id + QStringLiteral("/x.wav"));
    QVERIFY(uploaded.open(QIODevice::ReadOnly));
    QCOMPARE(uploaded.readAll(), waveFile());

    int status = 0;
    (void)curl("DELETE", QStringLiteral("/api/jobs/") + id, &status);
    QCOMPARE(status, 200);
    QCOMPARE(QDir(uploads).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{second});
    QCOMPARE(m_server->terminate(), 0);
}

void TestSongmapProgram::errors()
{
    const auto expect = [this](const QStringList &arguments, int expected) {
        int status = 0;
        const QJsonObject answer = curl(arguments, &status);
        QCOMPARE(status, expected);
        QCOMPARE(shape(answer), QStringLiteral("detail:string"));
    };
    const QString url = m_server->url();
    const QString file = QStringLiteral("file=@") + m_audio;
    expect({url + QStringLiteral("/api/status/nothing")}, 404);
    expect({QStringLiteral("-X"), QStringLiteral("DELETE"), url + QStringLiteral("/api/jobs/nothing")}, 404);
    expect(
        {QStringLiteral("-X"), QStringLiteral("DELETE"), url + QStringLiteral("/api/jobs/cleanup?days=-1")},
        422);
    expect({QStringLiteral("-F"), QStringLiteral("audio=@") + m_audio, url + QStringLiteral("/api/analyze")},
           422);
    expect({QStringLiteral("-F"), file + QStringLiteral(";filename=../../x"),
            url + QStringLiteral("/api/analyze")},
           422);
    expect({QStringLiteral("-F"), file + QStringLiteral(";filename=") + QString(300, u'a'),
            url + QStringLiteral("/api/analyze")},
           422);
    expect({QStringLiteral("-d"), QStringLiteral("file=x"), url + QStringLiteral("/api/analyze")}, 415);
    expect({QStringLiteral("-H"), QStringLiteral("Host: example.org"), url + QStringLiteral("/health")}, 421);
    QCOMPARE(curl("GET", QStringLiteral("/health")).value(u"jobs_count").toInt(-1), 0);
    const QDir uploads(m_directory->filePath(QStringLiteral("data/uploads")));
    QCOMPARE(uploads.entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
    QCOMPARE(m_server->terminate(), 0);
}

QTEST_GUILESS_MAIN(TestSongmapProgram)
#include "tst_songmap_program.moc"
