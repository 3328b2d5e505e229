// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace tallyman;

namespace {

// The program, run to its end or until it is told to end.
class Desktop {
public:
    explicit Desktop(const QStringList &arguments, const QString &configuration)
    {
        QProcessEnvironment environment = test::cleanEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), configuration);
        m_process.setProcessEnvironment(environment);
        m_process.start(test::programPath(QStringLiteral("tallyman")), arguments);
    }
    ~Desktop()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    QProcess &process() { return m_process; }
    // The first line on that channel that has this in it; all there was where none has.
    QString lineWith(const QString &words, QProcess::ProcessChannel channel)
    {
        m_process.setReadChannel(channel);
        QString all;
        for (;;) {
            while (!m_process.canReadLine()) {
                if (!m_process.waitForReadyRead(30000))
                    return all;
            }
            const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
            if (line.contains(words))
                return line;
            all += line + u'\n';
        }
    }
    int terminate()
    {
        m_process.terminate();
        return m_process.waitForFinished(30000) ? m_process.exitCode() : -1;
    }

private:
    QProcess m_process;
};

} // namespace

class TestDesktop : public QObject {
    Q_OBJECT

private slots:
    void servesAndEndsCleanly();
    void worksOnWithoutItsPort();
    void saysWhyTheDatabaseCannotBeOpened();
    void refusesNonsense_data();
    void refusesNonsense();
};

void TestDesktop::servesAndEndsCleanly()
{
    const QTemporaryDir folder;
    const QString database = folder.filePath(QStringLiteral("jobs.db"));
    Desktop desktop({QStringLiteral("--store"), database, QStringLiteral("--port"), QStringLiteral("0")},
                    folder.path());
    const QString said = desktop.lineWith(QStringLiteral("listening"), QProcess::StandardOutput);
    QVERIFY2(said.startsWith(QStringLiteral("listening on http://127.0.0.1:")), qPrintable(said));
    const quint16 port = said.section(u':', -1).toUShort();
    const test::HttpAnswer posted =
        test::request(port, "POST", "/api/v1/jobs", "{\"name\":\"My first job\"}");
    QCOMPARE(posted.status, 201);
    const QString id = QJsonDocument::fromJson(posted.body).object().value(QStringLiteral("id")).toString();
    QVERIFY(!id.isEmpty());
    QCOMPARE(desktop.terminate(), 0);
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("tallyman/tallyman.ini")))); // the geometry

    const test::Finished shown = test::ctl({QStringLiteral("show"), id, QStringLiteral("--store"), database});
    QCOMPARE(shown.exitCode, 0);
}

void TestDesktop::worksOnWithoutItsPort()
{
    const QTemporaryDir folder;
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Desktop desktop({QStringLiteral("--store"), folder.filePath(QStringLiteral("jobs.db")),
                     QStringLiteral("--port"), QString::number(other.serverPort())},
                    folder.path());
    const QString port = QString::number(other.serverPort());
    const QString said = desktop.lineWith(port, QProcess::StandardError);
    QVERIFY2(said.contains(port), qPrintable(said));
    QCOMPARE(desktop.process().state(), QProcess::Running);
    QCOMPARE(desktop.terminate(), 0);
}

void TestDesktop::saysWhyTheDatabaseCannotBeOpened()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("notes.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("not a database at all\n").repeated(100));
    file.close();
    Desktop desktop({QStringLiteral("--store"), path}, folder.path());
    const QString said = desktop.lineWith(QStringLiteral("notes.txt"), QProcess::StandardError);
    QVERIFY2(said.contains(QStringLiteral("notes.txt")), qPrintable(said));
    QCOMPARE(desktop.process().state(), QProcess::Running); // the window asks what to do
    QCOMPARE(desktop.terminate(), 5);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("not a database at all\n").repeated(100));
}

void TestDesktop::refusesNonsense_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{QStringLiteral("--colour")};
    QTest::newRow("port out of range") << QStringList{QStringLiteral("--port"), QStringLiteral("65536")};
    QTest::newRow("port is a word") << QStringList{QStringLiteral("--port"), QStringLiteral("http")};
    QTest::newRow("empty store") << QStringList{QStringLiteral("--store"), QString()};
    QTest::newRow("stray word") << QStringList{QStringLiteral("jobs.db")};
}

void TestDesktop::refusesNonsense()
{
    QFETCH(QStringList, arguments);
    const test::Finished ended = test::run(test::programPath(QStringLiteral("tallyman")), arguments);
    QCOMPARE(ended.exitCode, 2);
    QVERIFY(!ended.err.isEmpty());
    QVERIFY(ended.out.isEmpty());
}

QTEST_GUILESS_MAIN(TestDesktop)
#include "tst_desktop.moc"
