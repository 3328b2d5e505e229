// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace tallyman {

/// Installs our own translation and that of Qt for the user's language, as far as there are any.
void installTranslators(QCoreApplication &application);

} // namespace tallyman
