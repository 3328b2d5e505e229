// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace tallyman {

/// Turns SIGTERM and SIGINT into a Qt signal, for as long as it lives. A second SIGINT ends the program at
/// once: whoever presses Ctrl-C twice does not want to wait. One at a time.
class SignalWatcher : public QObject {
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

signals:
    /// The system or the user asks the program to end. In the thread of the watcher, and also for a signal
    /// that came before the event loop ran.
    void endRequested();

private:
    void drain();

    QSocketNotifier *m_notifier = nullptr;
};

} // namespace tallyman
