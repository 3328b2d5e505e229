// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/timestamp.h"
#include "views/apistate.h"

#include <QMainWindow>

class QStackedWidget;

namespace tallyman {

struct StoreError;
class DetailsDock;
class DockFolding;
class EmptyPage;
class ExportTask;
class JobActions;
class JobStore;
class JobTableModel;
class JobTableView;
class MessageBar;
class SearchPart;
class StatisticsModel;
class StatisticsStrip;
class WindowActions;
class WindowStatus;
class WorkBar;
struct SearchModels;

/// How a user has arranged the window.
struct WindowLayout {
    QByteArray geometry;
    QByteArray state;
    QByteArray tableHeader;
};

/// The window: the statistics, the table of jobs or what to do where there is none, and the status bar.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// Store, models and clock must outlive the window. Starts the models.
    MainWindow(JobStore &store, JobTableModel &jobs, StatisticsModel &statistics, SearchModels &search,
               const Clock &clock, QWidget *parent = nullptr);
    ~MainWindow() override;

    void setApiState(const ApiState &state);

    [[nodiscard]] WindowLayout saveLayout() const;
    /// Leaves what is empty or does not fit as it is.
    void restoreLayout(const WindowLayout &layout);

    // For tests and screenshots.
    [[nodiscard]] JobTableView *table() const { return m_table; }
    [[nodiscard]] EmptyPage *emptyPage() const { return m_empty; }
    [[nodiscard]] SearchPart *search() const { return m_search; }
    [[nodiscard]] DetailsDock *details() const { return m_details; }
    [[nodiscard]] WindowStatus *status() const { return m_status; }
    [[nodiscard]] MessageBar *problem() const { return m_problem; }
    [[nodiscard]] MessageBar *notice() const { return m_notice; }
    [[nodiscard]] WorkBar *work() const { return m_work; }
    [[nodiscard]] bool showsTable() const;

signals:
    /// The user asks to try again to serve the API at its port, or at any that is free.
    void apiRetryRequested();
    void apiOtherPortRequested();
    /// The window is about to close.
    void closing();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void setUpPages();
    void setUpDetails();
    void connectActions();
    void connectModels(StatisticsModel &statistics);
    void showRightPage();
    void showCounts();
    void exportJobs();
    void showAbout();
    void showShortcuts();
    void showJobMenu(const QPoint &at);
    void updateExample();

    JobTableModel &m_jobs;
    StatisticsModel &m_statistics;
    QString m_database;
    ApiState m_api;
    bool m_everLoaded = false;
    WindowActions *m_actions;
    StatisticsStrip *m_strip;
    MessageBar *m_problem;
    QStackedWidget *m_pages;
    JobTableView *m_table;
    EmptyPage *m_empty;
    DetailsDock *m_details;
    DockFolding *m_folding;
    MessageBar *m_notice;
    WorkBar *m_work;
    JobActions *m_jobActions;
    ExportTask *m_exportTask;
    SearchPart *m_search = nullptr;
    WindowStatus *m_status = nullptr;
};

} // namespace tallyman
