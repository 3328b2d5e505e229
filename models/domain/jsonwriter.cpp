// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonwriter.h"

#include <QLocale>

#include <algorithm>

namespace tallyman {

namespace {

bool needsEscape(char c)
{
    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

// Whole runs at a time: nearly every text is one.
void appendEscaped(QByteArray &text, QByteArrayView utf8)
{
    static constexpr char hex[] = "0123456789abcdef";
    text += '"';
    for (auto from = utf8.begin(); from != utf8.end();) {
        const auto to = std::find_if(from, utf8.end(), needsEscape);
        text.append(from, to - from);
        from = to;
        if (from == utf8.end())
            break;
        const char c = *from++;
        if (c == '"' || c == '\\') {
            text += '\\';
            text += c;
        } else {
            text += "\\u00";
            text += hex[static_cast<unsigned char>(c) >> 4];
            text += hex[static_cast<unsigned char>(c) & 0xf];
        }
    }
    text += '"';
}

} // namespace

void JsonWriter::separate()
{
    if (!m_first)
        m_text += ',';
    m_first = false;
}

JsonWriter &JsonWriter::open(char bracket)
{
    separate();
    m_text += bracket;
    m_first = true;
    return *this;
}

JsonWriter &JsonWriter::close(char bracket)
{
    m_text += bracket;
    m_first = false;
    return *this;
}

JsonWriter &JsonWriter::name(QLatin1StringView name)
{
    separate();
    appendEscaped(m_text, QByteArrayView(name.data(), name.size()));
    m_text += ':';
    m_first = true;
    return *this;
}

JsonWriter &JsonWriter::value(QStringView text)
{
    separate();
    appendEscaped(m_text, text.toUtf8());
    return *this;
}

JsonWriter &JsonWriter::ascii(QByteArrayView text)
{
    separate();
    appendEscaped(m_text, text);
    return *this;
}

JsonWriter &JsonWriter::value(qint64 number)
{
    return raw(QByteArray::number(number));
}

JsonWriter &JsonWriter::value(double number)
{
    // Most jobs are at one end or the other, and the general way takes a microsecond.
    if (number == 0.0 || number == 1.0)
        return raw(number == 0.0 ? "0.0" : "1.0");
    QByteArray text = QByteArray::number(number, 'g', QLocale::FloatingPointShortest);
    if (!text.contains('.') && !text.contains('e'))
        text += ".0";
    return raw(text);
}

JsonWriter &JsonWriter::tenths(std::chrono::milliseconds duration)
{
    const qint64 rounded = (duration.count() + 50) / 100;
    return raw(QByteArray::number(rounded / 10) + '.' + static_cast<char>('0' + rounded % 10));
}

JsonWriter &JsonWriter::raw(QByteArrayView text)
{
    separate();
    m_text += text;
    return *this;
}

JsonWriter &JsonWriter::null()
{
    return raw("null");
}

} // namespace tallyman
