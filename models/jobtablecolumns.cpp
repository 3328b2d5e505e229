// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtablecolumns.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSqlField>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

namespace tallyman {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JobTableColumns)
};

struct ColumnInfo {
    const char *name;
    const char *title;
    std::optional<FilterField> sort;
};

// Columns that a later schema adds get their own name until they have a title here.
constexpr ColumnInfo infos[] = {
    {"seq", QT_TRANSLATE_NOOP("JobTableColumns", "Number"), {}},
    {"id", QT_TRANSLATE_NOOP("JobTableColumns", "ID"), FilterField::Id},
    {"name", QT_TRANSLATE_NOOP("JobTableColumns", "Name"), FilterField::Name},
    {"provider", QT_TRANSLATE_NOOP("JobTableColumns", "Provider"), FilterField::Provider},
    {"user", QT_TRANSLATE_NOOP("JobTableColumns", "User"), FilterField::User},
    {"status", QT_TRANSLATE_NOOP("JobTableColumns", "Status"), FilterField::Status},
    {"progress", QT_TRANSLATE_NOOP("JobTableColumns", "Progress"), FilterField::Progress},
    {"total_items", QT_TRANSLATE_NOOP("JobTableColumns", "Items"), FilterField::Items},
    {"processed_items", QT_TRANSLATE_NOOP("JobTableColumns", "Items done"), FilterField::Done},
    {"retry_count", QT_TRANSLATE_NOOP("JobTableColumns", "Retries"), FilterField::Retries},
    {"max_retries", QT_TRANSLATE_NOOP("JobTableColumns", "Retries allowed"), {}},
    {"total_size", QT_TRANSLATE_NOOP("JobTableColumns", "Size"), FilterField::Size},
    {"files_count", QT_TRANSLATE_NOOP("JobTableColumns", "Files"), FilterField::Files},
    {"created_at", QT_TRANSLATE_NOOP("JobTableColumns", "Created"), FilterField::Created},
    {"queued_at", QT_TRANSLATE_NOOP("JobTableColumns", "Queued"), FilterField::Queued},
    {"started_at", QT_TRANSLATE_NOOP("JobTableColumns", "Started"), FilterField::Started},
    {"completed_at", QT_TRANSLATE_NOOP("JobTableColumns", "Ended"), FilterField::Ended},
    {"expires_at", QT_TRANSLATE_NOOP("JobTableColumns", "Expires"), FilterField::Expires},
    {"heartbeat_at", QT_TRANSLATE_NOOP("JobTableColumns", "Last sign of life"), FilterField::Heartbeat},
    {"pinned", QT_TRANSLATE_NOOP("JobTableColumns", "Pinned"), {}},
    {"duration", QT_TRANSLATE_NOOP("JobTableColumns", "Duration"), FilterField::Duration},
    {"waiting", QT_TRANSLATE_NOOP("JobTableColumns", "Waited"), FilterField::Waiting},
    {"remaining", QT_TRANSLATE_NOOP("JobTableColumns", "Time left"), {}},
    {"error", QT_TRANSLATE_NOOP("JobTableColumns", "Error"), {}},
};

constexpr int errorCharacters = 200;

const ColumnInfo *infoOf(const QString &name)
{
    const auto *found = std::find_if(std::begin(infos), std::end(infos), [&name](const ColumnInfo &info) {
        return name == QLatin1StringView(info.name);
    });
    return found == std::end(infos) ? nullptr : found;
}

QVariant dateTime(std::optional<Timestamp> time)
{
    if (!time)
        return {};
    return QDateTime::fromMSecsSinceEpoch(time->time_since_epoch().count(), QTimeZone::utc());
}

} // namespace

JobTableColumns::JobTableColumns(const QSqlRecord &table)
    : m_tableCount(table.count())
{
    for (int i = 0; i < table.count(); ++i) {
        m_names.append(table.fieldName(i));
        m_isText.append(table.field(i).metaType().id() == QMetaType::QString);
    }
    for (const char *name : {"duration", "waiting", "remaining", "error"})
        m_names.append(QString::fromLatin1(name));
    for (const ColumnInfo &info : infos) {
        const QLatin1StringView name(info.name);
        m_columns.insert(name, static_cast<int>(m_names.indexOf(name)));
    }
}

QStringList JobTableColumns::expressions() const
{
    QStringList expressions = m_names.first(m_tableCount);
    expressions.append(
        QStringLiteral("(SELECT substr(error, 1, %1) FROM job_payload p WHERE p.seq = jobs.seq)")
            .arg(errorCharacters));
    return expressions;
}

