// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/reply.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QThread>

#include <exception>

namespace tallyman::http {

namespace {

Q_LOGGING_CATEGORY(lcReply, "tallyman.http")

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(HttpReply)
};

} // namespace

ReplyQueue::ReplyQueue(QObject *server, Writer write)
    : m_write(std::move(write))
    , m_threadId(QThread::currentThreadId())
    , m_server(server)
{
}

bool ReplyQueue::inServerThread() const
{
    return QThread::currentThreadId() == m_threadId;
}

void ReplyQueue::post(quint64 token, Surface surface, Task task)
{
    const std::lock_guard lock(m_mutex);
    if (!m_server)
        return;
    m_posted.push_back({token, surface, std::move(task)});
    // Whoever comes while a call is on its way joins it.
    if (m_posted.size() == 1)
        QMetaObject::invokeMethod(
            m_server, [self = shared_from_this()] { self->drain(); }, Qt::QueuedConnection);
}

void ReplyQueue::close()
{
    std::vector<Posted> dropped;
    const std::lock_guard lock(m_mutex);
    m_server = nullptr;
    dropped.swap(m_posted);
}

void ReplyQueue::write(quint64 token, Response response)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_server)
            return;
    }
    m_write(token, std::move(response));
}

void ReplyQueue::drain()
{
    std::vector<Posted> posted;
    {
        const std::lock_guard lock(m_mutex);
        posted.swap(m_posted);
    }
    for (Posted &one : posted) {
        try {
            one.task(Reply(shared_from_this(), one.token, one.surface));
        } catch (const std::exception &exception) {
            // The reply, destroyed on the way here, has told the client.
            qCCritical(lcReply) << "A handler failed:" << exception.what();
        } catch (...) {
            qCCritical(lcReply) << "A handler failed.";
        }
    }
}

Reply::Reply(std::shared_ptr<ReplyQueue> queue, quint64 token, Surface surface)
    : m_queue(std::move(queue))
    , m_token(token)
    , m_surface(surface)
{
}

Reply::~Reply()
{
    if (!m_queue)
        return;
    try {
        sendError(500,
                  Tr::tr("The request failed because of an internal error. The log of the server may "
                         "say more."));
    } catch (const std::exception &exception) {
        qCCritical(lcReply) << "A request could not be answered:" << exception.what();
    }
}

void Reply::send(Response response)
{
    const std::shared_ptr<ReplyQueue> queue = std::move(m_queue);
    m_queue.reset();
    if (!queue)
        return;
    if (queue->inServerThread()) {
        queue->write(m_token, std::move(response));
        return;
    }
    queue->post(m_token, m_surface, [response = std::move(response)](Reply back) { back.send(response); });
}

void Reply::sendError(int status, const QString &detail, const QString &field)
{
    send(errorResponse(m_surface, status, detail, field));
}

void Reply::sendError(const StoreError &error)
{
    send(errorResponse(m_surface, error));
}

void Reply::resume(ReplyQueue::Task task)
{
    const std::shared_ptr<ReplyQueue> queue = std::move(m_queue);
    m_queue.reset();
    if (queue)
        queue->post(m_token, m_surface, std::move(task));
}

} // namespace tallyman::http
