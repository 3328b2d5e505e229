// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace tallyman {

/// Says when jobs are to be counted anew: at once where something else is asked, and for changes of the store
/// no more often than is worth the work. What the counters of the store tell (cheap) is not held up by what
/// takes a walk over rows.
class CountRounds : public QObject {
    Q_OBJECT

public:
    enum class Round {
        Cheap, ///< only what isCountedInTotals()
        All,
    };

    /// At most one part in so many of the time is spent counting for changes of the store.
    static constexpr int share = 20;

    /// `interval`: the least time between two rounds for changes of the store. Begins nothing before it is
    /// active.
    explicit CountRounds(std::chrono::milliseconds interval, QObject *parent = nullptr);

    /// Whether anybody looks at the counts.
    void setActive(bool active);
    /// Something in the store has changed.
    void changed();
    /// Something else is to be counted.
    void restart();
    /// The round that was begun last took that long.
    void finished(qint64 milliseconds);

signals:
    /// A round is to be counted now; what is under way is to be dropped. finished() ends it.
    void begin(tallyman::CountRounds::Round round);
    /// Nobody looks any more: the round that was begun last is to be dropped.
    void dropped();

private:
    void beginIfDue();
    void start(Round round);

    std::chrono::milliseconds m_interval;
    QTimer m_pause; // between two rounds
    QTimer m_longPause; // between two that count everything
    bool m_active = false;
    bool m_counting = false;
    Round m_round = Round::All;
    bool m_cheapIsOld = true;
    bool m_allIsOld = true;
};

} // namespace tallyman
