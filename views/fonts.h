// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

/// The few variations on the user's font that the windows use.
namespace tallyman::fonts {

/// A little larger and semibold.
[[nodiscard]] QFont title(const QFont &base);
/// A little smaller.
[[nodiscard]] QFont secondary(const QFont &base);
/// With digits of one width, where the font has others too (Qt 6.7 and later can ask for them; what most
/// systems use for their windows has no others).
[[nodiscard]] QFont tabular(const QFont &base);
/// The system's font for commands and technical text.
[[nodiscard]] QFont fixed(const QFont &base);

/// The colour of secondary text on the base colour of the palette: at least 4.5:1 where the text itself has
/// 7:1.
[[nodiscard]] QColor secondaryText(const QPalette &palette, QPalette::ColorRole text = QPalette::Text,
                                   QPalette::ColorRole base = QPalette::Base);

/// One colour over another.
[[nodiscard]] QColor blend(const QColor &top, const QColor &bottom, double share);

} // namespace tallyman::fonts
