// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/guard/lingeringclose.h"

#include <QTimer>

#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace tallyman::http {

namespace {
constexpr qint64 dropLimit = 64LL * 1024 * 1024; // bytes; whoever sends more is not about to stop
}

LingeringClose::LingeringClose(int descriptor, std::chrono::milliseconds atMost, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_notifier(descriptor, QSocketNotifier::Read)
{
    ::shutdown(m_descriptor, SHUT_WR);
    connect(&m_notifier, &QSocketNotifier::activated, this, &LingeringClose::drop);
    QTimer::singleShot(atMost, this, &QObject::deleteLater);
}

LingeringClose::~LingeringClose()
{
    m_notifier.setEnabled(false);
    ::close(m_descriptor);
}

void LingeringClose::drop()
{
    char bytes[65536];
    const ssize_t count = ::recv(m_descriptor, bytes, sizeof bytes, MSG_DONTWAIT);
    if (count > 0)
        m_dropped += count;
    const bool again = count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
    if (again || (count > 0 && m_dropped < dropLimit))
        return;
    m_notifier.setEnabled(false);
    deleteLater();
}

} // namespace tallyman::http
