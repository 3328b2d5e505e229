// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/timelinepage.h"

#include "views/details/ownshortcuts.h"
#include "views/details/rowdelegate.h"
#include "views/details/statusbadge.h"
#include "views/format.h"
#include "views/statuslook.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

namespace tallyman {

namespace {

enum Column { When, From, To };
constexpr int timeRole = Qt::UserRole; // qint64, milliseconds since 1970

QString firstLine(const QString &text)
{
    return text.section(u'\n', 0, 0);
}

} // namespace

TimelinePage::TimelinePage(QWidget *parent)
    : QTreeWidget(parent)
{
    setAccessibleName(tr("Timeline"));
    setHeaderLabels({tr("When"), tr("From"), tr("To")});
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(16);
    setUniformRowHeights(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setSectionResizeMode(QHeaderView::Stretch);
    header()->setFixedHeight(fontMetrics().height() + 10);
    new RowDelegate(this);

    auto *copy = new QAction(tr("&Copy"), this);
    copy->setShortcut(QKeySequence::Copy);
    connect(copy, &QAction::triggered, this, &TimelinePage::copySelected);
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    new OwnShortcuts(this);
}

void TimelinePage::showTimeline(const Job &job, const QList<JobEvent> &events, Timestamp now)
{
    m_now = now;
    if (m_created != job.createdAt || m_events != events || m_error != job.error) {
        m_created = job.createdAt;
        m_events = events;
        m_error = job.error;
        fill();
    }
    updateTimes(now);
}

void TimelinePage::fill()
{
    const int down = verticalScrollBar()->value();
    clear();
    for (qsizetype i = m_events.size() - 1; i >= 0; --i)
        addEvent(m_events.at(i), errorOf(i));
    if (m_created) {
        auto *item = new QTreeWidgetItem(this);
        item->setData(When, timeRole, qint64{m_created->time_since_epoch().count()});
        item->setText(To, tr("Created"));
    }
    expandAll();
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(down);
}

// The error with which that move ended an attempt: the move after it has kept it, unless it is the last.
QString TimelinePage::errorOf(qsizetype i) const
{
    if (m_events.at(i).to != JobStatus::Failed)
        return {};
    return i + 1 < m_events.size() ? m_events.at(i + 1).error : m_error;
}

void TimelinePage::addEvent(const JobEvent &event, const QString &error)
{
    auto *item = new QTreeWidgetItem(this);
    item->setData(When, timeRole, qint64{event.at.time_since_epoch().count()});
    for (const auto &[column, status] : {std::pair(From, event.from), std::pair(To, event.to)}) {
        item->setText(column, statusText(status));
        item->setIcon(column, statusIcon(status, *this));
    }
    if (error.isEmpty())
        return;
    auto *below = new QTreeWidgetItem(item);
    below->setText(When, firstLine(error));
    below->setToolTip(When, error);
    below->setForeground(When, statusColour(JobStatus::Failed, isDark(palette())));
    below->setFirstColumnSpanned(true);
}

void TimelinePage::updateTimes(Timestamp now)
{
    for (int row = 0; row < topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = topLevelItem(row);
        const Timestamp at{std::chrono::milliseconds{item->data(When, timeRole).toLongLong()}};
        const QDateTime moment = format::dateTime(at);
        const QString text = format::relativeTime(moment, now);
        if (item->text(When) == text)
            continue;
        item->setText(When, text);
        item->setToolTip(When, format::exactTime(moment));
    }
}

void TimelinePage::copySelected() const
{
    QTreeWidgetItem *item = currentItem();
    if (!item)
        return;
    const int row = indexOfTopLevelItem(item->parent() ? item->parent() : item);
    if (item->parent()) {
        QApplication::clipboard()->setText(errorOf(m_events.size() - 1 - row));
        return;
    }
    const Timestamp at{std::chrono::milliseconds{item->data(When, timeRole).toLongLong()}};
    QApplication::clipboard()->setText(
        QStringList({QString::fromLatin1(toIsoText(at)), item->text(From), item->text(To)}).join(u'\t'));
}

void TimelinePage::changeEvent(QEvent *event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        fill();
        updateTimes(m_now);
    }
}

} // namespace tallyman
