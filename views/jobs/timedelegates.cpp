// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/timedelegates.h"

#include "models/jobtablemodel.h"
#include "views/format.h"

namespace tallyman {

namespace {

// The column's own value; nothing while the row is being read, or where the job has no such time.
QDateTime timeOf(const QModelIndex &index)
{
    const auto time = timestampFromIsoText(index.data(Qt::EditRole).toString().toLatin1());
    return time ? format::dateTime(*time) : QDateTime();
}

} // namespace

TimeDelegate::TimeDelegate(const Clock &clock, JobTableView *view)
    : JobDelegate(Emphasis::Secondary, Qt::AlignLeft, view)
    , m_clock(clock)
{
}

QString TimeDelegate::text(const QModelIndex &index) const
{
    return format::relativeTime(timeOf(index), m_clock.now());
}

QString TimeDelegate::toolTip(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return format::exactTime(timeOf(index));
}

DurationDelegate::DurationDelegate(JobTableView *view)
    : JobDelegate(Emphasis::Secondary, Qt::AlignRight, view)
{
}

QString DurationDelegate::text(const QModelIndex &index) const
{
    const QVariant duration = index.data(Qt::EditRole);
    if (!duration.isValid())
        return {};
    return format::duration(std::chrono::milliseconds{duration.toLongLong()});
}

QString DurationDelegate::toolTip(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (static_cast<const JobTableModel *>(index.model())->columnName(index.column())
        != QLatin1StringView("duration"))
        return JobDelegate::toolTip(option, index);
    const QDateTime started = index.data(JobTableModel::StartedAtRole).toDateTime();
    const QDateTime ended = index.data(JobTableModel::CompletedAtRole).toDateTime();
    if (!started.isValid())
        return {};
    if (!ended.isValid())
        return tr("Running since\n%1").arg(format::exactTime(started));
    return tr("Started\n%1\nEnded\n%2").arg(format::exactTime(started), format::exactTime(ended));
}

} // namespace tallyman
