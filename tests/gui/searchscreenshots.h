// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QString;

namespace tallyman {
class MainWindow;
}

namespace tallyman::test {

/// Brings the window, which shows jobs, into each of the states that searching has, and has it saved under a
/// name. False where one could not be saved.
[[nodiscard]] bool showSearchStates(MainWindow &window, const std::function<bool(const QString &)> &save);

} // namespace tallyman::test
