// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/bulkchange.h"
#include "views/jobs/jobdeed.h"

#include <QObject>

#include <functional>

namespace tallyman {

class MessageBar;
class WorkBar;

/// Does to jobs what a person asks for, and shows it: asks first where there is no way back or the jobs are
/// very many, shows how far it is, tells what became of it, and keeps the deletions that can be undone. One
/// thing at a time.
class BulkRunner : public QObject {
    Q_OBJECT

public:
    /// More jobs than this are not deleted or changed without a question.
    static constexpr qint64 withoutQuestion = 1000;

    /// The store must outlive this, and so must the bars, which this has for itself. `notice` offers the
    /// undo.
    BulkRunner(JobStore &store, WorkBar &work, MessageBar &notice, QWidget *window);

    [[nodiscard]] bool isBusy() const { return m_bulk.isBusy() || m_asking; }
    /// Not while busy; nor are the next ones. `text` as in jobdeed::update().
    void run(JobDeed deed, const QString &text, const JobChoice &jobs);
    /// On all jobs of a query whose state allows it; always asks, unless it can be undone.
    void runOnAll(JobDeed deed, const QString &text, const JobFilter &query);
    /// Undoes the last deletion that has not been undone yet.
    void undo();
    [[nodiscard]] bool canUndo() const { return !m_deletions.isEmpty(); }
    /// How many jobs undo() brings back.
    [[nodiscard]] qint64 undoCount() const { return canUndo() ? m_deletions.constLast().count : 0; }

signals:
    /// Busy, or what can be undone, is other than before.
    void changed();

private:
    struct Order {
        JobDeed deed = JobDeed::Cancel;
        QString text;
        bool onAll = false;
    };
    struct Deletion {
        qint64 number = 0;
        qint64 count = 0;
    };

    void ask(const JobChoice &jobs);
    void start(const JobChoice &jobs);
    void showNotFound(const std::optional<StoreError> &error);
    void finish(const BulkOutcome &outcome);
    void finishOrder(const BulkOutcome &outcome);
    void finishUndo(const BulkOutcome &outcome);
    /// What became of it, after the sentence that says how many there are.
    [[nodiscard]] static QString summary(const QString &done, const BulkOutcome &outcome);

    BulkChange m_bulk;
    WorkBar &m_work;
    MessageBar &m_notice;
    QWidget *m_window;
    Order m_order; // the last one
    QList<Deletion> m_deletions; // the last one last
    qint64 m_lastDeletion = 0;
    bool m_asking = false;
    bool m_undoing = false;
};

} // namespace tallyman
