// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablecolumns.h"

#include "models/domain/jobstatus.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSqlField>
#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace tallyman {

namespace {

struct Title {
    const char *column;
    const char *text;
};

// Columns that a later schema adds get their own name until they have a title here.
constexpr Title titles[] = {
    {"seq", QT_TRANSLATE_NOOP("JobTableColumns", "Number")},
    {"id", QT_TRANSLATE_NOOP("JobTableColumns", "ID")},
    {"name", QT_TRANSLATE_NOOP("JobTableColumns", "Name")},
    {"provider", QT_TRANSLATE_NOOP("JobTableColumns", "Provider")},
    {"user", QT_TRANSLATE_NOOP("JobTableColumns", "User")},
    {"status", QT_TRANSLATE_NOOP("JobTableColumns", "Status")},
    {"progress", QT_TRANSLATE_NOOP("JobTableColumns", "Progress")},
    {"total_items", QT_TRANSLATE_NOOP("JobTableColumns", "Items")},
    {"processed_items", QT_TRANSLATE_NOOP("JobTableColumns", "Items done")},
    {"retry_count", QT_TRANSLATE_NOOP("JobTableColumns", "Retries")},
    {"max_retries", QT_TRANSLATE_NOOP("JobTableColumns", "Retries allowed")},
    {"total_size", QT_TRANSLATE_NOOP("JobTableColumns", "Size")},
    {"files_count", QT_TRANSLATE_NOOP("JobTableColumns", "Files")},
    {"created_at", QT_TRANSLATE_NOOP("JobTableColumns", "Created")},
    {"queued_at", QT_TRANSLATE_NOOP("JobTableColumns", "Queued")},
    {"started_at", QT_TRANSLATE_NOOP("JobTableColumns", "Started")},
    {"completed_at", QT_TRANSLATE_NOOP("JobTableColumns", "Ended")},
    {"expires_at", QT_TRANSLATE_NOOP("JobTableColumns", "Expires")},
    {"heartbeat_at", QT_TRANSLATE_NOOP("JobTableColumns", "Last sign of life")},
    {"duration", QT_TRANSLATE_NOOP("JobTableColumns", "Duration")},
};

QVariant dateTime(std::optional<Timestamp> time)
{
    if (!time)
        return {};
    return QDateTime::fromMSecsSinceEpoch(time->time_since_epoch().count(), QTimeZone::utc());
}

} // namespace

JobTableColumns::JobTableColumns(const QSqlRecord &table)
    : m_id(table.indexOf(QLatin1StringView("id")))
    , m_name(table.indexOf(QLatin1StringView("name")))
    , m_status(table.indexOf(QLatin1StringView("status")))
    , m_progress(table.indexOf(QLatin1StringView("progress")))
    , m_totalItems(table.indexOf(QLatin1StringView("total_items")))
    , m_createdAt(table.indexOf(QLatin1StringView("created_at")))
    , m_startedAt(table.indexOf(QLatin1StringView("started_at")))
    , m_completedAt(table.indexOf(QLatin1StringView("completed_at")))
{
    for (int i = 0; i < table.count(); ++i) {
        m_names.append(table.fieldName(i));
        m_isText.append(table.field(i).metaType().id() == QMetaType::QString);
    }
}

QVariant JobTableColumns::value(const JobTableRow &row, Value value, Timestamp now) const
{
    switch (value) {
    case Value::Id:
        return row.values.value(m_id);
    case Value::Name:
        return row.values.value(m_name);
    case Value::Status:
        // The database's own rule (CHECK) lets no other word in.
        return QVariant::fromValue(
            jobStatusFromWord(row.values.value(m_status).toString()).value_or(JobStatus::Pending));
    case Value::Progress:
        return progressKnown(row) ? row.values.value(m_progress) : QVariant();
    case Value::CreatedAt:
        return dateTime(time(row, m_createdAt));
    case Value::StartedAt:
        return dateTime(time(row, m_startedAt));
    case Value::CompletedAt:
        return dateTime(time(row, m_completedAt));
    case Value::Duration:
        return duration(row, now);
    }
    Q_UNREACHABLE();
}

QVariant JobTableColumns::stored(const JobTableRow &row, int column, Timestamp now) const
{
    return column == durationColumn() ? duration(row, now) : row.values.value(column);
}

QString JobTableColumns::text(const JobTableRow &row, int column, Timestamp now) const
{
    const QVariant value = stored(row, column, now);
    if (value.isNull())
        return {};
    if (column == durationColumn())
        return QCoreApplication::translate("JobTableColumns", "%1 s")
            .arg(QLocale().toString(static_cast<double>(value.toLongLong()) / 1000.0, 'f', 1));
    if (column == m_progress)
        return QCoreApplication::translate("JobTableColumns", "%1 %")
            .arg(QLocale().toString(static_cast<int>(std::floor(value.toDouble() * 100.0))));
    return value.toString();
}

QString JobTableColumns::title(int column) const
{
    QString name = column == durationColumn() ? QStringLiteral("duration") : m_names.value(column);
    const auto title = std::find_if(std::begin(titles), std::end(titles),
                                    [&name](const Title &t) { return name == QLatin1StringView(t.column); });
    return title == std::end(titles) ? name : QCoreApplication::translate("JobTableColumns", title->text);
}

bool JobTableColumns::isNumber(int column) const
{
    if (column == m_progress)
        return false;
    return column == durationColumn() || (column >= 0 && column < m_isText.size() && !m_isText.at(column));
}

QString JobTableColumns::sortKey(int column, Timestamp now) const
{
    if (column == durationColumn()) {
        // A job that still runs is taken to end now, and that stays so until the next sort.
        return QStringLiteral("ifnull(julianday(ifnull(completed_at, '%1')) - julianday(started_at), -1.0)")
            .arg(QLatin1StringView(toIsoText(now)));
    }
    if (column < 0 || column > tableCount() || column == m_createdAt)
        return QStringLiteral("created_at");
    if (column == m_status) {
        QString key = QStringLiteral("CASE status");
        for (std::size_t i = 0; i < allJobStatuses.size(); ++i)
            key += QStringLiteral(" WHEN '%1' THEN %2").arg(toWord(allJobStatuses.at(i))).arg(i);
        return key + QStringLiteral(" ELSE -1 END");
    }
    const QString name = m_names.at(column);
    if (name == QLatin1StringView("seq"))
        return name;
    if (m_isText.at(column))
        return QStringLiteral("ifnull(%1, '') COLLATE NOCASE").arg(name);
    return QStringLiteral("ifnull(%1, -1)").arg(name);
}

std::optional<Timestamp> JobTableColumns::time(const JobTableRow &row, int column) const
{
    return timestampFromIsoText(row.values.value(column).toString().toLatin1());
}

QVariant JobTableColumns::duration(const JobTableRow &row, Timestamp now) const
{
    const auto start = time(row, m_startedAt);
    if (!start)
        return {};
    const Timestamp end = time(row, m_completedAt).value_or(now);
    return QVariant::fromValue<qint64>(std::max<qint64>(0, (end - *start).count()));
}

bool JobTableColumns::progressKnown(const JobTableRow &row) const
{
    return row.values.value(m_status).toString() != toWord(JobStatus::Running)
        || row.values.value(m_progress).toDouble() > 0.0 || !row.values.value(m_totalItems).isNull();
}

} // namespace tallyman
