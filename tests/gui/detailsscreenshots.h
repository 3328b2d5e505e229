// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/livewindow.h"

#include <functional>

namespace tallyman::test {

/// Adds jobs with much to say about, and calls `save` with a name for each way the details look.
void showDetails(LiveWindow &live, const Clock &clock, const std::function<void(const QString &what)> &save);

} // namespace tallyman::test
