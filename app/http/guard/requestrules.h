// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/guard/httplimits.h"
#include "app/http/guard/requestparser.h"

#include <QByteArrayView>

#include <optional>

namespace tallyman::http {

/// What the head of a request says that matters here.
struct RequestFacts {
    QByteArray method;
    QByteArray target;
    QByteArray contentType;
    QByteArray host;
    QByteArray expect;
    int hosts = 0; ///< how many Host fields
    int contentLengths = 0;
    int contentTypes = 0;
    bool http11 = true;
    bool hasTransferEncoding = false;
    bool hasBody = false;
    std::optional<quint64> contentLength;
};

/// Whether the request line may be answered: 501 for a method that we do not know, 414 for a target that is
/// too long, 400 for one that is not a path.
[[nodiscard]] std::optional<Refusal> checkRequestLine(const RequestFacts &facts, const HttpLimits &limits);

/// Whether the complete head may be answered: Host, framing, Expect, the type and size of the body.
[[nodiscard]] std::optional<Refusal> checkHead(const RequestFacts &facts, const HttpLimits &limits);

/// How long a body this request may have.
[[nodiscard]] qint64 bodyLimit(const RequestFacts &facts, const HttpLimits &limits);

/// The refusal of a body that is longer.
[[nodiscard]] Refusal bodyTooLong(qint64 limit);

/// Whether the Host field names this machine: `localhost`, `127.0.0.1` or `[::1]`, with a port or without.
/// Another name reaches us only if its owner points it here, which is how a web page gets at servers on the
/// visitor's own machine (DNS rebinding).
[[nodiscard]] bool isLoopbackHost(QByteArrayView host);

} // namespace tallyman::http
