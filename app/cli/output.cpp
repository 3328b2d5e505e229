// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace tallyman::cli {

namespace {
constexpr qsizetype enoughForOneWrite = 65536; // bytes
}

Output::Output(int descriptor)
    : m_descriptor(descriptor)
{
}

Output::~Output()
{
    flush();
}

void Output::writeBytes(QByteArrayView text)
{
    m_pending.append(text);
    if (m_pending.size() >= enoughForOneWrite)
        flush();
}

bool Output::flush()
{
    const char *at = m_pending.constData();
    qsizetype left = m_pending.size();
    while (left > 0 && m_error == 0) {
        const ssize_t written = ::write(m_descriptor, at, static_cast<size_t>(left));
        if (written >= 0) {
            at += written;
            left -= written;
        } else if (errno != EINTR) {
            m_error = errno;
        }
    }
    m_pending.clear();
    return m_error == 0;
}

void secureStandardStreams()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF)
            continue;
        // open() gives the lowest free number, which is this one.
        const int flags = descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY;
        if (::open("/dev/null", flags) != descriptor)
            ::_exit(1);
    }
    std::signal(SIGPIPE, SIG_IGN); // NOLINT(cert-err33-c): cannot fail for SIGPIPE
}

} // namespace tallyman::cli
