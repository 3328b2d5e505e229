// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/ctlfixture.h"

#include <QScopeGuard>
#include <QTest>

#include <cstdlib>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace tallyman;
using namespace tallyman::test;

class TestCtlTerminal : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void colour_data();
    void colour();
    void width();
    void pipeHasNeither();

private:
    // What `list` prints on a terminal of that width.
    [[nodiscard]] QByteArray onTerminal(unsigned short columns, const QProcessEnvironment &environment) const;

    CtlFixture m_fixture;
};

void TestCtlTerminal::initTestCase()
{
    const Finished added = m_fixture.ctl("add", QString(100, u'n'), "--id", "x", "--status", "failed");
    QVERIFY2(added.exitCode == 0, added.err);
}

QByteArray TestCtlTerminal::onTerminal(unsigned short columns, const QProcessEnvironment &environment) const
{
    const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    const auto closed = qScopeGuard([terminal] { ::close(terminal); });
    winsize size{};
    size.ws_col = columns;
    size.ws_row = 24;
    if (::grantpt(terminal) != 0 || ::unlockpt(terminal) != 0 || ::ioctl(terminal, TIOCSWINSZ, &size) != 0)
        return "no terminal";
    QProcess process;
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QString::fromLocal8Bit(::ptsname(terminal)));
    process.start(programPath(QStringLiteral("tallymanctl")), args("list", "--store", m_fixture.database()));
    if (!process.waitForFinished())
        return "it did not end";
    QByteArray text(65536, '\0');
    const ssize_t length = ::read(terminal, text.data(), static_cast<size_t>(text.size()));
    return text.left(std::max<qsizetype>(0, length)).replace("\r\n", "\n");
}

void TestCtlTerminal::colour_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("coloured");
    const auto row = [](const char *variable, const char *value, bool coloured) {
        QTest::addRow("%s=%s", variable, value)
            << QString::fromUtf8(variable) << QString::fromUtf8(value) << coloured;
    };
    row("NO_COLOR", "", true); // https://no-color.org: present and not an empty string
    row("NO_COLOR", "1", false);
    row("NO_COLOR", "0", false);
    row("TERM", "dumb", false);
    row("TERM", "", false);
}

void TestCtlTerminal::colour()
{
    QFETCH(QString, variable);
    QFETCH(QString, value);
    QFETCH(bool, coloured);
    QProcessEnvironment environment = cleanEnvironment();
    environment.remove(QStringLiteral("NO_COLOR"));
    environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm-256color"));
    environment.insert(variable, value);
    const QByteArray text = onTerminal(200, environment);
    QVERIFY2(text.contains("failed"), text);
    QCOMPARE(text.contains("\x1b[31mfailed\x1b[0m"), coloured);
    QCOMPARE(text.contains('\x1b'), coloured);
}

void TestCtlTerminal::width()
{
    QProcessEnvironment environment = cleanEnvironment();
    environment.insert(QStringLiteral("NO_COLOR"), QStringLiteral("1"));
    const QString text = QString::fromUtf8(onTerminal(90, environment));
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.first().size(), 90);
    QCOMPARE(lines.last().size(), 90);
    QVERIFY(lines.last().contains(QStringLiteral("n…")));
    QVERIFY(QString::fromUtf8(onTerminal(300, environment)).contains(QString(100, u'n')));
}

void TestCtlTerminal::pipeHasNeither()
{
    QProcessEnvironment environment = cleanEnvironment();
    environment.remove(QStringLiteral("NO_COLOR"));
    environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm-256color"));
    environment.insert(QStringLiteral("COLUMNS"), QStringLiteral("40"));
    const Finished done = run(programPath(QStringLiteral("tallymanctl")),
                              args("list", "--store", m_fixture.database()), environment);
    QVERIFY(!done.out.contains('\x1b'));
    QVERIFY(done.out.contains(QByteArray(100, 'n')));
}

QTEST_GUILESS_MAIN(TestCtlTerminal)
#include "tst_ctl_terminal.moc"
