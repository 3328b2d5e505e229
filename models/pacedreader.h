// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <functional>

namespace tallyman {

/// Reads what somebody looks at, in a thread of its own: one reading at a time; a new wish ends the one
/// before it and drops its answer; a reading that is repeated since the store has changed leaves a pause
/// of ten times what it takes, so that it never keeps a processor busy.
class PacedReader : public QObject {
    Q_OBJECT

public:
    /// What a reading has of the thread that it runs for.
    class Reading {
    public:
        /// Whether nobody wants its answer any more.
        [[nodiscard]] bool cancelled() const { return m_reader.m_generation != m_generation; }
        /// Calls that in the reader's own thread, in the order of the calls, if the answer is still wanted.
        void post(std::function<void()> answer) const;

    private:
        friend class PacedReader;
        Reading(PacedReader &reader, quint64 generation)
            : m_reader(reader)
            , m_generation(generation)
        {
        }

        PacedReader &m_reader;
        quint64 m_generation;
    };
    using Work = std::function<void(const Reading &)>;

    /// The shortest pause before the same is read again.
    static constexpr std::chrono::milliseconds interval{200};

    explicit PacedReader(QObject *parent = nullptr);
    /// Waits for the reading under way to notice that it is cancelled.
    ~PacedReader() override;

    /// Reads that from now on, at once. `prepare` is called in the calling thread before each reading and
    /// gives what is to be done in the other one.
    void start(std::function<Work()> prepare);
    /// Reads nothing any more.
    void stop();
    /// Reads the same again, soon.
    void refresh();

private:
    void run();
    void ended(quint64 generation, std::chrono::milliseconds took);

    std::function<Work()> m_prepare;
    std::atomic<quint64> m_generation = 0;
    QThreadPool m_pool; // of one thread
    QTimer m_pause;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace tallyman
