// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filtertime.h"

#include <QDateTime>

namespace tallyman {

namespace {

constexpr int firstYear = 1;
constexpr int lastYear = 9998; // the end of an interval must still be a time that can be stored

// A written moment in parts; -1 for those that it does not name.
struct Moment {
    int year = -1;
    int month = -1;
    int day = -1;
    int hour = -1;
    int minute = -1;
    int second = -1;
    int millisecond = -1;
    std::optional<int> offsetMinutes; // from UTC
};

class Reader {
public:
    explicit Reader(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }

    bool take(QChar c)
    {
        if (atEnd() || m_text.at(m_at).toUpper() != c)
            return false;
        ++m_at;
        return true;
    }

    // That many digits, as a number up to `most`; -1 where there are others.
    int number(int digits, int most)
    {
        int value = 0;
        for (int i = 0; i < digits; ++i) {
            if (atEnd() || m_text.at(m_at) < u'0' || m_text.at(m_at) > u'9')
                return -1;
            value = value * 10 + (m_text.at(m_at++).unicode() - u'0');
        }
        return value <= most ? value : -1;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

bool readOffset(Reader &reader, Moment &moment)
{
    if (reader.take(u'Z')) {
        moment.offsetMinutes = 0;
        return true;
    }
    const bool ahead = reader.take(u'+');
    if (!ahead && !reader.take(u'-'))
        return true; // there is none
    const int hours = reader.number(2, 14);
    const int minutes = reader.take(u':') ? reader.number(2, 59) : -1;
    if (hours < 0 || minutes < 0)
        return false;
    moment.offsetMinutes = (ahead ? 1 : -1) * (hours * 60 + minutes);
    return true;
}

bool readTimeOfDay(Reader &reader, Moment &moment)
{
    const struct {
        QChar before;
        int digits;
        int most;
        int *value;
    } parts[] = {{u'T', 2, 23, &moment.hour},
                 {u':', 2, 59, &moment.minute},
                 {u':', 2, 59, &moment.second},
                 {u'.', 3, 999, &moment.millisecond}};
    for (const auto &part : parts) {
        if (!reader.take(part.before))
            break;
        *part.value = reader.number(part.digits, part.most);
        if (*part.value < 0)
            return false;
    }
    return readOffset(reader, moment);
}

std::optional<Moment> readMoment(QStringView text)
{
    Reader reader(text);
    Moment moment;
    moment.year = reader.number(4, lastYear);
    if (moment.year < firstYear)
        return {};
    if (reader.take(u'-')) {
        moment.month = reader.number(2, 12);
        if (moment.month < 1)
            return {};
        if (reader.take(u'-')) {
            moment.day = reader.number(2, 31);
            if (!QDate::isValid(moment.year, moment.month, moment.day)
                || (!reader.atEnd() && !readTimeOfDay(reader, moment)))
                return {};
            if (moment.hour < 0 && moment.offsetMinutes)
                return {};
        }
    }
    if (!reader.atEnd())
        return {};
    return moment;
}

Timestamp startOf(QDate day, const FilterContext &context)
{
    return Timestamp{std::chrono::milliseconds{day.startOfDay(context.zone).toMSecsSinceEpoch()}};
}

TimeInterval intervalOf(const Moment &moment, const FilterContext &context)
{
    using namespace std::chrono;
    const QDate date(moment.year, std::max(moment.month, 1), std::max(moment.day, 1));
    if (moment.hour < 0) {
        const QDate next = moment.month < 0 ? date.addYears(1)
            : moment.day < 0                ? date.addMonths(1)
                                            : date.addDays(1);
        return {startOf(date, context), startOf(next, context)};
    }
    const QTime time(moment.hour, std::max(moment.minute, 0), std::max(moment.second, 0),
                     std::max(moment.millisecond, 0));
    const QTimeZone zone = moment.offsetMinutes ? QTimeZone(*moment.offsetMinutes * 60) : context.zone;
    const Timestamp start{milliseconds{QDateTime(date, time, zone).toMSecsSinceEpoch()}};
    const milliseconds length = moment.minute < 0 ? milliseconds{1h}
        : moment.second < 0                       ? milliseconds{1min}
        : moment.millisecond < 0                  ? milliseconds{1s}
                                                  : 1ms;
    return {start, start + length};
}

} // namespace

std::optional<QString> momentFromText(QStringView text)
{
    if (!readMoment(text))
        return {};
    return text.toString().toUpper();
}

TimeInterval interval(const FilterTime &time, const FilterContext &context, bool ahead)
{
    const auto day = [&context](int back) {
        const QDate today =
            QDateTime::fromMSecsSinceEpoch(context.now.time_since_epoch().count(), context.zone)
                .date()
                .addDays(-back);
        return TimeInterval{startOf(today, context), startOf(today.addDays(1), context)};
    };
    switch (time.kind) {
    case FilterTime::Kind::Moment:
        if (const auto moment = readMoment(time.moment))
            return intervalOf(*moment, context);
        return {context.now, context.now}; // not of a filter that was parsed
    case FilterTime::Kind::Span: {
        const Timestamp at = ahead ? context.now + time.span : context.now - time.span;
        return {at, at};
    }
    case FilterTime::Kind::Today:
        return day(0);
    case FilterTime::Kind::Yesterday:
        return day(1);
    }
    Q_UNREACHABLE();
}

} // namespace tallyman
