// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/timestamp.h"

#include <QDateTime>
#include <QTimeZone>

namespace tallyman {

namespace {

void putDigits(char *at, unsigned value, int digits)
{
    for (int i = digits - 1; i >= 0; --i) {
        at[i] = static_cast<char>('0' + value % 10);
        value /= 10;
    }
}

// Reads `digits` decimal digits; -1 when one of them is something else.
int readDigits(const char *at, int digits)
{
    int value = 0;
    for (int i = 0; i < digits; ++i) {
        if (at[i] < '0' || at[i] > '9')
            return -1;
        value = value * 10 + (at[i] - '0');
    }
    return value;
}

// The form we write ourselves. Seven of these are read with every job, and QDateTime takes a
// microsecond for each; this takes some nanoseconds.
std::optional<Timestamp> readOwnForm(QByteArrayView text)
{
    using namespace std::chrono;
    const char *t = text.data();
    if (text.size() != 24 || t[4] != '-' || t[7] != '-' || t[10] != 'T' || t[13] != ':' || t[16] != ':'
        || t[19] != '.' || t[23] != 'Z')
        return {};
    const int y = readDigits(t, 4);
    const int mo = readDigits(t + 5, 2);
    const int d = readDigits(t + 8, 2);
    const int h = readDigits(t + 11, 2);
    const int mi = readDigits(t + 14, 2);
    const int s = readDigits(t + 17, 2);
    const int ms = readDigits(t + 20, 3);
    if (y < 0 || mo < 0 || d < 0 || h < 0 || mi < 0 || s < 0 || ms < 0 || h > 23 || mi > 59 || s > 59)
        return {};
    const year_month_day date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
    if (!date.ok())
        return {};
    return sys_days{date} + hours{h} + minutes{mi} + seconds{s} + milliseconds{ms};
}

} // namespace

QByteArray toIsoText(Timestamp time)
{
    using namespace std::chrono;
    const auto midnight = floor<days>(time);
    const year_month_day date{midnight};
    const hh_mm_ss clock{time - midnight};
    QByteArray text("0000-00-00T00:00:00.000Z");
    char *t = text.data();
    putDigits(t, static_cast<unsigned>(static_cast<int>(date.year())), 4);
    putDigits(t + 5, static_cast<unsigned>(date.month()), 2);
    putDigits(t + 8, static_cast<unsigned>(date.day()), 2);
    putDigits(t + 11, static_cast<unsigned>(clock.hours().count()), 2);
    putDigits(t + 14, static_cast<unsigned>(clock.minutes().count()), 2);
    putDigits(t + 17, static_cast<unsigned>(clock.seconds().count()), 2);
    putDigits(t + 20, static_cast<unsigned>(clock.subseconds().count()), 3);
    return text;
}

std::optional<Timestamp> timestampFromIsoText(QByteArrayView text)
{
    if (const auto own = readOwnForm(text))
        return own;
    QDateTime time = QDateTime::fromString(QString::fromUtf8(text), Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    if (time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), QTimeZone::utc());
    const int year = time.toUTC().date().year();
    if (year < 0 || year > 9999)
        return {};
    return Timestamp{std::chrono::milliseconds{time.toMSecsSinceEpoch()}};
}

Timestamp SystemClock::now() const
{
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

} // namespace tallyman
