// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/guard/wireanswer.h"

#include "app/http/httpstatus.h"

namespace tallyman::http {

namespace {

constexpr QByteArrayView lengthField("content-length:");

// On every answer: nothing is to guess types, and nothing is to keep what changes from second to second.
void appendCommonFields(QByteArray &head, bool keepAlive)
{
    head += "X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n";
    if (!keepAlive)
        head += "Connection: close\r\n";
    head += "\r\n";
}

bool isLengthField(QByteArrayView line)
{
    return line.size() >= lengthField.size()
        && line.first(lengthField.size()).compare(lengthField, Qt::CaseInsensitive) == 0;
}

} // namespace

QByteArray toWire(const Response &response, const WireOptions &options)
{
    QByteArray out = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status)
        + "\r\nContent-Type: " + response.contentType
        + "\r\nContent-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    for (const auto &[name, value] : response.headers)
        out += name + ": " + value + "\r\n";
    appendCommonFields(out, options.keepAlive);
    if (options.withBody)
        out += response.body;
    return out;
}

bool WireAnswer::append(const char *bytes, qint64 count)
{
    // The end of the head may straddle two pieces.
    const qsizetype from = qMax<qsizetype>(0, m_bytes.size() - 3);
    m_bytes.append(bytes, static_cast<qsizetype>(count));
    if (m_headEnd < 0) {
        const qsizetype end = m_bytes.indexOf("\r\n\r\n", from);
        if (end < 0)
            return false;
        m_headEnd = end + 4;
        readHead();
    }
    return m_bytes.size() >= m_headEnd + m_length;
}

void WireAnswer::readHead()
{
    qsizetype at = 0;
    while (at < m_headEnd) {
        const qsizetype end = m_bytes.indexOf("\r\n", at);
        const QByteArrayView line = QByteArrayView(m_bytes).sliced(at, end - at);
        if (isLengthField(line))
            m_length = line.sliced(lengthField.size()).trimmed().toByteArray().toLongLong();
        at = end + 2;
    }
}

QByteArray WireAnswer::take(const WireOptions &options)
{
    QByteArray out;
    out.reserve(m_bytes.size() + 128);
    // RFC 9110, section 8.6: a 204 has no Content-Length.
    const bool withLength = !m_bytes.startsWith("HTTP/1.1 204");
    qsizetype at = 0;
    while (at < m_headEnd - 2) {
        const qsizetype end = m_bytes.indexOf("\r\n", at) + 2;
        const QByteArrayView line = QByteArrayView(m_bytes).sliced(at, end - at);
        if (withLength || !isLengthField(line))
            out += line;
        at = end;
    }
    appendCommonFields(out, options.keepAlive);
    if (options.withBody)
        out += QByteArrayView(m_bytes).sliced(m_headEnd, m_length);
    *this = WireAnswer();
    return out;
}

} // namespace tallyman::http
