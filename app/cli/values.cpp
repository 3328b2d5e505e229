// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/values.h"

#include "models/domain/jobrules.h"
#include "models/domain/timespan.h"

#include <QCoreApplication>

#include <charconv>
#include <cmath>
#include <limits>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(OptionValues)
};

StoreError invalid(QLatin1StringView option, const QString &message)
{
    return {ErrorCode::InvalidValue, message, {}, option};
}

// std::from_chars takes no blanks, no plus sign and no words of a locale, and says where it stopped.
template<typename Number>
std::optional<Number> fromChars(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    const char *end = bytes.constData() + bytes.size();
    Number number{};
    const auto [stopped, problem] = std::from_chars(bytes.constData(), end, number);
    if (problem != std::errc{} || stopped != end)
        return {};
    return number;
}

} // namespace

Result<qint64> wholeNumber(QLatin1StringView option, const QString &text, qint64 least, qint64 most)
{
    const auto number = fromChars<qint64>(text);
    if (number && *number >= least && *number <= most)
        return *number;
    if (most == std::numeric_limits<qint64>::max())
        return invalid(
            option,
            Tr::tr("%1 is “%2”, and must be a whole number from %3 up.").arg(option, text).arg(least));
    return invalid(option,
                   Tr::tr("%1 is “%2”, and must be a whole number from %3 to %4.")
                       .arg(option, text)
                       .arg(least)
                       .arg(most));
}

Result<double> decimalNumber(QLatin1StringView option, const QString &text)
{
    const auto number = fromChars<double>(text);
    if (number && std::isfinite(*number))
        return *number;
    return invalid(option, Tr::tr("%1 is “%2”, and must be a number such as 0.65.").arg(option, text));
}

Result<Timestamp> moment(QLatin1StringView option, const QString &text, Timestamp now, Direction direction)
{
    if (const auto span = timeSpanFromText(text)) {
        const Timestamp time = direction == Direction::Ago ? now - *span : now + *span;
        // The stored form has four digits for the year.
        const auto year = std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(time)}.year();
        if (int{year} >= 0 && int{year} <= 9999)
            return time;
    } else if (const auto time = timestampFromIsoText(text.toUtf8())) {
        return *time;
    }
    return invalid(option,
                   Tr::tr("%1 is “%2”, and must be a time such as 2026-01-21T10:30:00Z, or a length of time "
                          "such as 30m, 12h or 7d.")
                       .arg(option, text));
}

Result<QList<JobStatus>> statuses(const QStringList &values)
{
    QList<JobStatus> result;
    for (const QString &value : values) {
        for (const QString &word : value.split(u',')) {
            const auto one = status(word);
            if (!one)
                return one.error();
            if (!result.contains(*one))
                result.append(*one);
        }
    }
    return result;
}

Result<JobStatus> status(const QString &word)
{
    if (const auto status = jobStatusFromWord(word))
        return *status;
    return unknownStatusError(word);
}

} // namespace tallyman::cli
