// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/querytoken.h"

namespace tallyman {

namespace {

bool isFieldLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

/// Reads a text by the rules of the parser of JobFilter, but forgivingly: it is not finished yet.
class Reader {
public:
    Reader(const QString &text, qsizetype cursor)
        : m_text(text)
        , m_cursor(cursor)
    {
    }

    QueryToken run()
    {
        while (m_at < m_text.size()) {
            if (m_text.at(m_at).isSpace()) {
                ++m_at;
                continue;
            }
            if (m_at > m_cursor)
                break;
            if (const QueryToken token = readTerm(); token.kind != QueryToken::Kind::None || m_at > m_cursor)
                return token;
        }
        return {QueryToken::Kind::None, m_cursor, 0, {}, {}};
    }

private:
    [[nodiscard]] bool atBlank() const { return m_at >= m_text.size() || m_text.at(m_at).isSpace(); }
    [[nodiscard]] bool reached() const { return m_cursor <= m_at; }

    QueryToken readTerm()
    {
        if (m_text.at(m_at) == u'-')
            ++m_at;
        const qsizetype start = m_at;
        if (m_cursor < start || (!atBlank() && m_text.at(m_at) == u'"')) { // on the sign, or in a text
            readPart(false);
            return {QueryToken::Kind::None, m_cursor, 0, {}, {}};
        }
        qsizetype colon = start;
        while (colon < m_text.size() && isFieldLetter(m_text.at(colon)))
            ++colon;
        const bool isField = colon > start && colon < m_text.size() && m_text.at(colon) == u':';
        if (!isField || m_cursor <= colon) {
            m_at = colon;
            if (!isField) {
                while (!atBlank())
                    ++m_at;
            }
            if (!reached())
                return {};
            return {QueryToken::Kind::Name, start, m_at - start, {}, typedFrom(start)};
        }
        return readValues(m_text.mid(start, colon - start).toLower(), colon + 1);
    }

    QueryToken readValues(const QString &field, qsizetype start)
    {
        for (;;) {
            m_at = start;
            if (field == QLatin1StringView("sort") && !atBlank() && m_text.at(m_at) == u'-')
                m_at = ++start;
            readPart(true);
            if (m_cursor < start) // in front of the sign
                return {QueryToken::Kind::None, m_cursor, 0, {}, {}};
            if (reached())
                return {QueryToken::Kind::Value, start, m_at - start, field, typedFrom(start)};
            if (atBlank())
                return {};
            start = m_at + 1; // behind the comma
        }
    }

    // Moves to the end of a text in quotation marks, or of a bare one.
    void readPart(bool endsAtComma)
    {
        const auto atEnd = [&] { return atBlank() || (endsAtComma && m_text.at(m_at) == u','); };
        if (!atEnd() && m_text.at(m_at) == u'"') {
            ++m_at;
            while (m_at < m_text.size() && m_text.at(m_at) != u'"')
                m_at += m_text.at(m_at) == u'\\' ? 2 : 1;
            m_at = std::min(m_at + 1, m_text.size());
        }
        while (!atEnd())
            ++m_at;
    }

    [[nodiscard]] QString typedFrom(qsizetype start) const
    {
        const QString raw = m_text.mid(start, std::max<qsizetype>(0, m_cursor - start));
        if (!raw.startsWith(u'"'))
            return raw;
        QString typed;
        for (qsizetype i = 1; i < raw.size() && raw.at(i) != u'"'; ++i) {
            if (raw.at(i) == u'\\' && i + 1 < raw.size())
                ++i;
            typed += raw.at(i);
        }
        return typed;
    }

    const QString &m_text;
    const qsizetype m_cursor;
    qsizetype m_at = 0;
};

} // namespace

QueryToken queryTokenAt(const QString &text, qsizetype cursor)
{
    return Reader(text, cursor).run();
}

EditedQuery withToken(const QString &text, const QueryToken &token, const QString &replacement)
{
    qsizetype end = token.start + token.length;
    if (replacement.endsWith(u':') && end < text.size() && text.at(end) == u':')
        ++end;
    return {text.left(token.start) + replacement + text.mid(end), token.start + replacement.size()};
}

} // namespace tallyman