QVariant JobTableColumns::value(const JobTableRow &row, Value value, Timestamp now) const
{
    switch (value) {
    case Value::Id:
        return cell(row, "id");
    case Value::Name:
        return cell(row, "name");
    case Value::Status:
        return QVariant::fromValue(job(row).status);
    case Value::Progress:
        return progressKnown(row) ? cell(row, "progress") : QVariant();
    case Value::CreatedAt:
        return dateTime(time(row, "created_at"));
    case Value::StartedAt:
        return dateTime(time(row, "started_at"));
    case Value::CompletedAt:
        return dateTime(time(row, "completed_at"));
    case Value::Duration:
        return interval(row, Duration, now);
    case Value::Waiting:
        return interval(row, Waiting, now);
    case Value::Remaining:
        return interval(row, Remaining, now);
    case Value::Error:
        return stored(row, m_tableCount + Error, now);
    case Value::Pinned:
        return cell(row, "pinned").toBool();
    }
    Q_UNREACHABLE();
}

QVariant JobTableColumns::stored(const JobTableRow &row, int column, Timestamp now) const
{
    if (column < m_tableCount)
        return row.values.value(column);
    if (extra(column) != Error)
        return interval(row, static_cast<Extra>(extra(column)), now);
    const QString error = row.values.value(m_tableCount).toString().trimmed();
    const auto end =
        std::find_if(error.begin(), error.end(), [](QChar c) { return c == u'\n' || c == u'\r'; });
    return error.isEmpty() ? QVariant() : error.first(end - error.begin());
}

QString JobTableColumns::text(const JobTableRow &row, int column, Timestamp now) const
{
    const QVariant value = stored(row, column, now);
    if (value.isNull())
        return {};
    const QLocale locale;
    if (column >= m_tableCount && extra(column) != Error)
        return Tr::tr("%1 s").arg(locale.toString(static_cast<double>(value.toLongLong()) / 1000.0, 'f', 1));
    const QString name = m_names.value(column);
    if (name == QLatin1StringView("progress"))
        return Tr::tr("%1 %").arg(locale.toString(static_cast<int>(std::floor(value.toDouble() * 100.0))));
    if (name == QLatin1StringView("total_size"))
        return locale.formattedDataSize(value.toLongLong(), 1, QLocale::DataSizeSIFormat);
    if (name == QLatin1StringView("processed_items"))
        return itemsText(row);
    if (name == QLatin1StringView("pinned"))
        return value.toBool() ? Tr::tr("Pinned") : QString();
    return isNumber(column) ? locale.toString(value.toLongLong()) : value.toString();
}

QString JobTableColumns::itemsText(const JobTableRow &row) const
{
    const QLocale locale;
    const qint64 done = cell(row, "processed_items").toLongLong();
    const QVariant total = cell(row, "total_items");
    if (total.isNull())
        return done > 0 ? locale.toString(done) : QString();
    return Tr::tr("%1 / %2", "items done, of all")
        .arg(locale.toString(done), locale.toString(total.toLongLong()));
}

QString JobTableColumns::title(int column) const
{
    const QString name = m_names.value(column);
    const ColumnInfo *info = infoOf(name);
    return info ? QCoreApplication::translate("JobTableColumns", info->title) : name;
}

bool JobTableColumns::isNumber(int column) const
{
    if (column >= m_tableCount)
        return extra(column) != Error;
    const QString name = m_names.value(column);
    return column >= 0 && !m_isText.at(column) && name != QLatin1StringView("progress")
        && name != QLatin1StringView("pinned");
}

std::optional<FilterField> JobTableColumns::sortField(int column) const
{
    const ColumnInfo *info = infoOf(m_names.value(column));
    return info ? info->sort : std::nullopt;
}

int JobTableColumns::columnOf(FilterField field) const
{
    for (int column = 0; column < count(); ++column) {
        if (sortField(column) == field)
            return column;
    }
    return -1;
}

QVariant JobTableColumns::cell(const JobTableRow &row, const char *column) const
{
    return row.values.value(m_columns.value(QLatin1StringView(column), -1));
}

std::optional<Timestamp> JobTableColumns::time(const JobTableRow &row, const char *column) const
{
    return timestampFromIsoText(cell(row, column).toString().toLatin1());
}

// As much of the job as its status, progress and times are.
Job JobTableColumns::job(const JobTableRow &row) const
{
    Job job;
    // The database's own rule (CHECK) lets no other word in.
    job.status = jobStatusFromWord(cell(row, "status").toString()).value_or(JobStatus::Pending);
    job.progress = cell(row, "progress").toDouble();
    return job;
}

QVariant JobTableColumns::interval(const JobTableRow &row, Extra which, Timestamp now) const
{
    Job job = this->job(row);
    job.createdAt = time(row, "created_at").value_or(Timestamp{});
    job.queuedAt = time(row, "queued_at");
    job.startedAt = time(row, "started_at");
    job.completedAt = time(row, "completed_at");
    const auto length = which == Duration ? elapsed(job, now)
        : which == Waiting                ? std::optional(waited(job, now))
                                          : estimatedRemaining(job, now);
    return length ? QVariant::fromValue<qint64>(std::max<qint64>(0, length->count())) : QVariant();
}

bool JobTableColumns::progressKnown(const JobTableRow &row) const
{
    const Job job = this->job(row);
    return job.status != JobStatus::Running || job.progress > 0.0 || !cell(row, "total_items").isNull();
}

} // namespace tallyman
