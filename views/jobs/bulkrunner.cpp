// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/bulkrunner.h"

#include "views/dialogs/question.h"
#include "views/format.h"
#include "views/messagebar.h"
#include "views/workbar.h"

namespace tallyman {

BulkRunner::BulkRunner(JobStore &store, WorkBar &work, MessageBar &notice, QWidget *window)
    : QObject(window)
    , m_bulk(store)
    , m_work(work)
    , m_notice(notice)
    , m_window(window)
{
    connect(&m_work, &WorkBar::cancelled, &m_bulk, &BulkChange::cancel);
    connect(&m_notice, &MessageBar::acted, this, [this] {
        if (canUndo() && !isBusy())
            undo();
    });
    connect(&m_bulk, &BulkChange::progressed, this,
            [this](const BulkProgress &progress) { m_work.setProgress(progress.done, progress.of); });
    connect(&m_bulk, &BulkChange::found, this, [this](const JobChoice &jobs) {
        m_work.end();
        ask(jobs);
        emit changed();
    });
    connect(&m_bulk, &BulkChange::notFound, this, &BulkRunner::showNotFound);
    connect(&m_bulk, &BulkChange::finished, this, &BulkRunner::finish);
}

void BulkRunner::run(JobDeed deed, const QString &text, const JobChoice &jobs)
{
    m_order = {deed, text, false};
    ask(jobs);
    emit changed();
}

void BulkRunner::runOnAll(JobDeed deed, const QString &text, const JobFilter &query)
{
    m_order = {deed, text, true};
    JobFilter filter = query;
    if (const auto states = jobdeed::possibleFrom(deed); !states.isEmpty())
        filter.addStatuses(states);
    m_notice.hide();
    m_work.begin(tr("Counting jobs"));
    m_bulk.find(filter);
    emit changed();
}

void BulkRunner::ask(const JobChoice &jobs)
{
    const qint64 count = jobs.size();
    const bool undoable = jobdeed::canBeUndone(m_order.deed);
    if (count == 0) {
        m_notice.showMessage(tr("None of the jobs that match is in a state that allows it."), {}, false);
        return;
    }
    if (count <= withoutQuestion && (undoable || !m_order.onAll)) {
        start(jobs);
        return;
    }
    m_asking = true;
    const QString order = jobdeed::order(m_order.deed, count);
    auto *question = new Question(tr("%1?", "Delete 3 jobs").arg(order),
                                  undoable ? tr("Undo brings them back as long as this window is open.")
                                           : tr("This cannot be undone."),
                                  order, m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::finished, this, [this, jobs](int result) {
        m_asking = false;
        if (result == QDialog::Accepted)
            start(jobs);
        emit changed();
    });
    question->open();
}

void BulkRunner::start(const JobChoice &jobs)
{
    m_undoing = false;
    m_notice.hide();
    m_work.begin(jobdeed::doing(m_order.deed));
    if (m_order.deed == JobDeed::Delete)
        m_bulk.start(jobs, {BulkAction::Kind::Delete, {}, ++m_lastDeletion});
    else
        m_bulk.start(jobs, {BulkAction::Kind::Update, jobdeed::update(m_order.deed, m_order.text), 0});
}

void BulkRunner::undo()
{
    m_undoing = true;
    m_notice.hide();
    m_work.begin(tr("Putting deleted jobs back"));
    m_bulk.putBack(m_deletions.constLast().number, m_deletions.constLast().count);
    emit changed();
}

void BulkRunner::showNotFound(const std::optional<StoreError> &error)
{
    m_work.end();
    if (error)
        m_notice.showMessage(error->message, error->detail, false);
    emit changed();
}

void BulkRunner::finish(const BulkOutcome &outcome)
{
    m_work.end();
    if (m_undoing)
        finishUndo(outcome);
    else
        finishOrder(outcome);
    emit changed();
}

void BulkRunner::finishOrder(const BulkOutcome &outcome)
{
    const bool deleted = m_order.deed == JobDeed::Delete && outcome.jobs.changed > 0;
    if (deleted)
        m_deletions.append({m_lastDeletion, outcome.jobs.changed});
    // What a few jobs have become is seen in the table.
    const bool plain = outcome.jobs.changed == outcome.of && outcome.of <= withoutQuestion && !m_order.onAll;
    if (plain && !deleted)
        return;
    m_notice.showMessage(summary(jobdeed::done(m_order.deed, outcome.jobs.changed), outcome),
                         outcome.error ? outcome.error->detail : QString(), deleted);
}

void BulkRunner::finishUndo(const BulkOutcome &outcome)
{
    Deletion &undone = m_deletions.last();
    undone.count -= outcome.jobs.total();
    if (undone.count <= 0 || !(outcome.cancelled || outcome.error))
        m_deletions.removeLast();
    if (outcome.jobs.changed == outcome.of && outcome.of <= withoutQuestion)
        return;
    m_notice.showMessage(
        summary(tr("%1 put back", "3 jobs").arg(jobCountText(outcome.jobs.changed)), outcome),
        outcome.error ? outcome.error->detail : QString(), outcome.cancelled);
}

QString BulkRunner::summary(const QString &done, const BulkOutcome &outcome)
{
    QStringList sentences;
    if (outcome.error)
        sentences << outcome.error->message;
    if (outcome.cancelled)
        sentences << tr("Stopped after %1 of %2.")
                         .arg(format::count(outcome.jobs.total()), jobCountText(outcome.of));
    sentences << tr("%1.", "3 jobs cancelled").arg(done);
    if (outcome.jobs.refused > 0)
        sentences << tr("%1 refused: %2", "3 jobs; the reason for the first")
                         .arg(jobCountText(outcome.jobs.refused), outcome.jobs.firstReason);
    if (outcome.jobs.gone > 0)
        sentences << tr("%1 gone already.", "3 jobs").arg(jobCountText(outcome.jobs.gone));
    return sentences.join(u' ');
}

} // namespace tallyman
