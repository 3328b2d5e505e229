// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobfilter.h"
#include "models/jobreader.h"
#include "views/jobs/bulkrunner.h"
#include "views/jobs/jobmenu.h"

#include <QTimer>

#include <optional>

namespace tallyman {

class JobTableModel;
class JobTableView;

/// What the actions on jobs do: on the jobs that are selected in the table, or on all that the query finds.
class JobActions : public QObject {
    Q_OBJECT

public:
    /// As many selected rows are looked at to see which actions make sense.
    static constexpr int rowsLookedAt = 100;

    struct Context {
        JobStore &store;
        JobTableModel &jobs;
        JobTableView &table;
        const Clock &clock;
        WorkBar &work;
        MessageBar &notice;
    };

    /// All of the context must outlive this. Dialogs belong to the window.
    JobActions(const Context &context, QWidget *window);
    ~JobActions() override;

    [[nodiscard]] JobMenu &menu() { return *m_menu; }

    /// The query that the table shows the jobs of.
    void setQuery(const JobFilter &query) { m_query = query; }
    /// Where the API is served; empty where it is not.
    void setApi(const QString &url);

private:
    void connectActions();
    void perform(JobDeed deed, bool onAll);
    void run(JobDeed deed, const QString &text, const JobChoice &jobs, bool onAll);
    void askForError(const JobChoice &jobs, bool onAll);
    void askForNote(const QString &note, const JobChoice &jobs, bool onAll);
    void copy(JobReader::Form form);
    void lookSoon();
    void look();
    void lookAtStates();

    Context m_context;
    QWidget *m_window;
    JobMenu *m_menu;
    BulkRunner *m_runner;
    JobReader m_reader;
    JobFilter m_query;
    QString m_api;
    QTimer m_look; // many changes of the table are one look
};

} // namespace tallyman
