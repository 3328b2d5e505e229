// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/guard/httplimits.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace tallyman::test {

/// A QHttpServer behind the guard, in a thread of its own, without anything of ours behind it. Every request
/// is answered with what the guard made of it, `METHOD target type body`. But:
/// `/later` only after release(), in the order of their coming reversed; `/big` with eight megabytes.
class GuardedServer {
public:
    explicit GuardedServer(http::HttpLimits limits = {});
    ~GuardedServer();

    [[nodiscard]] quint16 port() const { return m_port; }
    /// How many requests got past the guard.
    [[nodiscard]] int handled() const { return m_handled; }
    /// How many wait for release().
    [[nodiscard]] int waiting() const { return m_waiting; }
    /// How many connections are open, as the guard sees it.
    [[nodiscard]] int connections() const;
    [[nodiscard]] quint64 answered() const { return m_answered; }
    /// Answers those that wait.
    void release();
    /// Shuts the guard down, and waits until it has closed everything.
    void shutDown();

private:
    class Core;

    std::unique_ptr<QThread> m_thread;
    Core *m_core = nullptr;
    quint16 m_port = 0;
    std::atomic<int> m_handled{0};
    std::atomic<int> m_waiting{0};
    std::atomic<quint64> m_answered{0};
};

} // namespace tallyman::test
