// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/guard/guardsocket.h"

#include "app/http/guard/guardserver.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace tallyman::http {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(HttpGuard)
};

constexpr int readsInARow = 8; // then the others have their turn

bool isPassingError(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

GuardSocket::GuardSocket(int descriptor, GuardServer *server)
    : QTcpSocket(server)
    , m_server(server)
    , m_descriptor(descriptor)
    , m_readable(descriptor, QSocketNotifier::Read)
    , m_writable(descriptor, QSocketNotifier::Write)
    , m_parser(server->limits())
    , m_waitingSince(Clock::now())
{
    m_writable.setEnabled(false);
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    const int one = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);

    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    if (::getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &size) == 0)
        setPeerAddress(QHostAddress(reinterpret_cast<const sockaddr *>(&peer)));
    setOpenMode(QIODevice::ReadWrite);
    setSocketState(QAbstractSocket::ConnectedState);
    connect(&m_readable, &QSocketNotifier::activated, this, &GuardSocket::receive);
    connect(&m_writable, &QSocketNotifier::activated, this, &GuardSocket::send);
}

GuardSocket::~GuardSocket()
{
    closeDescriptor();
    if (m_server)
        m_server->forget(this);
    // So that the base class finds nothing to abort.
    setSocketState(QAbstractSocket::UnconnectedState);
    setOpenMode(QIODevice::NotOpen);
}

void GuardSocket::detach()
{
    closeDescriptor();
    m_state = State::Closed;
    m_server = nullptr;
}

// ---- From the client ----

void GuardSocket::receive()
{
    char bytes[65536];
    for (int i = 0; i < readsInARow && m_state == State::Reading; ++i) {
        const ssize_t count = ::recv(m_descriptor, bytes, sizeof bytes, 0);
        if (count < 0) {
            if (!isPassingError(errno))
                closed();
            return;
        }
        if (count == 0) {
            // The client sends no more; a request that is not complete by now never will be.
            closed();
            return;
        }
        m_in.append(bytes, count);
        advance();
        if (count < static_cast<ssize_t>(sizeof bytes))
            return;
    }
}

void GuardSocket::advance()
{
    const bool fresh = !m_parser.started();
    const bool hadHead = m_parser.state() == RequestParser::State::Body;
    const qsizetype used = m_parser.feed(m_in);
    m_in = used == m_in.size() ? QByteArray() : m_in.sliced(used);
    if (fresh && m_parser.started())
        m_headSince = Clock::now();

    switch (m_parser.state()) {
    case RequestParser::State::Head:
        break;
    case RequestParser::State::Body:
        if (hadHead)
            break;
        m_bodySince = Clock::now();
        if (m_parser.expectsContinue() && m_parser.bodyReceived() == 0 && m_in.isEmpty()) {
            // Into an empty send buffer: the answer before this one has gone out.
            static constexpr char words[] = "HTTP/1.1 100 Continue\r\n\r\n";
            (void)::send(m_descriptor, words, sizeof words - 1, MSG_NOSIGNAL);
        }
        break;
    case RequestParser::State::Complete:
        handOver();
        break;
    case RequestParser::State::Refused:
        refuse(m_parser.refusal());
        break;
    }
}

void GuardSocket::handOver()
{
    m_readable.setEnabled(false);
    m_state = State::Handling;
    m_isHead = m_parser.isHead();
    m_keep = m_keep && m_parser.keepAlive();
    ParsedRequest request = m_parser.take();
    m_parser.reset();
    if (m_isHead)
        request.method = QByteArrayLiteral("GET");
    const QByteArray method = request.method;
    const QByteArray token = QByteArray::number(m_server->keep(request));
    m_forServer = method + " /" + token + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n";
    emit readyRead();
}

void GuardSocket::refuse(const Refusal &refusal)
{
    const Surface surface = surfaceOf(m_parser.target());
    const bool withBody = !m_parser.isHead();
    m_keep = false;
    m_readable.setEnabled(false);
    answer(toWire(errorResponse(surface, refusal.status, refusal.detail),
                  WireOptions{.keepAlive = false, .withBody = withBody}));
}

