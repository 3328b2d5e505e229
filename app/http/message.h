// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace tallyman::http {

/// Whose paths a request is on; decides the form of errors.
enum class Surface {
    Songmap, ///< CONTRACT, section 1, and everything that is not v1: `{"detail": "..."}`
    V1, ///< `/api/v1`: application/problem+json (RFC 9457)
};

/// The surface of a request target.
[[nodiscard]] Surface surfaceOf(QByteArrayView target);

/// A request as the handlers see it: checked by the guard, a plain value.
struct Request {
    QByteArray method; ///< upper case; a HEAD is a `GET` here
    QByteArray path; ///< as sent, percent-encoded; starts with a slash
    QByteArray query; ///< as sent, without the question mark
    QByteArray contentType; ///< empty where none was sent
    QByteArray body;
    QString parameter; ///< what stands for `{id}` in the route's pattern, percent-decoded
};

/// An answer.
struct Response {
    int status = 200;
    QByteArray contentType = QByteArrayLiteral("application/json");
    QByteArray body{};
    QList<std::pair<QByteArray, QByteArray>> headers{}; ///< further ones; not Content-Length or Connection
};

/// The answer to a request that cannot be granted. `detail` is for people and translated; `field` is the
/// API name of the field or parameter at fault, where there is one.
[[nodiscard]] Response errorResponse(Surface surface, int status, const QString &detail,
                                     const QString &field = {});

/// The same for an error of the store.
[[nodiscard]] Response errorResponse(Surface surface, const StoreError &error);

} // namespace tallyman::http
