// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/strictjson.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cstring>
#include <vector>

namespace tallyman {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StrictJson)
};

constexpr std::size_t maximumDepth = 256;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Walks over the text once. Every function that reads something returns false at the first problem, which
// is then in m_problem.
class Scanner {
public:
    explicit Scanner(QByteArrayView text)
        : m_text(text)
    {
    }

    std::optional<JsonProblem> run()
    {
        const QUtf8StringView utf8(m_text.data(), m_text.size());
        if (!utf8.isValidUtf8())
            return JsonProblem{0, Tr::tr("it is not valid UTF-8")};
        if (scan())
            return {};
        return m_problem;
    }

private:
    bool fail(const QString &what)
    {
        m_problem = {m_at, what};
        return false;
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    // A NUL stands for the end; a NUL in the text is refused wherever one is looked at.
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }

    void skipSpace()
    {
        while (!atEnd() && std::strchr(" \t\r\n", m_text[m_at]) && m_text[m_at] != '\0')
            ++m_at;
    }

    bool expect(char c)
    {
        if (atEnd())
            return fail(Tr::tr("it ends too early"));
        if (m_text[m_at] != c)
            return fail(Tr::tr("“%1” was expected").arg(QLatin1Char(c)));
        ++m_at;
        return true;
    }

    // Not recursive, so that no text can exhaust the stack.
    bool scan()
    {
        skipSpace();
        if (!value())
            return false;
        while (!m_open.empty()) {
            skipSpace();
            if (!afterValue())
                return false;
        }
        skipSpace();
        return atEnd() || fail(Tr::tr("there is something after its end"));
    }

    // Reads a value, or the start of one that has others in it.
    bool value()
    {
        switch (peek()) {
        case '{':
        case '[':
            return open();
        case '"':
            return string(nullptr);
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            return number();
        }
    }

    bool open()
    {
        const char opening = m_text[m_at++];
        if (m_open.size() >= maximumDepth)
            return fail(Tr::tr("it is nested too deeply"));
        m_open.push_back(opening);
        skipSpace();
        const char closing = opening == '{' ? '}' : ']';
        if (peek() == closing && !atEnd()) {
            ++m_at;
            m_open.pop_back();
            return true;
        }
        return opening == '{' ? member() : value();
    }

    // After a value inside an object or array: the next one, or the end of what it is in.
    bool afterValue()
    {
        const bool object = m_open.back() == '{';
        if (peek() == ',') {
            ++m_at;
            skipSpace();
            return object ? member() : value();
        }
        if (!expect(object ? '}' : ']'))
            return false;
        m_open.pop_back();
        return true;
    }

    bool member()
    {
        QByteArray name;
        if (peek() != '"')
            return fail(atEnd() ? Tr::tr("it ends too early") : Tr::tr("a name was expected"));
        if (!string(&name))
            return false;
        if (m_open.size() == 1) {
            if (m_names.contains(name))
                return fail(Tr::tr("the name “%1” occurs twice").arg(QString::fromUtf8(name.left(60))));
            m_names.insert(name);
        }
        skipSpace();
        if (!expect(':'))
            return false;
        skipSpace();
        return value();
    }

    bool word(const char *expected)
    {
        const auto length = static_cast<qsizetype>(std::strlen(expected));
        if (!m_text.sliced(m_at).startsWith(QByteArrayView(expected, length)))
            return fail(Tr::tr("a value was expected"));
        m_at += length;
        return true;
    }

    bool digits()
    {
        if (!isDigit(peek()))
            return fail(Tr::tr("it has a number that is not one"));
        while (isDigit(peek()))
            ++m_at;
        return true;
    }

    bool number()
    {
        if (peek() != '-' && !isDigit(peek()))
            return fail(atEnd() ? Tr::tr("it ends too early") : Tr::tr("a value was expected"));
        if (peek() == '-')
            ++m_at;
        const bool zero = peek() == '0';
        const qsizetype start = m_at;
        if (!digits())
            return false;
        if (zero && m_at - start > 1)
            return fail(Tr::tr("it has a number with a leading zero"));
        if (peek() == '.') {
            ++m_at;
            if (!digits())
                return false;
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            return digits();
        }
        return true;
    }

    // With `into`, also gives what the string says, as UTF-8.
    bool string(QByteArray *into)
    {
        ++m_at; // the opening quote
        for (;;) {
            if (atEnd())
                return fail(Tr::tr("it ends within a string"));
            const char c = m_text[m_at];
            if (static_cast<unsigned char>(c) < 0x20)
                return fail(Tr::tr("it has a control character within a string"));
            ++m_at;
            if (c == '"')
                return true;
            if (c == '\\') {
                if (!escape(into))
                    return false;
            } else if (into) {
                into->append(c);
            }
        }
    }

    bool escape(QByteArray *into)
    {
        static constexpr char letters[] = "\"\\/bfnrt";
        static constexpr char meanings[] = "\"\\/\b\f\n\r\t";
        const char c = peek();
        if (c == 'u')
            return unicodeEscape(into);
        const char *found = c == '\0' ? nullptr : std::strchr(letters, c);
        if (!found)
            return fail(Tr::tr("it has an unknown escape within a string"));
        ++m_at;
        if (into)
            into->append(meanings[found - letters]);
        return true;
    }

    bool fourHex(char16_t &unit)
    {
        ++m_at; // the `u`
        if (m_text.size() - m_at < 4)
            return fail(Tr::tr("it ends within a string"));
        bool ok = false;
        const QByteArray digits = m_text.sliced(m_at, 4).toByteArray();
        const bool plain = std::all_of(digits.begin(), digits.end(), [](char d) {
            return isDigit(d) || (d >= 'a' && d <= 'f') || (d >= 'A' && d <= 'F');
        });
        unit = static_cast<char16_t>(digits.toUShort(&ok, 16));
        if (!plain || !ok)
            return fail(Tr::tr("it has an unknown escape within a string"));
        m_at += 4;
        return true;
    }

    bool unicodeEscape(QByteArray *into)
    {
        char16_t units[2] = {0, 0};
        int count = 1;
        if (!fourHex(units[0]))
            return false;
        if (QChar::isHighSurrogate(units[0]) && m_text.sliced(m_at).startsWith("\\u")) {
            ++m_at;
            if (!fourHex(units[1]))
                return false;
            count = 2;
        }
        const QStringView text(units, count);
        if (!text.isValidUtf16())
            return fail(Tr::tr("it has half of a Unicode surrogate pair"));
        if (into)
            into->append(text.toUtf8());
        return true;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    std::vector<char> m_open; // the brackets we are within
    QSet<QByteArray> m_names; // of the outermost object
    JsonProblem m_problem;
};

} // namespace

std::optional<JsonProblem> strictJsonProblem(QByteArrayView text)
{
    return Scanner(text).run();
}

} // namespace tallyman