void GuardSocket::checkTime(Clock::time_point now)
{
    const HttpLimits &limits = m_server->limits();
    if (m_state == State::Sending) {
        if (now - m_waitingSince > limits.idleTime)
            closed();
        return;
    }
    if (m_state != State::Reading)
        return;
    if (m_parser.state() == RequestParser::State::Body) {
        const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_bodySince);
        if (taken > limits.bodyGrace && m_parser.bodyReceived() < taken.count() * limits.bodyRate / 1000)
            refuse({408, Tr::tr("The body came too slowly.")});
    } else if (m_parser.started() ? now - m_headSince > limits.headTime
                                  : now - m_waitingSince > limits.idleTime) {
        if (m_parser.started())
            refuse({408, Tr::tr("The head of the request took too long to arrive.")});
        else
            closed();
    }
}

void GuardSocket::shutDown()
{
    m_keep = false;
    if (m_state != State::Reading)
        return;
    // What has arrived by now was sent in good faith.
    if (!m_in.isEmpty())
        advance();
    receive();
    if (m_state == State::Reading && !m_parser.started())
        closed();
}

// ---- From and to QHttpServer ----

qint64 GuardSocket::bytesAvailable() const
{
    // What QAbstractSocket counts is in a buffer that is never used here.
    return QIODevice::bytesAvailable() + m_forServer.size(); // NOLINT(bugprone-parent-virtual-call)
}

qint64 GuardSocket::readData(char *into, qint64 atMost)
{
    const qsizetype count = std::min<qint64>(atMost, m_forServer.size());
    if (count > 0)
        std::memcpy(into, m_forServer.constData(), static_cast<std::size_t>(count));
    m_forServer.remove(0, count);
    return count;
}

qint64 GuardSocket::writeData(const char *bytes, qint64 count)
{
    // Once the connection is gone there is nobody to write to, and nobody to tell.
    if (m_state != State::Handling || !m_answer.append(bytes, count))
        return count;
    answer(m_answer.take(WireOptions{.keepAlive = m_keep, .withBody = !m_isHead}));
    return count;
}

void GuardSocket::close()
{
    disconnectFromHost();
}

// QHttpServer calls this for a request that it cannot read, which ours never is, or on going away.
void GuardSocket::disconnectFromHost()
{
    if (m_state != State::Closed)
        closed();
}

// ---- To the client ----

void GuardSocket::answer(QByteArray bytes)
{
    if (m_server)
        m_server->countAnswer();
    m_out = std::move(bytes);
    m_outSent = 0;
    m_state = State::Sending;
    m_waitingSince = Clock::now();
    send();
}

void GuardSocket::send()
{
    while (m_outSent < m_out.size()) {
        const ssize_t count = ::send(m_descriptor, m_out.constData() + m_outSent,
                                     static_cast<size_t>(m_out.size() - m_outSent), MSG_NOSIGNAL);
        if (count < 0) {
            if (isPassingError(errno))
                m_writable.setEnabled(true);
            else
                closed();
            return;
        }
        m_outSent += count;
        m_waitingSince = Clock::now();
    }
    sent();
}

void GuardSocket::sent()
{
    m_writable.setEnabled(false);
    m_out.clear();
    m_outSent = 0;
    if (!m_keep) {
        m_readable.setEnabled(false);
        const int descriptor = m_descriptor;
        m_descriptor = -1;
        m_server->linger(descriptor);
        closed();
        return;
    }
    m_state = State::Reading;
    m_waitingSince = Clock::now();
    // We may be deep within QHttpServer; the next request must not reach it before it is done with this one.
    if (m_in.isEmpty())
        m_readable.setEnabled(true);
    else
        QMetaObject::invokeMethod(this, &GuardSocket::nextRequest, Qt::QueuedConnection);
}

void GuardSocket::nextRequest()
{
    if (m_state != State::Reading)
        return;
    m_readable.setEnabled(true);
    advance();
}

void GuardSocket::closeDescriptor()
{
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = -1;
}

void GuardSocket::closed()
{
    closeDescriptor();
    m_state = State::Closed;
    m_in.clear();
    m_out.clear();
    QMetaObject::invokeMethod(this, &GuardSocket::announceClosed, Qt::QueuedConnection);
}

void GuardSocket::announceClosed()
{
    if (m_server)
        m_server->forget(this);
    m_server = nullptr; // QHttpServer deletes us when it likes, and the server may go before that
    setSocketState(QAbstractSocket::UnconnectedState);
    setOpenMode(QIODevice::NotOpen);
    emit disconnected();
}

} // namespace tallyman::http
