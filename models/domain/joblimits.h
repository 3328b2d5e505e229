// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tallyman {

/// What a job's fields may hold. A value beyond a limit is refused with InvalidValue, never cut.
namespace limits {
inline constexpr qsizetype nameLength = 1000; ///< characters (UTF-16 units), as in all lengths here
inline constexpr qsizetype providerLength = 200;
inline constexpr qsizetype userLength = 200;
inline constexpr qsizetype pathLength = 4096; ///< input and output
inline constexpr qsizetype errorLength = 65536;
inline constexpr qsizetype noteLength = 65536;
inline constexpr qsizetype jsonBytes = 1048576; ///< each of options, result, metadata ..., as UTF-8
inline constexpr int retries = 1000000;
inline constexpr qsizetype resultsAtOnce = 10000;
inline constexpr qsizetype itemLength = 4096;
} // namespace limits

/// Whether the text is valid Unicode without control characters (C0, DEL, C1): fit for one line.
[[nodiscard]] bool isPlainLine(QStringView text);

/// The same, with line feeds, carriage returns and tabs allowed: fit for an error with its trace.
[[nodiscard]] bool isPlainText(QStringView text);

} // namespace tallyman
