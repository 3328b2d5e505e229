// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/timestamp.h"

#include <QString>

#include <chrono>

/// Text for people on a terminal.
namespace tallyman::cli {

/// The text with everything taken out that would command a terminal rather than be shown by it: control
/// characters, broken surrogates, and the bidirectional overrides that make text read as something else.
/// Line ends and tabs become spaces: the answer is one line.
[[nodiscard]] QString harmlessLine(const QString &text);

/// The same, line feeds kept.
[[nodiscard]] QString harmlessText(const QString &text);

/// How many columns of a terminal the text takes: two for wide East Asian characters and emoji, none for
/// combining marks.
[[nodiscard]] int displayWidth(const QString &text);

/// The text, or as much of its start as fits `width` columns with a `…` at the end.
[[nodiscard]] QString elided(const QString &text, int width);

/// `0.4s`, `45s`, `3m 05s`, `1h 02m`, `2d 04h`.
[[nodiscard]] QString durationText(std::chrono::milliseconds duration);

/// `2026-01-21 10:30:00Z`, which --since and the like read back; `precise` adds the milliseconds.
[[nodiscard]] QString timeText(Timestamp time, bool precise = false);

/// `65%`. Never 100% before the end is reached.
[[nodiscard]] QString progressText(double progress);

} // namespace tallyman::cli
