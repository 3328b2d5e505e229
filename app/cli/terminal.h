// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>

#include <optional>

namespace tallyman::cli {

/// What a piece of text is, for whoever colours it.
enum class Style { Plain, Heading, Good, Bad, Active, Faint };

/// What is known of the place that standard output goes to.
struct Terminal {
    bool colour = false;
    std::optional<int> width; ///< in columns; nothing where it is no terminal, or its width is not known

    /// Looks at the descriptor. Colour only on a terminal that has it, and never where NO_COLOR is set
    /// (https://no-color.org).
    [[nodiscard]] static Terminal detect(int descriptor, const QProcessEnvironment &environment);

    /// The text in the colours of the style, or as it is.
    [[nodiscard]] QString paint(const QString &text, Style style) const;
};

} // namespace tallyman::cli
