// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/joblimits.h"

#include <algorithm>

namespace tallyman {

namespace {

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0);
}

} // namespace

bool isPlainLine(QStringView text)
{
    return text.isValidUtf16() && std::none_of(text.begin(), text.end(), isControl);
}

bool isPlainText(QStringView text)
{
    return text.isValidUtf16() && std::none_of(text.begin(), text.end(), [](QChar c) {
               return isControl(c) && c != u'\n' && c != u'\r' && c != u'\t';
           });
}

} // namespace tallyman
