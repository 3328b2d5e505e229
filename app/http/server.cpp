// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/server.h"

#include "app/http/servercore.h"

#include <QEventLoop>

#include <atomic>
#include <future>
#include <thread>
#include <utility>

namespace tallyman::http {

class Server::Private {
public:
    Private(JobStore &jobStore, const Clock &systemClock, ServerOptions serverOptions)
        : store(jobStore)
        , clock(systemClock)
        , options(std::move(serverOptions))
    {
    }

    JobStore &store;
    const Clock &clock;
    const ServerOptions options;
    // Not a QThread, which wait() leaves while the thread still clears up: the TLS library's own clearing up
    // at the end of the program would meet it.
    std::thread thread;
    ServerCore *core = nullptr; ///< lives in the thread and as long as its event loop
    QString url;
    std::atomic<quint64> answered{0};

    // Everything of the server is made, used and destroyed in its thread.
    void run(std::promise<std::pair<ServerCore *, Result<quint16>>> started)
    {
        ServerCore serverCore(store, clock, options, answered);
        QEventLoop loop;
        QObject::connect(&serverCore, &ServerCore::finished, &loop, &QEventLoop::quit);
        const auto port = serverCore.listen();
        started.set_value({&serverCore, port});
        if (port)
            loop.exec();
    }
};

Server::Server(JobStore &store, const Clock &clock, ServerOptions options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(store, clock, std::move(options)))
{
}

Server::~Server()
{
    stop();
}

Result<quint16> Server::start()
{
    stop();
    std::promise<std::pair<ServerCore *, Result<quint16>>> started;
    auto outcome = started.get_future();
    d->thread = std::thread([this, started = std::move(started)]() mutable { d->run(std::move(started)); });
    auto [core, port] = outcome.get();
    if (!port) {
        d->thread.join();
        return port;
    }
    d->core = core;
    const QString host = d->options.address.protocol() == QAbstractSocket::IPv6Protocol
        ? QLatin1Char('[') + d->options.address.toString() + QLatin1Char(']')
        : d->options.address.toString();
    d->url = QStringLiteral("http://%1:%2").arg(host).arg(*port);
    return port;
}

void Server::stop()
{
    if (!d->thread.joinable())
        return;
    QMetaObject::invokeMethod(d->core, &ServerCore::shutDown, Qt::QueuedConnection);
    d->thread.join();
    d->core = nullptr;
    d->url.clear();
}

bool Server::isRunning() const
{
    return d->core != nullptr;
}

QString Server::url() const
{
    return d->url;
}

quint64 Server::requestsAnswered() const
{
    return d->answered;
}

} // namespace tallyman::http
