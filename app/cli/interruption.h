// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/process/signalwatcher.h"

#include <QCoreApplication>

#include <chrono>

namespace tallyman::cli {

/// Lets a command that works without an event loop stop in good order at SIGINT or SIGTERM: it asks now and
/// then. As long as it lives the signals do not end the program.
class Interruption {
public:
    Interruption()
    {
        QObject::connect(&m_watcher, &SignalWatcher::endRequested, &m_watcher, [this] { m_asked = true; });
    }

    /// Whether the program was asked to end. May be called as often as one likes.
    [[nodiscard]] bool asked()
    {
        if (const auto now = std::chrono::steady_clock::now(); now >= m_next) {
            m_next = now + interval;
            QCoreApplication::processEvents();
        }
        return m_asked;
    }

private:
    static constexpr std::chrono::milliseconds interval{20};

    SignalWatcher m_watcher;
    std::chrono::steady_clock::time_point m_next;
    bool m_asked = false;
};

} // namespace tallyman::cli
