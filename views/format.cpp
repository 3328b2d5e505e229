// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/format.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace tallyman::format {

namespace {

using namespace std::chrono;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

// A clock that is a little off is no reason to speak of the future.
constexpr milliseconds nearly = 5s;

QString padded(qint64 number)
{
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

QString ago(milliseconds age)
{
    if (age < 1min)
        return Tr::tr("%1 s ago").arg(floor<seconds>(age).count());
    if (age < 1h)
        return Tr::tr("%1 min ago").arg(floor<minutes>(age).count());
    if (age < 24h)
        return Tr::tr("%1 h ago").arg(floor<hours>(age).count());
    return Tr::tr("%1 d ago").arg(floor<days>(age).count());
}

QString ahead(milliseconds time)
{
    if (time < 1min)
        return Tr::tr("in %1 s").arg(floor<seconds>(time).count());
    if (time < 1h)
        return Tr::tr("in %1 min").arg(floor<minutes>(time).count());
    if (time < 24h)
        return Tr::tr("in %1 h").arg(floor<hours>(time).count());
    return Tr::tr("in %1 d").arg(floor<days>(time).count());
}

} // namespace

QDateTime dateTime(Timestamp time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), QTimeZone::utc());
}

QString relativeTime(const QDateTime &time, Timestamp now, const QLocale &locale)
{
    if (!time.isValid())
        return {};
    const milliseconds age = now - Timestamp{milliseconds{time.toMSecsSinceEpoch()}};
    if (age < days{7} && age > -days{7}) {
        if (age < nearly && age > -nearly)
            return Tr::tr("now");
        return age > milliseconds::zero() ? ago(age) : ahead(-age);
    }
    return locale.toString(time.toLocalTime().date(), QLocale::ShortFormat);
}

QString exactTime(const QDateTime &time, const QLocale &locale)
{
    if (!time.isValid())
        return {};
    const QDateTime local = time.toLocalTime();
    // No locale's own format has milliseconds.
    const auto text = [&locale](const QDateTime &moment) {
        return locale.toString(moment.date(), QLocale::ShortFormat) + QLatin1Char(' ')
            + moment.time().toString(QStringLiteral("HH:mm:ss.zzz"));
    };
    return Tr::tr("%1 %2\n%3 UTC").arg(text(local), local.timeZoneAbbreviation(), text(time.toUTC()));
}

QString duration(milliseconds duration, const QLocale &locale)
{
    const milliseconds time = std::max(duration, milliseconds::zero());
    if (time < 1s)
        return Tr::tr("%1 ms").arg(time.count());
    if (time < 1min)
        return Tr::tr("%1 s").arg(
            locale.toString(std::floor(static_cast<double>(time.count()) / 100.0) / 10.0, 'f', 1));
    if (time < 1h)
        return Tr::tr("%1 min %2 s")
            .arg(floor<minutes>(time).count())
            .arg(padded(floor<seconds>(time % 1min).count()));
    if (time < 24h)
        return Tr::tr("%1 h %2 min")
            .arg(floor<hours>(time).count())
            .arg(padded(floor<minutes>(time % 1h).count()));
    return Tr::tr("%1 d %2 h")
        .arg(locale.toString(qlonglong{floor<days>(time).count()}))
        .arg(padded(floor<hours>(time % days{1}).count()));
}

QString progress(double share, const QLocale &locale)
{
    // 0.29 x 100 is 28.999999999999996; a billionth more gives what the producer meant.
    const double percent = std::floor(std::clamp(share, 0.0, 1.0) * 100.0 + 1e-9);
    return Tr::tr("%1 %").arg(locale.toString(static_cast<int>(percent)));
}

QString percent(double percent, const QLocale &locale)
{
    const double shown = std::floor(percent * 10.0 + 1e-9) / 10.0;
    return Tr::tr("%1 %").arg(locale.toString(shown, 'f', shown >= 100.0 ? 0 : 1));
}

QString size(qint64 bytes, const QLocale &locale)
{
    return locale.formattedDataSize(bytes, bytes < 1000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString count(qint64 number, const QLocale &locale)
{
    return locale.toString(number);
}

QString shortCount(qint64 number, const QLocale &locale)
{
    constexpr qint64 thousand = 1000;
    if (number < 10 * thousand)
        return locale.toString(number);
    if (number < thousand * thousand)
        return Tr::tr("%1K", "thousands").arg(locale.toString(number / thousand));
    const auto shortened = [&locale](qint64 tenths) {
        return tenths < 100 ? locale.toString(static_cast<double>(tenths) / 10.0, 'f', 1)
                            : locale.toString(tenths / 10);
    };
    if (number < thousand * thousand * thousand)
        return Tr::tr("%1M", "millions").arg(shortened(number / (100 * thousand)));
    return Tr::tr("%1B", "billions").arg(shortened(number / (100 * thousand * thousand)));
}

} // namespace tallyman::format
