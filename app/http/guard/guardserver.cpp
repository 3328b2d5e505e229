// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/guard/guardserver.h"

#include "app/http/guard/guardsocket.h"
#include "app/http/guard/lingeringclose.h"
#include "app/http/guard/wireanswer.h"

#include <QCoreApplication>

#include <sys/socket.h>
#include <unistd.h>

namespace tallyman::http {

namespace {
constexpr std::chrono::milliseconds clockPeriod{100};
constexpr std::chrono::milliseconds acceptPause{200};
} // namespace

GuardServer::GuardServer(HttpLimits limits, std::atomic<quint64> &answered, QObject *parent)
    : QTcpServer(parent)
    , m_limits(std::move(limits))
    , m_answered(answered)
{
    setListenBacklogSize(512);
    setMaxPendingConnections(m_limits.connections);
    // QTcpServer stops at the first error, such as too many open files; the next moment may be better.
    connect(this, &QTcpServer::acceptError, this,
            [this] { QTimer::singleShot(acceptPause, this, &QTcpServer::resumeAccepting); });
    m_clock.setInterval(clockPeriod);
    connect(&m_clock, &QTimer::timeout, this, &GuardServer::checkTimes);
}

GuardServer::~GuardServer()
{
    // The sockets may outlive this: from Qt 6.5 on they belong to objects of QHttpServer's.
    for (GuardSocket *socket : std::as_const(m_sockets))
        socket->detach();
}

std::optional<ParsedRequest> GuardServer::take(quint64 token)
{
    const auto found = m_requests.find(token);
    if (found == m_requests.end())
        return {};
    ParsedRequest request = std::move(*found);
    m_requests.erase(found);
    return request;
}

quint64 GuardServer::keep(const ParsedRequest &request)
{
    m_requests.insert(m_nextToken, request);
    return m_nextToken++;
}

void GuardServer::incomingConnection(qintptr descriptor)
{
    const int fd = static_cast<int>(descriptor);
    if (m_sockets.size() >= m_limits.connections) {
        refuseConnection(fd);
        return;
    }
    auto *socket = new GuardSocket(fd, this);
    m_sockets.insert(socket);
    if (!m_clock.isActive())
        m_clock.start();
    addPendingConnection(socket);
}

void GuardServer::refuseConnection(int descriptor)
{
    Response response = errorResponse(Surface::Songmap, 503,
                                      QCoreApplication::translate("HttpGuard",
                                                                  "Too many connections are "
                                                                  "open. Try again in a moment."));
    response.headers.append({QByteArrayLiteral("Retry-After"), QByteArrayLiteral("1")});
    const QByteArray answer = toWire(response, WireOptions{.keepAlive = false, .withBody = true});
    (void)::send(descriptor, answer.constData(), static_cast<size_t>(answer.size()),
                 MSG_NOSIGNAL | MSG_DONTWAIT);
    countAnswer();
    linger(descriptor);
}

void GuardServer::linger(int descriptor)
{
    // In a flood they would pile up; then a client may lose its answer.
    if (m_lingering >= m_limits.connections) {
        ::close(descriptor);
        return;
    }
    ++m_lingering;
    auto *lingering = new LingeringClose(descriptor, m_limits.lingerTime, this);
    connect(lingering, &QObject::destroyed, this, [this] {
        --m_lingering;
        announceIfEmpty();
    });
}

void GuardServer::forget(GuardSocket *socket)
{
    m_sockets.remove(socket);
    announceIfEmpty();
}

void GuardServer::announceIfEmpty()
{
    if (m_shuttingDown && m_sockets.isEmpty() && m_lingering == 0)
        emit allClosed();
}

void GuardServer::checkTimes()
{
    if (m_sockets.isEmpty())
        m_clock.stop(); // a server that nobody talks to sleeps
    const auto now = std::chrono::steady_clock::now();
    const auto sockets = m_sockets;
    for (GuardSocket *socket : sockets) {
        if (m_sockets.contains(socket))
            socket->checkTime(now);
    }
}

void GuardServer::shutDown()
{
    (void)waitForNewConnection(0); // takes all that the kernel has accepted for us by now
    close();
    m_shuttingDown = true;
    const auto sockets = m_sockets;
    for (GuardSocket *socket : sockets) {
        if (m_sockets.contains(socket))
            socket->shutDown();
    }
    QMetaObject::invokeMethod(this, &GuardServer::announceIfEmpty, Qt::QueuedConnection);
}

} // namespace tallyman::http
