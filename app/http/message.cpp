// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/message.h"

#include "app/http/httpstatus.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tallyman::http {

Surface surfaceOf(QByteArrayView target)
{
    const QByteArrayView prefix("/api/v1");
    if (!target.startsWith(prefix))
        return Surface::Songmap;
    const QByteArrayView rest = target.sliced(prefix.size());
    return rest.isEmpty() || rest.startsWith('/') || rest.startsWith('?') ? Surface::V1 : Surface::Songmap;
}

Response errorResponse(Surface surface, int status, const QString &detail, const QString &field)
{
    Response response;
    response.status = status;
    QJsonObject body{{QStringLiteral("detail"), detail}};
    if (surface == Surface::V1) {
        response.contentType = QByteArrayLiteral("application/problem+json");
        body.insert(QStringLiteral("type"), QStringLiteral("about:blank"));
        body.insert(QStringLiteral("title"), QString::fromLatin1(reasonPhrase(status)));
        body.insert(QStringLiteral("status"), status);
        if (!field.isEmpty())
            body.insert(QStringLiteral("field"), field);
    }
    response.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return response;
}

Response errorResponse(Surface surface, const StoreError &error)
{
    Response response = errorResponse(surface, httpStatus(error.code), error.message, error.field);
    if (isPassing(error.code))
        response.headers.append({QByteArrayLiteral("Retry-After"), QByteArrayLiteral("1")});
    return response;
}

} // namespace tallyman::http
