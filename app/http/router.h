// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/message.h"
#include "app/http/reply.h"

#include <QByteArrayList>
#include <QStringList>

#include <functional>
#include <vector>

namespace tallyman::http {

/// Answers one request, now or later. May throw; the client then gets a 500.
using Handler = std::function<void(Request, Reply)>;

/// Which handler answers which request. A path is matched by its segments, each percent-decoded by
/// itself, so that an id may hold a slash (`%2F`). A fixed segment is preferred to `{id}`.
class Router {
public:
    /// `pattern`: `/api/jobs/{id}`; a segment in braces takes any text that is not empty.
    void add(const QByteArray &method, const QByteArray &pattern, Handler handler);

    /// Hands the request to its handler; answers 404 itself where there is none for the path, and 405
    /// with Allow where there is one, but for other methods.
    void dispatch(Request request, Reply reply) const;

private:
    struct Route {
        QByteArray method;
        QStringList pattern;
        Handler handler;
    };

    [[nodiscard]] std::vector<const Route *> matching(const QStringList &path) const;

    std::vector<Route> m_routes;
};

} // namespace tallyman::http
