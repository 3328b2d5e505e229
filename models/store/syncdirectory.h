// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tallyman {

/// Flushes a directory to disk, without which a new name in it may be gone after a power loss. False with
/// errno set where the system refuses.
bool syncDirectory(const QString &path);

} // namespace tallyman
