// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/fonts.h"

#include <QFontDatabase>

#include <algorithm>

namespace tallyman::fonts {

namespace {

QFont resized(const QFont &base, int by)
{
    QFont font = base;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(std::max(6.0, font.pointSizeF() + by));
    else
        font.setPixelSize(std::max(8, font.pixelSize() + by));
    return font;
}

} // namespace

QFont title(const QFont &base)
{
    QFont font = resized(base, 2);
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont secondary(const QFont &base)
{
    return resized(base, -1);
}

QFont tabular(const QFont &base)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    QFont font = base;
    font.setFeature(QFont::Tag("tnum"), 1);
    return font;
#else
    return base;
#endif
}

QFont fixed(const QFont &base)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF());
    else
        font.setPixelSize(base.pixelSize());
    return font;
}

QColor blend(const QColor &top, const QColor &bottom, double share)
{
    const auto mix = [share](float a, float b) {
        return static_cast<float>(static_cast<double>(a) * share + static_cast<double>(b) * (1.0 - share));
    };
    return QColor::fromRgbF(mix(top.redF(), bottom.redF()), mix(top.greenF(), bottom.greenF()),
                            mix(top.blueF(), bottom.blueF()));
}

QColor secondaryText(const QPalette &palette, QPalette::ColorRole text, QPalette::ColorRole base)
{
    return blend(palette.color(text), palette.color(base), 0.68);
}

} // namespace tallyman::fonts
