// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

namespace tallyman::bench {

/// An application that times each turn of the event loop of its thread: all that it does between waiting for
/// events and waiting for them again. By the clock, and by what the thread itself computed, which other
/// programs on a busy machine do not lengthen. A timer of some milliseconds says the same from outside.
class TimedApplication final : public QApplication {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds tick{4};

    struct Turns {
        QList<double> wall; ///< milliseconds
        QList<double> computed; ///< milliseconds
        QList<double> late; ///< how much later than it should the timer came, milliseconds
    };

    TimedApplication(int &argc, char **argv);

    bool notify(QObject *receiver, QEvent *event) override;

    /// From now on; what was before is forgotten.
    void start();
    [[nodiscard]] Turns stop();

private:
    void endTurn();

    Turns m_turns;
    bool m_timing = false;
    int m_depth = 0;
    double m_wall = 0.0; // of this turn so far
    double m_computed = 0.0;
    QTimer m_tick;
    QElapsedTimer m_sinceTick;
};

/// What the process has computed so far, in all its threads; seconds.
[[nodiscard]] double processSeconds();

/// The value below which that share of the samples is; -1 where there is none.
[[nodiscard]] double percentile(QList<double> samples, double share);

/// A line of /proc/self/status in MB, such as `VmRSS`.
[[nodiscard]] double memoryMegabytes(const char *line);

} // namespace tallyman::bench
