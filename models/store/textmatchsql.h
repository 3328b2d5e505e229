// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tallyman {

/// The pattern of SQLite's GLOB that a text matches when it contains this one without regard to case, which
/// LIKE leaves to ASCII.
[[nodiscard]] QString containsPattern(const QString &text);

/// Whether the trigram index can look for that text: it has three characters or more.
[[nodiscard]] bool isIndexable(const QString &text);

/// The query of the trigram index for exactly that text; `column` is `name`, `error`, or empty for both.
[[nodiscard]] QString indexQuery(const QString &text, QLatin1StringView column = {});

} // namespace tallyman
