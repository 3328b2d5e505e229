// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/apicontext.h"
#include "app/http/guard/guardserver.h"
#include "app/http/reply.h"
#include "app/http/router.h"
#include "app/http/server.h"

#include <QHttpServer>
#include <QHttpServerResponder>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <memory>
#include <unordered_map>

namespace tallyman::http {

/// All of the server that lives in its thread: the guard, QHttpServer behind it, the routes, and the
/// responders of the requests that are still to be answered.
class ServerCore final : public QObject {
    Q_OBJECT

public:
    /// `answered` counts the requests that were answered.
    ServerCore(JobStore &store, const Clock &clock, const ServerOptions &options,
               std::atomic<quint64> &answered);
    ~ServerCore() override;

    /// Listens, and gives the port.
    [[nodiscard]] Result<quint16> listen();

    /// Ends in good order; then finished(), 5 s later at the most.
    void shutDown();

signals:
    void finished();

private:
    void handle(const QHttpServerRequest &request, QHttpServerResponder &&responder);
    void answer(quint64 token, const Response &response);
    [[nodiscard]] StoreError cannotListen() const;

    const ServerOptions m_options;
    QThreadPool m_pool;
    QThreadPool m_readers;
    ApiContext m_context;
    Router m_router;
    std::unordered_map<quint64, QHttpServerResponder> m_responders;
    std::shared_ptr<ReplyQueue> m_queue;
    QHttpServer m_httpServer;
    GuardServer *m_guard; ///< belongs to m_httpServer once it listens
    QTimer m_deadline;
};

} // namespace tallyman::http
