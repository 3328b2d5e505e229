// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filesize.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tallyman {

namespace {

struct Unit {
    QLatin1StringView name;
    qint64 bytes;
};
constexpr Unit units[] = {{QLatin1StringView("TiB"), qint64{1} << 40},
                          {QLatin1StringView("TB"), 1'000'000'000'000},
                          {QLatin1StringView("GiB"), qint64{1} << 30},
                          {QLatin1StringView("GB"), 1'000'000'000},
                          {QLatin1StringView("MiB"), qint64{1} << 20},
                          {QLatin1StringView("MB"), 1'000'000},
                          {QLatin1StringView("KiB"), qint64{1} << 10},
                          {QLatin1StringView("kB"), 1'000},
                          {QLatin1StringView("B"), 1}};

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

std::optional<qint64> fileSizeFromText(QStringView text)
{
    qint64 unit = 1;
    for (const Unit &known : units) {
        if (text.endsWith(known.name, Qt::CaseInsensitive)) {
            unit = known.bytes;
            text.chop(known.name.size());
            break;
        }
    }
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    const QStringView part = point < 0 ? QStringView() : text.sliced(point + 1);
    if (whole.isEmpty() || !std::all_of(whole.begin(), whole.end(), isDigit)
        || !std::all_of(part.begin(), part.end(), isDigit) || (point >= 0 && part.isEmpty()))
        return {};
    if (point < 0) {
        bool fits = false;
        const qint64 number = whole.toLongLong(&fits);
        if (!fits || number > std::numeric_limits<qint64>::max() / unit)
            return {};
        return number * unit;
    }
    const double bytes = std::round(text.toDouble() * static_cast<double>(unit));
    constexpr double beyond = 9223372036854775808.0; // 2^63
    if (bytes >= beyond)
        return {};
    return static_cast<qint64>(bytes);
}

QString fileSizeToText(qint64 bytes)
{
    for (const Unit &unit : units) {
        if (unit.bytes > 1 && bytes >= unit.bytes && bytes % unit.bytes == 0)
            return QString::number(bytes / unit.bytes) + unit.name;
    }
    return QString::number(bytes);
}

} // namespace tallyman
