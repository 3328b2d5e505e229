// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QtGlobal>

#include <chrono>

namespace tallyman::http {

/// What the guard lets through. Every limit is there so that no client, by error or by intent, can take
/// memory, descriptors or time that others need.
struct HttpLimits {
    qsizetype head = 16 * 1024; ///< bytes of request line and fields together; beyond: 431
    qsizetype target = 4 * 1024; ///< bytes of the request target; beyond: 414
    int fields = 64; ///< header fields, and trailer fields as many; beyond: 431
    qint64 body = 1024 * 1024; ///< bytes of a body; beyond: 413
    qint64 upload = 256LL * 1024 * 1024; ///< bytes of a multipart body on an upload path; beyond: 413
    int connections = 256; ///< at a time; beyond: 503
    std::chrono::milliseconds headTime{5000}; ///< from a head's first byte to its last; beyond: 408
    std::chrono::milliseconds idleTime{30000}; ///< between requests, or with an answer not taken; then closed
    std::chrono::milliseconds bodyGrace{5000}; ///< after which a body's rate counts
    qint64 bodyRate = 16 * 1024; ///< bytes a second, over the whole body; slower: 408
    std::chrono::milliseconds lingerTime{
        2000}; ///< how long we wait for a client to close after the last answer
    QByteArrayList uploadPaths{QByteArrayLiteral("/api/analyze")}; ///< where multipart/form-data is posted
};

} // namespace tallyman::http
