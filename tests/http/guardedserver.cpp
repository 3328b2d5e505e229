// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/guardedserver.h"

#include "app/http/guard/guardserver.h"
#include "app/http/qtcompat.h"

#include <QEventLoop>

#include <future>
#include <vector>

namespace tallyman::test {

class GuardedServer::Core : public QObject {
public:
    Core(GuardedServer &owner, http::HttpLimits limits)
        : m_owner(owner)
        , m_guard(new http::GuardServer(std::move(limits), owner.m_answered, this))
    {
        http::qtcompat::setCatchAll(
            m_server, this, [this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
                handle(request, std::move(responder));
            });
    }

    ~Core() override { m_waiting.clear(); }

    quint16 listen()
    {
        if (!m_guard->listen(QHostAddress(QHostAddress::LocalHost), 0)
            || !http::qtcompat::bind(m_server, m_guard))
            qFatal("The guard does not listen");
        return m_guard->serverPort();
    }

    http::GuardServer &guard() { return *m_guard; }

    void release()
    {
        std::vector<QHttpServerResponder> waiting;
        waiting.swap(m_waiting);
        m_owner.m_waiting = 0;
        for (auto it = waiting.rbegin(); it != waiting.rend(); ++it)
            write(*it, QByteArrayLiteral("late"));
    }

private:
    static void write(QHttpServerResponder &responder, const QByteArray &body)
    {
        const QList<std::pair<QByteArray, QByteArray>> headers{
            {QByteArrayLiteral("Content-Type"), QByteArrayLiteral("text/plain")}};
        http::qtcompat::write(responder, 200, headers, body);
    }

    void handle(const QHttpServerRequest &request, QHttpServerResponder &&responder)
    {
        const auto parsed = m_guard->take(request.url().path().mid(1).toULongLong());
        if (!parsed)
            qFatal("A request without the guard's");
        ++m_owner.m_handled;
        if (parsed->target.startsWith("/later")) {
            m_waiting.push_back(std::move(responder));
            ++m_owner.m_waiting;
        } else if (parsed->target == "/big") {
            write(responder, QByteArray(8 * 1024 * 1024, 'b'));
        } else {
            write(responder,
                  parsed->method + ' ' + parsed->target + ' ' + parsed->contentType + ' '
                      + (parsed->body.size() > 200 ? QByteArray::number(parsed->body.size()) : parsed->body));
        }
    }

    GuardedServer &m_owner;
    std::vector<QHttpServerResponder> m_waiting;
    QHttpServer m_server;
    http::GuardServer *m_guard;
};

GuardedServer::GuardedServer(http::HttpLimits limits)
{
    std::promise<Core *> started;
    auto core = started.get_future();
    m_thread.reset(QThread::create([&started, &limits, this] {
        Core mine(*this, std::move(limits));
        QEventLoop loop;
        QObject::connect(&mine.guard(), &http::GuardServer::allClosed, &loop, &QEventLoop::quit);
        m_port = mine.listen();
        started.set_value(&mine);
        loop.exec();
    }));
    m_thread->start();
    m_core = core.get();
}

GuardedServer::~GuardedServer()
{
    shutDown();
}

int GuardedServer::connections() const
{
    int count = 0;
    QMetaObject::invokeMethod(
        m_core, [&] { count = static_cast<int>(m_core->guard().connectionCount()); },
        Qt::BlockingQueuedConnection);
    return count;
}

void GuardedServer::release()
{
    QMetaObject::invokeMethod(
        m_core, [this] { m_core->release(); }, Qt::BlockingQueuedConnection);
}

void GuardedServer::shutDown()
{
    if (!m_thread)
        return;
    QMetaObject::invokeMethod(
        m_core,
        [this] {
            m_core->release();
            m_core->guard().shutDown();
        },
        Qt::QueuedConnection);
    m_thread->wait();
    m_thread.reset();
}

} // namespace tallyman::test
