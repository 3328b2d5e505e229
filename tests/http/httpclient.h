// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/programs.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTcpSocket>

#include <optional>

namespace tallyman::test {

/// A connection that stays open: for several requests, or for half of one. Blocking.
class HttpClient {
public:
    explicit HttpClient(quint16 port);

    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    /// Sends and flushes these bytes.
    void send(const QByteArray &bytes);
    /// The next answer; of status 0 where none comes. `hasBody` is false for the answer to HEAD.
    [[nodiscard]] HttpAnswer read(bool hasBody = true);
    /// Whether the server closes the connection, within ten seconds.
    [[nodiscard]] bool waitForClose();
    /// Leaves without a word: a reset rather than an orderly end.
    void abort();

private:
    [[nodiscard]] bool fill(qsizetype atLeast);

    QTcpSocket m_socket;
    QByteArray m_received;
};

/// The value of a field of an answer's head; nothing where it is not there.
[[nodiscard]] std::optional<QByteArray> field(const HttpAnswer &answer, const QByteArray &name);

/// The object that an answer's body holds; empty where it holds none.
[[nodiscard]] QJsonObject object(const HttpAnswer &answer);

/// The names and kinds of an object's members, as `count:integer jobs:array name:string`; fractions are
/// `number`. What is compared with CONTRACT is a whole shape.
[[nodiscard]] QString shape(const QJsonObject &object);

/// A multipart/form-data body with one file in it, and the Content-Type for it.
[[nodiscard]] QByteArray formBody(const QByteArray &field, const QByteArray &fileName,
                                  const QByteArray &content);
inline const QByteArray formType = QByteArrayLiteral("multipart/form-data; boundary=XXboundaryXX");

/// A short tone as a WAV file.
[[nodiscard]] QByteArray waveFile();

} // namespace tallyman::test
