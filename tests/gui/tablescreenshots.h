// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QString;

namespace tallyman::test {

class LiveWindow;

/// Brings the window, which shows jobs, into each of the states that the table's columns have, and has it
/// saved under a name. False where one could not be saved.
[[nodiscard]] bool showTableStates(LiveWindow &live, const std::function<bool(const QString &)> &save);

} // namespace tallyman::test
