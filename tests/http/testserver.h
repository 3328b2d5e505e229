// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/server.h"
#include "models/store/openstore.h"
#include "tests/http/httpclient.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>

#include <memory>

namespace tallyman::test {

/// A server within the test's own process, on a store of its own and with a clock that stands still.
class TestServer {
public:
    explicit TestServer(qint64 uploadLimit = 1024 * 1024);
    ~TestServer();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] JobStore &store() { return *m_store->jobs; }
    [[nodiscard]] ManualClock &clock() { return m_clock; }
    [[nodiscard]] http::Server &server() { return *m_server; }
    [[nodiscard]] QString uploadDirectory() const { return m_store->uploadDirectory; }
    [[nodiscard]] QString databasePath() const;
    /// The names of the upload directory's entries.
    [[nodiscard]] QStringList uploads() const;

    [[nodiscard]] HttpAnswer get(const QByteArray &target) { return request(m_port, "GET", target); }
    [[nodiscard]] HttpAnswer post(const QByteArray &target, const QByteArray &body,
                                  const QByteArray &type = "application/json")
    {
        return request(m_port, "POST", target, body, type);
    }
    [[nodiscard]] HttpAnswer patch(const QByteArray &target, const QByteArray &body)
    {
        return request(m_port, "PATCH", target, body);
    }
    [[nodiscard]] HttpAnswer remove(const QByteArray &target) { return request(m_port, "DELETE", target); }

private:
    QTemporaryDir m_directory;
    ManualClock m_clock;
    std::optional<OpenStore> m_store;
    std::unique_ptr<http::Server> m_server;
    quint16 m_port = 0;
};

} // namespace tallyman::test
