// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

#include <chrono>

namespace tallyman::cli {

/// How far long work is, in one line of a terminal that is written over; nothing where standard error is
/// none. It takes itself away.
class ProgressLine {
public:
    explicit ProgressLine(Context &context);
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    /// A few times a second is shown.
    void show(qint64 done, qint64 total);

private:
    Context &m_context;
    bool m_shown = false;
    bool m_terminal;
    std::chrono::steady_clock::time_point m_start;
    std::chrono::steady_clock::time_point m_next;
};

} // namespace tallyman::cli
