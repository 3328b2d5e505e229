// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace tallyman {

/// A length of time such as `90s`, `30m`, `12h`, `7d`, `2w`, `1d12h` or `250ms`, up to ten thousand years;
/// nothing for other text.
[[nodiscard]] std::optional<std::chrono::milliseconds> timeSpanFromText(QStringView text);

/// The text of that length, in days, hours and so on; it must not be negative.
[[nodiscard]] QString toText(std::chrono::milliseconds span);

} // namespace tallyman
