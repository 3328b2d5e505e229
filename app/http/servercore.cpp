// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/servercore.h"

#include "app/http/qtcompat.h"
#include "app/http/songmap.h"
#include "app/http/v1.h"

#include <QCoreApplication>

#include <utility>

namespace tallyman::http {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(HttpServer)
};

constexpr std::chrono::seconds shutDownTime{5};
constexpr int poolThreads = 2; // they wait for disks, not for processors

HttpLimits limitsOf(const ServerOptions &options)
{
    HttpLimits limits;
    limits.upload = options.uploadLimit;
    return limits;
}

} // namespace

ServerCore::ServerCore(JobStore &store, const Clock &clock, const ServerOptions &options,
                       std::atomic<quint64> &answered)
    : m_options(options)
    , m_context{store, clock, UploadStore(options.uploadDirectory), options.uploadLimit, m_pool, m_readers}
    , m_queue(std::make_shared<ReplyQueue>(
          this, [this](quint64 token, const Response &response) { answer(token, response); }))
    , m_guard(new GuardServer(limitsOf(options), answered, this))
{
    for (QThreadPool *pool : {&m_pool, &m_readers}) {
        pool->setMaxThreadCount(poolThreads);
        pool->setExpiryTimeout(-1); // the store keeps a connection for each thread that has read
    }
    addSongmapRoutes(m_router, m_context);
    addV1Routes(m_router, m_context);
    // The one way from QHttpServer to us: it has no routes of its own, since its patterns know neither
    // 405 nor an id with an encoded slash.
    qtcompat::setCatchAll(m_httpServer, this,
                          [this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
                              handle(request, std::move(responder));
                          });
    m_deadline.setSingleShot(true);
    connect(m_guard, &GuardServer::allClosed, this, &ServerCore::finished);
    connect(&m_deadline, &QTimer::timeout, this, &ServerCore::finished);
}

ServerCore::~ServerCore()
{
    m_pool.waitForDone();
    m_readers.waitForDone();
    m_queue->close();
    // Before QHttpServer and the sockets that they point into.
    m_responders.clear();
}

Result<quint16> ServerCore::listen()
{
    if (!m_options.address.isLoopback())
        return StoreError{
            ErrorCode::InvalidValue,
            Tr::tr("The server can listen on a loopback address only, such as 127.0.0.1, and %1 is none.")
                .arg(m_options.address.toString()),
            {},
            QStringLiteral("address")};
    if (!m_guard->listen(m_options.address, m_options.port) || !qtcompat::bind(m_httpServer, m_guard))
        return cannotListen();
    m_pool.start([this] { m_context.uploads.removeOrphans(m_context.store, m_context.clock.now()); });
    return m_guard->serverPort();
}

StoreError ServerCore::cannotListen() const
{
    const QString address = m_options.address.toString();
    QString message;
    switch (m_guard->serverError()) {
    case QAbstractSocket::AddressInUseError:
        message =
            Tr::tr("Port %1 on %2 is taken by another program. End that program, or choose another port "
                   "(0 takes any that is free).")
                .arg(m_options.port)
                .arg(address);
        break;
    case QAbstractSocket::SocketAccessError:
        message = Tr::tr("You are not allowed to use port %1 on %2. Choose a port above 1023.")
                      .arg(m_options.port)
                      .arg(address);
        break;
    default:
        message = Tr::tr("The server cannot listen on port %1 of %2. Choose another address or port.")
                      .arg(m_options.port)
                      .arg(address);
        break;
    }
    return {ErrorCode::CannotListen, message, m_guard->errorString(), {}};
}

void ServerCore::handle(const QHttpServerRequest &request, QHttpServerResponder &&responder)
{
    const quint64 token = request.url().path().mid(1).toULongLong();
    auto parsed = m_guard->take(token);
    if (!parsed)
        return; // no request of the guard's; cannot be
    m_responders.emplace(token, std::move(responder));
    const qsizetype mark = parsed->target.indexOf('?');
    Request ours{.method = std::move(parsed->method),
                 .path = mark < 0 ? parsed->target : parsed->target.left(mark),
                 .query = mark < 0 ? QByteArray() : parsed->target.mid(mark + 1),
                 .contentType = std::move(parsed->contentType),
                 .body = std::move(parsed->body),
                 .parameter = {}};
    const Surface surface = surfaceOf(ours.path);
    m_router.dispatch(std::move(ours), Reply(m_queue, token, surface));
}

void ServerCore::answer(quint64 token, const Response &response)
{
    const auto found = m_responders.find(token);
    if (found == m_responders.end())
        return;
    QHttpServerResponder responder = std::move(found->second);
    m_responders.erase(found);
    QList<std::pair<QByteArray, QByteArray>> headers = response.headers;
    if (!response.contentType.isEmpty())
        headers.prepend({QByteArrayLiteral("Content-Type"), response.contentType});
    qtcompat::write(responder, response.status, headers, response.body);
}

void ServerCore::shutDown()
{
    m_deadline.start(shutDownTime);
    m_guard->shutDown();
}

} // namespace tallyman::http
