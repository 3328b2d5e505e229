// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/signalwatcher.h"

#include <QSocketNotifier>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdint>

#include <sys/eventfd.h>
#include <unistd.h>

namespace tallyman {

namespace {

// A signal handler has no object to go to; this is all that it may know.
std::atomic<int> wakeDescriptor{-1};
static_assert(std::atomic<int>::is_always_lock_free);

void setAction(int signal, void (*handler)(int))
{
    struct sigaction action { };
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, nullptr);
}

// Runs in any thread at any moment: nothing here but what POSIX calls async-signal-safe.
extern "C" void onEndSignal(int)
{
    const int keptErrno = errno;
    setAction(SIGINT, SIG_DFL);
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(wakeDescriptor, &one, sizeof one);
    errno = keptErrno;
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    wakeDescriptor = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (wakeDescriptor < 0)
        return; // no descriptors left; the default actions still end the program
    m_notifier = new QSocketNotifier(wakeDescriptor, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &SignalWatcher::drain);
    setAction(SIGTERM, onEndSignal);
    setAction(SIGINT, onEndSignal);
}

SignalWatcher::~SignalWatcher()
{
    if (!m_notifier)
        return;
    setAction(SIGTERM, SIG_DFL);
    setAction(SIGINT, SIG_DFL);
    delete m_notifier;
    ::close(wakeDescriptor.exchange(-1));
}

void SignalWatcher::drain()
{
    std::uint64_t count = 0;
    if (::read(wakeDescriptor, &count, sizeof count) == sizeof count)
        emit endRequested();
}

} // namespace tallyman
