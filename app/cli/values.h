// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobstatus.h"
#include "models/domain/result.h"
#include "models/domain/timestamp.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>
#include <QStringList>

/// Reads what a user gives as the value of an option. All of the text must fit: no blanks, nothing behind
/// a number. Errors are InvalidValue and name the option.
namespace tallyman::cli {

/// A whole number from `least` to `most`.
[[nodiscard]] Result<qint64> wholeNumber(QLatin1StringView option, const QString &text, qint64 least,
                                         qint64 most);

/// A finite decimal number such as `0.65`; its range is left to the rules of the record.
[[nodiscard]] Result<double> decimalNumber(QLatin1StringView option, const QString &text);

/// Whether a length of time given as a moment leads back from now or forward.
enum class Direction { Ago, FromNow };

/// A moment: ISO 8601, UTC where it names no zone, or a length of time from `now`.
[[nodiscard]] Result<Timestamp> moment(QLatin1StringView option, const QString &text, Timestamp now,
                                       Direction direction);

/// The statuses of an option that may be repeated and whose values may be lists with commas.
[[nodiscard]] Result<QList<JobStatus>> statuses(const QStringList &values);

/// One status word.
[[nodiscard]] Result<JobStatus> status(const QString &word);

} // namespace tallyman::cli
