// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/httpclient.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QJsonDocument>
#include <QtEndian>

#include <cmath>
#include <sys/socket.h>

namespace tallyman::test {

namespace {
constexpr int patience = 10000; // ms
}

HttpClient::HttpClient(quint16 port)
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket.waitForConnected(patience);
}

void HttpClient::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patience)) { }
}

bool HttpClient::fill(qsizetype atLeast)
{
    const QDeadlineTimer deadline(patience);
    while (m_received.size() < atLeast && !deadline.hasExpired()) {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(200)
            && m_socket.state() != QAbstractSocket::ConnectedState)
            break;
        m_received += m_socket.readAll();
    }
    return m_received.size() >= atLeast;
}

HttpAnswer HttpClient::read(bool hasBody)
{
    qsizetype end = -1;
    while ((end = m_received.indexOf("\r\n\r\n")) < 0) {
        if (!fill(m_received.size() + 1))
            return {};
    }
    HttpAnswer answer{m_received.mid(9, 3).toInt(), m_received.left(end), {}};
    const qsizetype length = hasBody ? field(answer, "Content-Length").value_or("0").toLongLong() : 0;
    if (!fill(end + 4 + length))
        return {};
    answer.body = m_received.mid(end + 4, length);
    m_received.remove(0, end + 4 + length);
    return answer;
}

bool HttpClient::waitForClose()
{
    const QDeadlineTimer deadline(patience);
    while (m_socket.state() == QAbstractSocket::ConnectedState && !deadline.hasExpired()) {
        m_socket.waitForReadyRead(100);
        m_received += m_socket.readAll();
    }
    return m_socket.state() != QAbstractSocket::ConnectedState;
}

void HttpClient::abort()
{
    const linger hard{1, 0};
    ::setsockopt(static_cast<int>(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    m_socket.abort();
}

std::optional<QByteArray> field(const HttpAnswer &answer, const QByteArray &name)
{
    for (const QByteArray &line : answer.head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

QJsonObject object(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

QString shape(const QJsonObject &object)
{
    QStringList members;
    for (auto it = object.begin(); it != object.end(); ++it) {
        QString kind;
        switch (it->type()) {
        case QJsonValue::Null:
            kind = QStringLiteral("null");
            break;
        case QJsonValue::Bool:
            kind = QStringLiteral("bool");
            break;
        case QJsonValue::Double:
            kind =
                it->toInteger(0) == it->toInteger(1) ? QStringLiteral("integer") : QStringLiteral("number");
            break;
        case QJsonValue::String:
            kind = QStringLiteral("string");
            break;
        case QJsonValue::Array:
            kind = QStringLiteral("array");
            break;
        case QJsonValue::Object:
            kind = QStringLiteral("object");
            break;
        case QJsonValue::Undefined:
            break;
        }
        members << it.key() + u':' + kind;
    }
    return members.join(u' ');
}

QByteArray formBody(const QByteArray &field, const QByteArray &fileName, const QByteArray &content)
{
    return "--XXboundaryXX\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + fileName
        + "\"\r\nContent-Type: audio/wav\r\n\r\n" + content + "\r\n--XXboundaryXX--\r\n";
}

QByteArray waveFile()
{
    constexpr quint32 rate = 8000;
    constexpr quint32 samples = rate / 2;
    QByteArray file;
    const auto put32 = [&file](quint32 value) {
        value = qToLittleEndian(value);
        file.append(reinterpret_cast<const char *>(&value), 4);
    };
    const auto put16 = [&file](quint16 value) {
        value = qToLittleEndian(value);
        file.append(reinterpret_cast<const char *>(&value), 2);
    };
    file += "RIFF";
    put32(36 + samples * 2);
    file += "WAVEfmt ";
    put32(16);
    put16(1); // PCM
    put16(1); // one channel
    put32(rate);
    put32(rate * 2);
    put16(2);
    put16(16);
    file += "data";
    put32(samples * 2);
    for (quint32 i = 0; i < samples; ++i)
        put16(static_cast<quint16>(static_cast<qint16>(12000 * std::sin(i * 440.0 * 6.283185307 / rate))));
    return file;
}

} // namespace tallyman::test
