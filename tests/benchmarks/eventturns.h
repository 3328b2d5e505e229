// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include <chrono>

namespace tallyman::bench {

/// Times each turn of the event loop of the thread that it is made in: from when it wakes up to when it has
/// nothing left to do. By the clock, and by what the thread itself computed, which other programs on a busy
/// machine do not lengthen.
class EventTurns : public QObject {
    Q_OBJECT

public:
    explicit EventTurns(QObject *parent = nullptr);

    /// Milliseconds.
    [[nodiscard]] const QList<double> &wall() const { return m_wall; }
    [[nodiscard]] const QList<double> &computed() const { return m_computed; }
    void clear();

private:
    void begin();
    void end();

    QList<double> m_wall;
    QList<double> m_computed;
    std::chrono::steady_clock::time_point m_since;
    double m_computedBefore = 0.0;
    bool m_running = false;
};

/// What the process has computed so far, in all its threads; seconds.
[[nodiscard]] double processSeconds();

/// The value below which that share of the samples is; -1 where there is none.
[[nodiscard]] double percentile(QList<double> samples, double share);

/// A line of /proc/self/status in MB, such as `VmRSS`.
[[nodiscard]] double memoryMegabytes(const char *line);

} // namespace tallyman::bench
