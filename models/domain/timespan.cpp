// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/timespan.h"

namespace tallyman {

namespace {

// Milliseconds of each unit, greatest first.
struct Unit {
    QLatin1StringView name;
    qint64 length;
};
constexpr qint64 second = 1000;
constexpr qint64 hour = 3600 * second;
constexpr Unit units[] = {{QLatin1StringView("w"), 168 * hour}, {QLatin1StringView("d"), 24 * hour},
                          {QLatin1StringView("h"), hour},       {QLatin1StringView("m"), 60 * second},
                          {QLatin1StringView("s"), second},     {QLatin1StringView("ms"), 1}};

// Ten thousand years: beyond that the sum with a moment would leave the calendar.
constexpr qint64 longestSpan = 10000 * 366 * 24 * hour;

qint64 lengthOf(QStringView unit)
{
    for (const Unit &known : units) {
        if (unit == known.name)
            return known.length;
    }
    return 0;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

std::optional<std::chrono::milliseconds> timeSpanFromText(QStringView text)
{
    qint64 total = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        qint64 number = 0;
        const qsizetype digits = at;
        for (; at < text.size() && isDigit(text.at(at)); ++at) {
            number = number * 10 + (text.at(at).unicode() - u'0');
            if (number > longestSpan)
                return {};
        }
        const qsizetype unitAt = at;
        while (at < text.size() && !isDigit(text.at(at)))
            ++at;
        const qint64 unit = lengthOf(text.sliced(unitAt, at - unitAt));
        if (digits == unitAt || unit == 0 || number > longestSpan / unit)
            return {};
        total += number * unit;
        if (total > longestSpan)
            return {};
    }
    if (text.isEmpty())
        return {};
    return std::chrono::milliseconds{total};
}

QString toText(std::chrono::milliseconds span)
{
    if (span.count() == 0)
        return QStringLiteral("0s");
    QString text;
    qint64 left = span.count();
    for (const Unit &unit : units) {
        if (unit.name == QLatin1StringView("w"))
            continue; // days read better
        if (const qint64 number = left / unit.length; number > 0)
            text += QString::number(number) + unit.name;
        left %= unit.length;
    }
    return text;
}

} // namespace tallyman
