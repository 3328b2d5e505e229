// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/textmatchsql.h"

#include <QHash>
#include <QList>

namespace tallyman {

namespace {

// Beyond, no script has two cases.
constexpr char32_t lastCased = 0x1ffff;

using CaseForms = QHash<char32_t, QList<char32_t>>;

// All characters that fold to the same one, by that one; only where there are several.
CaseForms readCaseForms()
{
    CaseForms forms;
    for (char32_t c = 0; c <= lastCased; ++c) {
        const char32_t folded = QChar::toCaseFolded(c);
        if (folded != c)
            forms[folded].append(c);
    }
    return forms;
}

void append(QString &text, char32_t c)
{
    text += QChar::fromUcs4(c);
}

} // namespace

QString containsPattern(const QString &text)
{
    static const CaseForms forms = readCaseForms();
    QString pattern(u'*');
    const QList<uint> characters = text.toUcs4();
    for (const uint character : characters) {
        const char32_t folded = QChar::toCaseFolded(character);
        const auto others = forms.constFind(folded);
        if (others != forms.cend()) {
            pattern += u'[';
            append(pattern, folded);
            for (const char32_t other : *others)
                append(pattern, other);
            pattern += u']';
        } else if (character == U'*' || character == U'?' || character == U'[') {
            pattern += u'[';
            append(pattern, character);
            pattern += u']';
        } else {
            append(pattern, character);
        }
    }
    return pattern + u'*';
}

bool isIndexable(const QString &text)
{
    qsizetype characters = 0;
    for (const QChar c : text)
        characters += c.isLowSurrogate() ? 0 : 1;
    return characters >= 3;
}

QString indexQuery(const QString &text, QLatin1StringView column)
{
    QString phrase = text;
    phrase.replace(u'"', QLatin1StringView("\"\""));
    return column + (column.isEmpty() ? QLatin1StringView("\"") : QLatin1StringView(" : \"")) + phrase + u'"';
}

} // namespace tallyman
