// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/timelinepage.h"

#include "views/details/ownshortcuts.h"
#include "views/details/statusbadge.h"
#include "views/format.h"
#include "views/plaintooltip.h"
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
    header()->setSectionResizeMode(QHeaderView::Stretch);

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
    if (m_created != job.createdAt || m_events != events) {
        m_created = job.createdAt;
        m_events = events;
        fill();
    }
    updateTimes(now);
}

void TimelinePage::fill()
{
    const int down = verticalScrollBar()->value();
    clear();
    for (auto event = m_events.crbegin(); event != m_events.crend(); ++event)
        addEvent(*event);
    if (m_created) {
        auto *item = new QTreeWidgetItem(this);
        item->setData(When, timeRole, qint64{m_created->time_since_epoch().count()});
        item->setText(To, tr("Created"));
    }
    expandAll();
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(down);
}

void TimelinePage::addEvent(const JobEvent &event)
{
    auto *item = new QTreeWidgetItem(this);
    item->setData(When, timeRole, qint64{event.at.time_since_epoch().count()});
    for (const auto &[column, status] : {std::pair(From, event.from), std::pair(To, event.to)}) {
        item->setText(column, statusText(status));
        item->setIcon(column, statusIcon(status, *this));
    }
    if (event.error.isEmpty())
        return;
    auto *error = new QTreeWidgetItem(item);
    error->setText(When, firstLine(event.error));
    error->setToolTip(When, plainToolTip(event.error.left(2000)));
    error->setForeground(When, statusColour(JobStatus::Failed, isDark(palette())));
    error->setFirstColumnSpanned(true);
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
        item->setToolTip(When, plainToolTip(format::exactTime(moment)));
    }
}

void TimelinePage::copySelected() const
{
    QTreeWidgetItem *item = currentItem();
    if (!item)
        return;
    const int row = indexOfTopLevelItem(item->parent() ? item->parent() : item);
    if (item->parent()) {
        QApplication::clipboard()->setText(m_events.at(m_events.size() - 1 - row).error);
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
