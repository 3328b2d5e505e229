// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QTcpServer>
#include <QtGlobal>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

#include <utility>

/// The differences between Qt HTTP Server of Qt 6.4, a technical preview, and of 6.8 and later. No other
/// file asks for the version of Qt.
namespace tallyman::http::qtcompat {

/// Gives every request that has no route to `handler(const QHttpServerRequest &, QHttpServerResponder &&)`.
template<typename Handler>
void setCatchAll(QHttpServer &server, [[maybe_unused]] QObject *context, Handler handler)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    server.setMissingHandler(context,
                             [handler](const QHttpServerRequest &request, QHttpServerResponder &responder) {
                                 handler(request, std::move(responder));
                             });
#else
    server.setMissingHandler([handler](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        handler(request, std::move(responder));
    });
#endif
}

/// Lets the server take its connections from `listener`, which listens already and becomes its child.
[[nodiscard]] inline bool bind(QHttpServer &server, QTcpServer *listener)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    return server.bind(listener);
#else
    server.bind(listener);
    return listener->isListening();
#endif
}

/// Writes a complete answer; `headers` are pairs of QByteArray. Content-Length is added.
template<typename Headers>
void write(QHttpServerResponder &responder, int status, const Headers &headers, const QByteArray &body)
{
    const auto code = static_cast<QHttpServerResponder::StatusCode>(status);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QHttpHeaders fields;
    for (const auto &[name, value] : headers)
        fields.append(name, value);
    responder.write(body, fields, code);
#else
    responder.writeStatusLine(code);
    for (const auto &[name, value] : headers)
        responder.writeHeader(name, value);
    responder.writeHeader(QByteArrayLiteral("Content-Length"), QByteArray::number(body.size()));
    responder.writeBody(body);
#endif
}

} // namespace tallyman::http::qtcompat
