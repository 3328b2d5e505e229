// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/guard/httplimits.h"
#include "app/http/guard/requestparser.h"

#include <QHash>
#include <QSet>
#include <QTcpServer>
#include <QTimer>

#include <atomic>
#include <optional>

namespace tallyman::http {

class GuardSocket;

/// Stands between the network and QHttpServer, to which it is bound as its QTcpServer. What it hands on are
/// not sockets but GuardSockets, which own the descriptors, read requests strictly, and give QHttpServer one
/// at a time. QHttpServer 6.4 has no limits or timeouts of its own, runs requests that it could not parse,
/// mixes up pipelined ones, and uses freed memory when a client leaves early.
///
/// QHttpServer is never given what a client wrote: it gets a request line of our own, `POST /<token>`, and
/// with the token its handler takes the real request from here.
class GuardServer final : public QTcpServer {
    Q_OBJECT

public:
    /// Adds to `answered` for each request that it answers, refused ones among them; it must outlive this.
    GuardServer(HttpLimits limits, std::atomic<quint64> &answered, QObject *parent = nullptr);
    ~GuardServer() override;

    /// The request of a token, once; nothing for a token that is not waiting.
    [[nodiscard]] std::optional<ParsedRequest> take(quint64 token);

    /// Accepts no more, closes what is idle, and lets the rest end with its next answer; then
    /// allClosed().
    void shutDown();

    [[nodiscard]] qsizetype connectionCount() const { return m_sockets.size(); }
    [[nodiscard]] const HttpLimits &limits() const { return m_limits; }

signals:
    /// After shutDown(): the last connection is closed.
    void allClosed();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    friend class GuardSocket;

    // For GuardSocket:
    [[nodiscard]] quint64 keep(const ParsedRequest &request);
    void countAnswer() { ++m_answered; }
    void forget(GuardSocket *socket);
    void linger(int descriptor);

    void refuseConnection(int descriptor);
    void checkTimes();
    void announceIfEmpty();

    const HttpLimits m_limits;
    QSet<GuardSocket *> m_sockets;
    QHash<quint64, ParsedRequest> m_requests; ///< handed to QHttpServer, not yet taken by its handler
    quint64 m_nextToken = 1;
    int m_lingering = 0;
    bool m_shuttingDown = false;
    std::atomic<quint64> &m_answered;
    QTimer m_clock;
};

} // namespace tallyman::http
