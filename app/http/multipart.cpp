// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/multipart.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cstring>
#include <utility>

namespace tallyman::http {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Multipart)
};

constexpr qsizetype paddingLimit = 64; // blanks between a delimiter and the end of its line

bool isToken(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || (c != '\0' && std::strchr("!#$%&'*+-.^_`|~", c));
}

// A header value and its parameters: `form-data; name="file"; filename="a.wav"`. Names in lower case.
struct HeaderValue {
    QByteArray value;
    QHash<QByteArray, QByteArray> parameters;
};

// Reads one value with its parameters from left to right.
class HeaderReader {
public:
    explicit HeaderReader(QByteArrayView text)
        : m_text(text)
    {
    }

    std::optional<HeaderValue> read()
    {
        HeaderValue header;
        skipBlanks();
        while (m_at < m_text.size() && (isToken(m_text[m_at]) || m_text[m_at] == '/'))
            header.value += m_text[m_at++];
        header.value = header.value.toLower();
        for (skipBlanks(); m_at < m_text.size(); skipBlanks()) {
            if (m_text[m_at++] != ';')
                return {};
            skipBlanks();
            if (m_at == m_text.size())
                break; // a semicolon at the end; common, and harmless
            const QByteArray name = token().toLower();
            if (name.isEmpty() || m_at == m_text.size() || m_text[m_at++] != '=')
                return {};
            const auto value = m_at < m_text.size() && m_text[m_at] == '"' ? quoted() : token();
            if (!value || header.parameters.contains(name))
                return {};
            header.parameters.insert(name, *value);
        }
        return header;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
    }

    QByteArray token()
    {
        QByteArray text;
        while (m_at < m_text.size() && isToken(m_text[m_at]))
            text += m_text[m_at++];
        return text;
    }

    // Clients escape the quote and the backslash. Before anything else a backslash is one: some have sent
    // `filename="C:\dir\a.wav"`, which is to be refused as the path it is, not read as `C:dira.wav`.
    std::optional<QByteArray> quoted()
    {
        QByteArray text;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return text;
            }
            const bool escapes = c == '\\' && m_at + 1 < m_text.size()
                && (m_text[m_at + 1] == '"' || m_text[m_at + 1] == '\\');
            text += escapes ? m_text[++m_at] : c;
        }
        return {};
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

bool isBoundary(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= 70 && !text.endsWith(' ')
        && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                   || (c != '\0' && std::strchr("'()+_,-./:=? ", c));
           });
}

// The part that the lines of its head describe, each ended by CRLF.
std::optional<MultipartParser::Part> partOf(QByteArrayView head)
{
    std::optional<MultipartParser::Part> part;
    while (!head.isEmpty()) {
        const qsizetype end = head.indexOf("\r\n");
        const QByteArrayView line = head.first(end);
        head = head.sliced(end + 2);
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || !std::all_of(line.begin(), line.begin() + colon, isToken))
            return {};
        if (line.first(colon).compare("content-disposition", Qt::CaseInsensitive) != 0)
            continue;
        const auto disposition = HeaderReader(line.sliced(colon + 1)).read();
        if (part || !disposition || disposition->value != "form-data"
            || !disposition->parameters.contains("name"))
            return {};
        const QByteArray name = disposition->parameters.value("name");
        const QByteArray fileName = disposition->parameters.value("filename");
        if (!QUtf8StringView(name).isValidUtf8() || !QUtf8StringView(fileName).isValidUtf8())
            return {};
        part = MultipartParser::Part{QString::fromUtf8(name), {}};
        if (disposition->parameters.contains("filename"))
            part->fileName = QString::fromUtf8(fileName);
    }
    return part;
}

} // namespace

std::optional<QByteArray> MultipartParser::boundaryOf(const QByteArray &contentType)
{
    const auto header = HeaderReader(contentType).read();
    if (!header || header->value != "multipart/form-data")
        return {};
    const QByteArray boundary = header->parameters.value("boundary");
    if (!isBoundary(boundary))
        return {};
    return boundary;
}

