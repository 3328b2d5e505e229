// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qlogging.h>

namespace tallyman::cli {

/// Sends the messages of QLoggingCategory and of Qt itself to standard error, one line each with its time
/// and category, and never anywhere else (Qt prefers the journal where there is no terminal). Warnings and
/// worse, until setLogThreshold() says otherwise.
void installLogging();

/// From what importance on messages are written.
void setLogThreshold(QtMsgType least);

} // namespace tallyman::cli
