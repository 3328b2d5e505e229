// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QDir;

namespace tallyman::test {

class LiveWindow;

/// Draws what the actions on jobs show: menus, dialogs, bars. The window has jobs and is shown.
[[nodiscard]] bool saveActionStates(LiveWindow &live, const QDir &folder);

} // namespace tallyman::test
