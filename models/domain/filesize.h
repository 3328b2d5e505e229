// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tallyman {

/// A size in bytes such as `10MB`, `1.5GiB`, `4kB` or `1024`, case aside: kB is 1,000 bytes, KiB 1,024; a
/// part of a byte is rounded. Nothing for other text and for more than a qint64 holds.
[[nodiscard]] std::optional<qint64> fileSizeFromText(QStringView text);

/// The text of exactly that many bytes, in the greatest unit that divides it.
[[nodiscard]] QString fileSizeToText(qint64 bytes);

} // namespace tallyman
