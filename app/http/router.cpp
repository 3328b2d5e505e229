// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/router.h"

#include <QCoreApplication>
#include <QLoggingCategory>

#include <algorithm>
#include <exception>
#include <optional>

namespace tallyman::http {

namespace {

Q_LOGGING_CATEGORY(lcRouter, "tallyman.http")

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(HttpRouter)
};

constexpr QStringView placeholder = u"{}";

// The path's segments, decoded; nothing where one is not valid UTF-8, which no route's path is.
std::optional<QStringList> segmentsOf(const QByteArray &path)
{
    QStringList segments;
    for (const QByteArray &part : path.sliced(1).split('/')) {
        const QByteArray text = QByteArray::fromPercentEncoding(part);
        if (!QUtf8StringView(text).isValidUtf8())
            return {};
        segments << QString::fromUtf8(text);
    }
    return segments;
}

qsizetype fixedSegments(const QStringList &pattern)
{
    return std::count_if(pattern.begin(), pattern.end(), [](const QString &s) { return s != placeholder; });
}

bool matches(const QStringList &pattern, const QStringList &path)
{
    return std::equal(pattern.begin(), pattern.end(), path.begin(), path.end(),
                      [](const QString &wanted, const QString &given) {
                          return wanted == placeholder ? !given.isEmpty() : wanted == given;
                      });
}

} // namespace

void Router::add(const QByteArray &method, const QByteArray &pattern, Handler handler)
{
    QStringList segments = QString::fromLatin1(pattern).sliced(1).split(QLatin1Char('/'));
    for (QString &segment : segments) {
        if (segment.startsWith(QLatin1Char('{')))
            segment = placeholder.toString();
    }
    m_routes.push_back({method, segments, std::move(handler)});
}

// The routes of the pattern that fits best: all its methods, and no other pattern's.
std::vector<const Router::Route *> Router::matching(const QStringList &path) const
{
    std::vector<const Route *> found;
    for (const Route &route : m_routes) {
        if (!matches(route.pattern, path))
            continue;
        if (!found.empty()) {
            const qsizetype best = fixedSegments(found.front()->pattern);
            const qsizetype mine = fixedSegments(route.pattern);
            if (mine < best)
                continue;
            if (mine > best)
                found.clear();
        }
        found.push_back(&route);
    }
    return found;
}

void Router::dispatch(Request request, Reply reply) const
{
    const auto path = segmentsOf(request.path);
    const auto routes = path ? matching(*path) : std::vector<const Route *>();
    if (routes.empty()) {
        reply.sendError(404,
                        Tr::tr("There is nothing at %1.").arg(QString::fromLatin1(request.path.left(200))));
        return;
    }
    const auto route = std::find_if(routes.begin(), routes.end(),
                                    [&request](const Route *r) { return r->method == request.method; });
    if (route == routes.end()) {
        QByteArrayList allowed;
        for (const Route *other : routes)
            allowed << other->method;
        if (allowed.contains("GET"))
            allowed << QByteArrayLiteral("HEAD");
        Response response = errorResponse(
            reply.surface(), 405,
            Tr::tr("%1 takes no %2.")
                .arg(QString::fromLatin1(request.path.left(200)), QString::fromLatin1(request.method)));
        response.headers.append({QByteArrayLiteral("Allow"), allowed.join(", ")});
        reply.send(std::move(response));
        return;
    }
    const qsizetype at = (*route)->pattern.indexOf(placeholder);
    if (at >= 0)
        request.parameter = path->at(at);
    try {
        (*route)->handler(std::move(request), std::move(reply));
    } catch (const std::exception &exception) {
        // The reply, destroyed on the way here, has told the client.
        qCCritical(lcRouter) << "A handler failed:" << exception.what();
    } catch (...) {
        qCCritical(lcRouter) << "A handler failed.";
    }
}

} // namespace tallyman::http
