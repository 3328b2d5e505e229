// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/message.h"

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace tallyman::http {

class Reply;

/// The way back from whatever thread finished a request to the server's thread, which alone may write.
/// What the store's writer finishes in one transaction crosses over in one queued call.
class ReplyQueue : public std::enable_shared_from_this<ReplyQueue> {
public:
    using Task = std::function<void(Reply)>;
    using Writer = std::function<void(quint64 token, Response response)>;

    /// Made in the server's thread, in which `server` lives, and always owned by a shared_ptr. `write`
    /// answers the request of that token, and is called in that thread only.
    ReplyQueue(QObject *server, Writer write);

    /// Runs the task in the server's thread, soon, with the reply to that request. Any thread; nothing
    /// after close().
    void post(quint64 token, Surface surface, Task task);

    /// From now on nothing is run or written any more. In the server's thread.
    void close();

private:
    friend class Reply;

    struct Posted {
        quint64 token;
        Surface surface;
        Task task;
    };

    [[nodiscard]] bool inServerThread() const;
    void write(quint64 token, Response response);
    void drain();

    const Writer m_write;
    const Qt::HANDLE m_threadId;
    std::mutex m_mutex;
    QObject *m_server; ///< guarded by m_mutex; null once closed
    std::vector<Posted> m_posted; ///< guarded by m_mutex
};

/// The one answer that a request is owed; may be kept, and given from any thread. If it is destroyed
/// without one, as when a handler throws, the client is told of an internal error.
class Reply {
public:
    Reply(std::shared_ptr<ReplyQueue> queue, quint64 token, Surface surface);
    Reply(Reply &&other) noexcept = default;
    Reply &operator=(Reply &&other) = delete;
    Reply(const Reply &) = delete;
    Reply &operator=(const Reply &) = delete;
    ~Reply();

    [[nodiscard]] Surface surface() const { return m_surface; }

    /// Answers: at once in the server's thread, by its queue from another.
    void send(Response response);
    /// Answers with an error of this request's surface.
    void sendError(int status, const QString &detail, const QString &field = {});
    void sendError(const StoreError &error);

    /// Goes on in the server's thread, which then has the reply.
    void resume(ReplyQueue::Task task);

private:
    std::shared_ptr<ReplyQueue> m_queue; ///< null once answered, passed on or moved from
    quint64 m_token;
    Surface m_surface;
};

/// A completion for a write to the store: takes the result over to the server's thread, where `next` goes
/// on with it. The store's own thread does no more than that.
template<typename T, typename Next>
[[nodiscard]] std::function<void(Result<T>)> resuming(Reply reply, Next next)
{
    // std::function must be copyable, and a reply is not.
    auto kept = std::make_shared<Reply>(std::move(reply));
    return [kept, next = std::move(next)](Result<T> result) {
        auto shared = std::make_shared<const Result<T>>(std::move(result)); // nor is a job copied for it
        kept->resume([next, shared](Reply back) { next(std::move(back), *shared); });
    };
}

} // namespace tallyman::http
