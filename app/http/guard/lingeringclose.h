// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <chrono>

namespace tallyman::http {

/// Ends a connection so that the client can read the last answer: says that no more will come, and reads
/// and drops what the client still sends until it closes. Closing at once, with something unread, would
/// make the kernel reset the connection, and the answer could be lost on its way (RFC 9112, section 9.6).
/// Deletes itself when done.
class LingeringClose final : public QObject {
    Q_OBJECT

public:
    /// Takes the descriptor over.
    LingeringClose(int descriptor, std::chrono::milliseconds atMost, QObject *parent);
    ~LingeringClose() override;

private:
    void drop();

    const int m_descriptor;
    QSocketNotifier m_notifier;
    qint64 m_dropped = 0;
};

} // namespace tallyman::http
