// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/message.h"

#include <QByteArray>

#include <optional>

namespace tallyman::http {

/// How an answer goes out.
struct WireOptions {
    bool keepAlive = true; ///< whether the connection goes on after it
    bool withBody = true; ///< false for the answer to HEAD: its head says the length, and no body follows
};

/// An answer of our own as the bytes of HTTP/1.1.
[[nodiscard]] QByteArray toWire(const Response &response, const WireOptions &options);

/// Collects an answer that QHttpServer writes in pieces, and gives it the fields that every answer has.
class WireAnswer {
public:
    /// True once the answer is complete; whatever comes after that is dropped.
    [[nodiscard]] bool append(const char *bytes, qint64 count);

    /// The answer as it goes out. Only once, when complete.
    [[nodiscard]] QByteArray take(const WireOptions &options);

private:
    void readHead();

    QByteArray m_bytes;
    qsizetype m_headEnd = -1; ///< where the body starts; -1 until it is known
    qsizetype m_length = 0; ///< of the body
};

} // namespace tallyman::http
