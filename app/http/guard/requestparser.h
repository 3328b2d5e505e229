// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/guard/httplimits.h"

#include <QByteArray>
#include <QString>

#include <memory>

namespace tallyman::http {

/// Why a request is refused.
struct Refusal {
    int status = 400;
    QString detail; ///< translated
};

/// One request as it came in, checked.
struct ParsedRequest {
    QByteArray method; ///< one that we know: GET, HEAD, POST, PUT, PATCH, DELETE or OPTIONS
    QByteArray target; ///< in origin form: starts with a slash
    QByteArray contentType; ///< empty where none was sent
    QByteArray body;
};

/// Reads one request of a connection, strictly (RFC 9112). Boost.Beast does the reading; the rules that it
/// leaves to its user are added here.
class RequestParser {
public:
    enum class State {
        Head, ///< the head is not complete
        Body, ///< the head is in order, the body is not complete
        Complete,
        Refused, ///< see refusal(); nothing more can be read from this connection
    };

    /// `limits` must outlive the parser.
    explicit RequestParser(const HttpLimits &limits);
    ~RequestParser();

    /// Reads on, and tells how many of the bytes are used up; the rest must be given again, with more
    /// after them. Stops at the end of the request.
    [[nodiscard]] qsizetype feed(QByteArrayView bytes);

    /// Makes ready for the next request.
    void reset();

    [[nodiscard]] State state() const { return m_state; }
    /// Whether any byte of the request has come.
    [[nodiscard]] bool started() const;
    [[nodiscard]] const Refusal &refusal() const;

    // From State::Body on:
    [[nodiscard]] bool isHead() const;
    /// Whether the client wants the connection kept, and may have it kept.
    [[nodiscard]] bool keepAlive() const;
    /// Whether the client waits for `100 Continue` before it sends the body.
    [[nodiscard]] bool expectsContinue() const;

    /// How many bytes of the body have come.
    [[nodiscard]] qint64 bodyReceived() const;
    /// The target, as far as it is known; for the form of an error.
    [[nodiscard]] QByteArray target() const;
    /// The request; once, in State::Complete.
    [[nodiscard]] ParsedRequest take();

private:
    class Beast;

    void settle(qsizetype waiting);
    [[nodiscard]] Refusal tooLong() const;

    const HttpLimits &m_limits;
    std::unique_ptr<Beast> m_beast;
    State m_state = State::Head;
    qsizetype m_headBytes = 0;
};

} // namespace tallyman::http