MultipartParser::MultipartParser(const QByteArray &boundary, Events events)
    : m_delimiter("\r\n--" + boundary)
    , m_matcher(m_delimiter)
    , m_events(std::move(events))
    , m_buffer("\r\n") // so that the first delimiter, which may stand at the very start, is like the others
{
}

bool MultipartParser::fail(const QString &error)
{
    m_state = State::Failed;
    m_error = error;
    m_buffer.clear();
    return false;
}

void MultipartParser::drop(qsizetype count)
{
    m_buffer.remove(0, count);
}

bool MultipartParser::feed(QByteArrayView bytes)
{
    if (m_state == State::Done || m_state == State::Failed)
        return m_state == State::Done; // what follows the last delimiter means nothing
    m_buffer += bytes;
    for (bool more = true; more;) {
        switch (m_state) {
        case State::Preamble:
        case State::Data:
            more = readToDelimiter();
            break;
        case State::Delimiter:
            more = readDelimiter();
            break;
        case State::Head:
            more = readHead();
            break;
        case State::Done:
        case State::Failed:
            more = false;
            break;
        }
    }
    return m_state != State::Failed;
}

bool MultipartParser::readToDelimiter()
{
    const bool inPart = m_state == State::Data;
    const qsizetype found = m_matcher.indexIn(m_buffer);
    // Without a delimiter, the last bytes may be the start of one.
    const qsizetype plain =
        found >= 0 ? found : std::max<qsizetype>(0, m_buffer.size() - m_delimiter.size() + 1);
    if (!inPart && plain > headLimit)
        return fail(Tr::tr("The body does not start with its boundary."));
    if (inPart && plain > 0)
        m_events.data(QByteArrayView(m_buffer).first(plain));
    if (found < 0) {
        if (inPart)
            drop(plain);
        return false;
    }
    if (inPart)
        m_events.end();
    drop(found + m_delimiter.size());
    m_state = State::Delimiter;
    return true;
}

bool MultipartParser::readDelimiter()
{
    if (m_buffer.size() < 2)
        return false;
    if (m_buffer.startsWith("--")) {
        m_state = State::Done;
        m_buffer.clear();
        return false;
    }
    qsizetype blanks = 0;
    while (blanks < m_buffer.size() && (m_buffer[blanks] == ' ' || m_buffer[blanks] == '\t'))
        ++blanks;
    if (blanks <= paddingLimit && m_buffer.size() < blanks + 2)
        return false;
    if (blanks > paddingLimit || QByteArrayView(m_buffer).sliced(blanks, 2) != QByteArrayView("\r\n"))
        return fail(Tr::tr("A boundary of the body is followed by something else."));
    if (++m_parts > partLimit)
        return fail(Tr::tr("The body has more than %1 parts.").arg(partLimit));
    drop(blanks + 2);
    m_state = State::Head;
    return true;
}

bool MultipartParser::readHead()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    // Of a head without its end, the last three bytes may belong to that end.
    if ((end < 0 ? m_buffer.size() - 3 : end) > headLimit)
        return fail(Tr::tr("A part of the body has a head of more than %1 bytes.").arg(headLimit));
    if (end < 0 && !m_buffer.startsWith("\r\n"))
        return false;
    const auto part =
        m_buffer.startsWith("\r\n") ? std::nullopt : partOf(QByteArrayView(m_buffer).first(end + 2));
    if (!part)
        return fail(Tr::tr("A part of the body has no valid Content-Disposition."));
    drop(end + 4);
    // The content may be empty; then the delimiter's line break is the next thing.
    m_state = State::Data;
    m_events.begin(*part);
    return true;
}

bool MultipartParser::finish()
{
    if (m_state == State::Done || m_state == State::Failed)
        return m_state == State::Done;
    return fail(Tr::tr("The body ends before its last boundary."));
}

} // namespace tallyman::http
