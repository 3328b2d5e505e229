// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/guard/requestparser.h"
#include "app/http/guard/wireanswer.h"

#include <QSocketNotifier>
#include <QTcpSocket>

#include <chrono>

namespace tallyman::http {

class GuardServer;

/// One connection, and what QHttpServer takes for its socket. It owns the descriptor; QHttpServer reads from
/// it one request of our own writing at a time, and what QHttpServer writes is collected, completed and
/// sent. Requests and answers take turns: while a request is being handled nothing is read, so that a client
/// that sends ahead waits in its own kernel's buffer.
///
/// While a request is being handled the socket stays connected in QHttpServer's eyes, whatever the client
/// does: QHttpServer 6.4 deletes a socket that disconnects although its responder, kept for later, still
/// points to it. That the client has gone comes out when the answer is sent.
class GuardSocket final : public QTcpSocket {
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    /// Takes the descriptor over.
    GuardSocket(int descriptor, GuardServer *server);
    ~GuardSocket() override;

    /// Closes the connection if it has waited too long for something.
    void checkTime(Clock::time_point now);
    /// Closes the connection if it is idle, or else after its next answer.
    void shutDown();
    /// The server is going; from now on nothing is told to it.
    void detach();

    // What QHttpServer calls.
    [[nodiscard]] qint64 bytesAvailable() const override;
    void close() override;
    void disconnectFromHost() override;
    bool waitForReadyRead(int) override { return false; }
    bool waitForBytesWritten(int) override { return false; }
    bool waitForDisconnected(int) override { return false; }

protected:
    qint64 readData(char *into, qint64 atMost) override;
    qint64 writeData(const char *bytes, qint64 count) override;

private:
    enum class State {
        Reading, ///< waits for a request, or for the rest of one
        Handling, ///< QHttpServer has a request and owes the answer
        Sending, ///< the answer goes out
        Closed, ///< the descriptor is gone; QHttpServer is told as soon as we are back in the event loop
    };

    void receive();
    void advance();
    void handOver();
    void refuse(const Refusal &refusal);
    void answer(QByteArray bytes);
    void send();
    void sent();
    void nextRequest();
    void closeDescriptor();
    void closed();
    void announceClosed();

    GuardServer *m_server; ///< null once detached or closed
    int m_descriptor;
    QSocketNotifier m_readable;
    QSocketNotifier m_writable;
    State m_state = State::Reading;
    bool m_keep = true; ///< whether the connection goes on after the next answer
    bool m_isHead = false; ///< whether the request being handled is a HEAD

    RequestParser m_parser;
    QByteArray m_in; ///< received, not yet read by the parser
    QByteArray m_forServer; ///< what QHttpServer has still to read
    WireAnswer m_answer; ///< what QHttpServer has written so far
    QByteArray m_out; ///< to be sent
    qsizetype m_outSent = 0;

    Clock::time_point m_waitingSince; ///< for a first byte, or for the client to take more of an answer
    Clock::time_point m_headSince;
    Clock::time_point m_bodySince;
};

} // namespace tallyman::http
