// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs.h"

#include <QDeadlineTimer>
#include <QTcpSocket>

namespace tallyman::test {

namespace {
constexpr int patience = 60000; // ms; far beyond what anything here takes
}

QString programPath(const QString &name)
{
    return QStringLiteral(TALLYMAN_BIN_DIR "/") + name;
}

QProcessEnvironment cleanEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"JOB_STORE_TYPE", "SQLITE_PATH", "DB_PATH", "REDIS_URL"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("en"));
    return environment;
}

Finished run(const QString &program, const QStringList &arguments, const QProcessEnvironment &environment,
             const QByteArray &input)
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience))
        process.kill();
    Finished finished;
    process.waitForFinished(1000);
    if (process.exitStatus() == QProcess::NormalExit && process.error() == QProcess::UnknownError)
        finished.exitCode = process.exitCode();
    finished.out = process.readAllStandardOutput();
    finished.err = process.readAllStandardError();
    return finished;
}

Finished ctl(const QStringList &arguments)
{
    return run(programPath(QStringLiteral("tallymanctl")), arguments);
}

ServeProcess::ServeProcess(const QString &store, const QStringList &more)
{
    m_process.setProcessEnvironment(cleanEnvironment());
    m_process.start(programPath(QStringLiteral("tallymanctl")),
                    QStringList{QStringLiteral("serve"), QStringLiteral("--store"), store,
                                QStringLiteral("--port"), QStringLiteral("0")}
                        + more);
    const QDeadlineTimer deadline(patience);
    const QByteArray words("listening on http://127.0.0.1:");
    while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning && !deadline.hasExpired())
        m_process.waitForReadyRead(100);
    const QByteArray line = m_process.readLine().trimmed();
    if (line.startsWith(words))
        m_port = line.mid(words.size()).toUShort();
}

ServeProcess::~ServeProcess()
{
    if (m_process.state() != QProcess::NotRunning)
        kill();
}

QString ServeProcess::url() const
{
    return QStringLiteral("http://127.0.0.1:%1").arg(m_port);
}

void ServeProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

int ServeProcess::terminate()
{
    m_process.terminate();
    if (!m_process.waitForFinished(10000) || m_process.exitStatus() != QProcess::NormalExit)
        return -1;
    return m_process.exitCode();
}

QByteArray ServeProcess::errors()
{
    return m_process.readAllStandardError();
}

QByteArray sendRaw(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected(patience))
        return {};
    socket.write(request);
    const QDeadlineTimer deadline(patience);
    while (socket.state() == QAbstractSocket::ConnectedState && !deadline.hasExpired())
        socket.waitForReadyRead(200);
    return socket.readAll();
}

HttpAnswer request(quint16 port, const QByteArray &method, const QByteArray &target, const QByteArray &body,
                   const QByteArray &contentType)
{
    QByteArray text = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
        + "\r\nConnection: close\r\n";
    if (!body.isEmpty())
        text += "Content-Type: " + contentType + "\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n";
    const QByteArray answer = sendRaw(port, text + "\r\n" + body);
    const qsizetype end = answer.indexOf("\r\n\r\n");
    if (end < 0 || !answer.startsWith("HTTP/1.1 "))
        return {};
    return {answer.mid(9, 3).toInt(), answer.left(end), answer.mid(end + 4)};
}

} // namespace tallyman::test
