// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/server.h"
#include "views/apistate.h"

#include <QObject>

#include <memory>

namespace tallyman {

/// The REST API that the desktop serves while it runs, and that the user may start again, at its port or at
/// another, while something stands in its way.
class ApiService : public QObject {
    Q_OBJECT

public:
    /// Serves nothing before start(). Store and clock must outlive it.
    ApiService(JobStore &store, const Clock &clock, http::ServerOptions options, QObject *parent = nullptr);

    void start();
    /// Takes any port that is free.
    void startAtAnyPort();

    [[nodiscard]] const ApiState &state() const { return m_state; }

signals:
    void changed(const tallyman::ApiState &state);

private:
    void startAt(quint16 port);

    JobStore &m_store;
    const Clock &m_clock;
    const http::ServerOptions m_options;
    std::unique_ptr<http::Server> m_server;
    ApiState m_state;
};

} // namespace tallyman
