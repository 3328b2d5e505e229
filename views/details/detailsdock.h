// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobdetailsloader.h"

#include <QDockWidget>
#include <QTimer>

#include <chrono>
#include <optional>

class QAction;
class QLabel;
class QStackedWidget;
class QTabWidget;

namespace tallyman {

class DetailsHeader;
class FactsPage;
class JobTableModel;
class JobTableView;
class JobTextPage;
class JsonPage;
class MessageBar;
class ResultsPage;
class SummaryPage;
class TimelinePage;

/// Everything about the job that is selected in the table, live; of several jobs what they come to together.
/// Reads in worker threads, and only while it can be seen.
class DetailsDock : public QDockWidget {
    Q_OBJECT

public:
    /// How long a selection must stand before its job is read.
    static constexpr std::chrono::milliseconds settleTime{80};

    enum class State {
        Nothing, ///< no job is selected
        One,
        Several,
        Gone, ///< the job that was shown has been deleted
    };

    /// Store, model, table and clock must outlive the dock.
    DetailsDock(JobStore &store, JobTableModel &jobs, JobTableView &table, const Clock &clock,
                QWidget *parent = nullptr);
    ~DetailsDock() override;

    /// What can be done with the jobs that are selected: buttons below the head. The actions say themselves
    /// whether they are possible.
    void setActions(const QList<QAction *> &actions);
    /// Opens the dock where it is closed, and gives it the focus.
    void openAndFocus();

    // For tests and screenshots.
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] DetailsHeader *header() const { return m_header; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    [[nodiscard]] FactsPage *facts() const { return m_facts; }
    [[nodiscard]] TimelinePage *timeline() const { return m_timeline; }
    [[nodiscard]] ResultsPage *results() const { return m_results; }
    [[nodiscard]] JsonPage *json() const { return m_json; }
    [[nodiscard]] JobTextPage *text() const { return m_text; }
    [[nodiscard]] SummaryPage *summary() const { return m_summary; }
    [[nodiscard]] MessageBar *problem() const { return m_problem; }
    /// What is said where there is no job to show.
    [[nodiscard]] QString sentence() const;

private:
    void setUpContent();
    void addTab(QWidget *page, QWidget *focus, const QString &title);
    void connectAll(JobTableModel &jobs);
    void settle();
    void readOne(qint64 seq);
    void sumUp(const QList<RowRange> &ranges, qint64 count);
    void take(const JobDetails &details);
    void setState(State state);
    void showProblem(const StoreError &error);
    void showCurrentPage();
    void tick();
    void leave();

    JobTableModel &m_jobs;
    JobTableView &m_table;
    const Clock &m_clock;
    JobDetailsLoader *m_loader;
    MessageBar *m_problem;
    DetailsHeader *m_header;
    QStackedWidget *m_pages;
    QLabel *m_sentence;
    QTabWidget *m_tabs;
    FactsPage *m_facts;
    TimelinePage *m_timeline;
    ResultsPage *m_results;
    JsonPage *m_json;
    JobTextPage *m_text;
    SummaryPage *m_summary;
    QTimer m_settle;
    QTimer m_tick; // relative times grow older

    State m_state = State::Nothing;
    std::optional<qint64> m_seq; // of the job that is read
    bool m_deselected = false; // m_seq is only read to see whether it is still there
    bool m_reading = false; // whether the loader follows the store
    qint64 m_count = 0; // of the jobs that are summed up
    std::optional<JobDetails> m_details; // shown
};

} // namespace tallyman
