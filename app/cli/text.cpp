// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text.h"

#include <QList>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>
#include <cmath>

namespace tallyman::cli {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// East Asian Width "wide" and "fullwidth" (Unicode, UAX #11), neighbours joined where what lies between
// is not assigned; and the emoji that terminals show wide.
constexpr std::array wideRanges{
    Range{0x1100, 0x115f},   Range{0x231a, 0x231b},   Range{0x23e9, 0x23ec},   Range{0x23f0, 0x23f0},
    Range{0x23f3, 0x23f3},   Range{0x25fd, 0x25fe},   Range{0x2614, 0x2615},   Range{0x2648, 0x2653},
    Range{0x267f, 0x267f},   Range{0x2693, 0x2693},   Range{0x26a1, 0x26a1},   Range{0x26aa, 0x26ab},
    Range{0x26bd, 0x26be},   Range{0x26c4, 0x26c5},   Range{0x26ce, 0x26ce},   Range{0x26d4, 0x26d4},
    Range{0x26ea, 0x26ea},   Range{0x26f2, 0x26f3},   Range{0x26f5, 0x26f5},   Range{0x26fa, 0x26fa},
    Range{0x26fd, 0x26fd},   Range{0x2705, 0x2705},   Range{0x270a, 0x270b},   Range{0x2728, 0x2728},
    Range{0x274c, 0x274c},   Range{0x274e, 0x274e},   Range{0x2753, 0x2755},   Range{0x2757, 0x2757},
    Range{0x2795, 0x2797},   Range{0x27b0, 0x27b0},   Range{0x27bf, 0x27bf},   Range{0x2b1b, 0x2b1c},
    Range{0x2b50, 0x2b50},   Range{0x2b55, 0x2b55},   Range{0x2e80, 0x303e},   Range{0x3041, 0x33ff},
    Range{0x3400, 0x4dbf},   Range{0x4e00, 0xa4cf},   Range{0xa960, 0xa97f},   Range{0xac00, 0xd7a3},
    Range{0xf900, 0xfaff},   Range{0xfe10, 0xfe19},   Range{0xfe30, 0xfe6f},   Range{0xff00, 0xff60},
    Range{0xffe0, 0xffe6},   Range{0x16fe0, 0x18aff}, Range{0x1b000, 0x1b2ff}, Range{0x1f004, 0x1f004},
    Range{0x1f0cf, 0x1f0cf}, Range{0x1f18e, 0x1f18e}, Range{0x1f191, 0x1f19a}, Range{0x1f200, 0x1f320},
    Range{0x1f32d, 0x1f64f}, Range{0x1f680, 0x1f6ff}, Range{0x1f7e0, 0x1f7f0}, Range{0x1f90c, 0x1f9ff},
    Range{0x1fa70, 0x1faff}, Range{0x20000, 0x3fffd}};

int widthOf(char32_t character)
{
    if (character < 0x300)
        return 1;
    switch (QChar::category(character)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return 0;
    default:
        break;
    }
    if (character >= 0x1160 && character <= 0x11ff) // the later parts of a composed Hangul syllable
        return 0;
    const auto *range = std::lower_bound(wideRanges.begin(), wideRanges.end(), character,
                                         [](const Range &r, char32_t c) { return r.last < c; });
    return range != wideRanges.end() && range->first <= character ? 2 : 1;
}

bool isLineEnd(char32_t c)
{
    return c == U'\n' || c == U'\r' || c == U'\v' || c == U'\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool isHarmful(char32_t c)
{
    const bool control = c < 0x20 || (c >= 0x7f && c < 0xa0);
    const bool overrides = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    return control || overrides || (c >= 0xd800 && c <= 0xdfff);
}

QString harmless(const QString &text, bool keepLines)
{
    // toUcs4() gives U+FFFD for a broken surrogate.
    const auto characters = text.toUcs4();
    QString result;
    result.reserve(text.size());
    for (const char32_t character : characters) {
        if (keepLines && character == U'\n')
            result += u'\n';
        else if (isLineEnd(character) || character == U'\t')
            result += u' ';
        else if (isHarmful(character))
            result += QChar(QChar::ReplacementCharacter);
        else
            result += QString::fromUcs4(&character, 1);
    }
    return result;
}

QString twoUnits(qint64 big, QChar bigUnit, qint64 small, QChar smallUnit)
{
    return QStringLiteral("%1%2 %3%4").arg(big).arg(bigUnit).arg(small, 2, 10, QChar(u'0')).arg(smallUnit);
}

} // namespace

QString harmlessLine(const QString &text)
{
    return harmless(text, false);
}

QString harmlessText(const QString &text)
{
    QString lines = text;
    lines.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
    return harmless(lines, true);
}

int displayWidth(const QString &text)
{
    int width = 0;
    for (const char32_t character : text.toUcs4())
        width += widthOf(character);
    return width;
}

QString elided(const QString &text, int width)
{
    if (displayWidth(text) <= width)
        return text;
    // Cut between what a reader takes for characters, so that no letter loses its accent.
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    int used = 1; // the mark itself
    while (true) {
        const qsizetype next = finder.toNextBoundary();
        if (next < 0)
            break;
        used += displayWidth(text.mid(end, next - end));
        if (used > width)
            break;
        end = next;
    }
    return width < 1 ? QString() : text.left(end) + QChar(0x2026);
}

QString durationText(std::chrono::milliseconds duration)
{
    using namespace std::chrono;
    if (duration < seconds{10}) {
        const auto tenths = duration.count() / 100;
        return tenths % 10 == 0 ? QStringLiteral("%1s").arg(tenths / 10)
                                : QStringLiteral("%1.%2s").arg(tenths / 10).arg(tenths % 10);
    }
    const qint64 total = floor<seconds>(duration).count();
    if (total < 60)
        return QStringLiteral("%1s").arg(total);
    if (total < 3600)
        return twoUnits(total / 60, u'm', total % 60, u's');
    if (total < 86400)
        return twoUnits(total / 3600, u'h', total % 3600 / 60, u'm');
    return twoUnits(total / 86400, u'd', total % 86400 / 3600, u'h');
}

QString timeText(Timestamp time, bool precise)
{
    QString text = QString::fromLatin1(toIsoText(time));
    text[10] = u' ';
    return precise ? text : text.left(19) + u'Z';
}

QString progressText(double progress)
{
    // A third of 3 items, 0.33333, is 33%; the small addition is for 0.29, which is just below 0.29.
    return QStringLiteral("%1%").arg(static_cast<int>(std::floor(progress * 100.0 + 1e-9)));
}

} // namespace tallyman::cli
