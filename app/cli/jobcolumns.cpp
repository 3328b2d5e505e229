// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobcolumns.h"

#include "app/cli/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JobColumns)
};

using L = QLatin1StringView;
using Cell = Table::Cell;

Cell timeCell(const std::optional<Timestamp> &time)
{
    return {time ? timeText(*time) : QString()};
}

Cell durationCell(const std::optional<std::chrono::milliseconds> &duration)
{
    return {duration ? durationText(*duration) : QString()};
}

Cell numberCell(const std::optional<qint64> &number)
{
    return {number ? QString::number(*number) : QString()};
}

QString firstLine(const QString &text)
{
    return text.trimmed().section(u'\n', 0, 0);
}

constexpr Table::Align left = Table::Align::Left;
constexpr Table::Align right = Table::Align::Right;

// In the order of the help.
constexpr JobColumn columns[] = {
    {L("id"), QT_TRANSLATE_NOOP("JobColumns", "ID"), left, 0,
     [](const Job &job, Timestamp) { return Cell{job.id.text()}; }},
    {L("status"), QT_TRANSLATE_NOOP("JobColumns", "STATUS"), left, 0,
     [](const Job &job, Timestamp) {
         return Cell{toWord(job.status), styleOf(job.status)};
     }},
    {L("progress"), QT_TRANSLATE_NOOP("JobColumns", "PROGRESS"), right, 0,
     [](const Job &job, Timestamp) { return Cell{progressText(job.progress)}; }},
    {L("name"), QT_TRANSLATE_NOOP("JobColumns", "NAME"), left, 12,
     [](const Job &job, Timestamp) { return Cell{job.name}; }},
    {L("provider"), QT_TRANSLATE_NOOP("JobColumns", "PROVIDER"), left, 8,
     [](const Job &job, Timestamp) { return Cell{job.provider}; }},
    {L("user"), QT_TRANSLATE_NOOP("JobColumns", "USER"), left, 6,
     [](const Job &job, Timestamp) { return Cell{job.user}; }},
    {L("created"), QT_TRANSLATE_NOOP("JobColumns", "CREATED"), left, 0,
     [](const Job &job, Timestamp) { return timeCell(job.createdAt); }},
    {L("queued"), QT_TRANSLATE_NOOP("JobColumns", "QUEUED"), left, 0,
     [](const Job &job, Timestamp) { return timeCell(job.queuedAt); }},
    {L("started"), QT_TRANSLATE_NOOP("JobColumns", "STARTED"), left, 0,
     [](const Job &job, Timestamp) { return timeCell(job.startedAt); }},
    {L("ended"), QT_TRANSLATE_NOOP("JobColumns", "ENDED"), left, 0,
     [](const Job &job, Timestamp) { return timeCell(job.completedAt); }},
    {L("heartbeat"), QT_TRANSLATE_NOOP("JobColumns", "HEARTBEAT"), left, 0,
     [](const Job &job, Timestamp) { return timeCell(job.heartbeatAt); }},
    {L("expires"), QT_TRANSLATE_NOOP("JobColumns", "EXPIRES"), left, 0,
     [](const Job &job, Timestamp) { return timeCell(job.expiresAt); }},
    {L("duration"), QT_TRANSLATE_NOOP("JobColumns", "DURATION"), right, 0,
     [](const Job &job, Timestamp now) { return Cell{elapsedText(job, now)}; }},
    {L("waiting"), QT_TRANSLATE_NOOP("JobColumns", "WAITING"), right, 0,
     [](const Job &job, Timestamp now) { return durationCell(waited(job, now)); }},
    {L("remaining"), QT_TRANSLATE_NOOP("JobColumns", "REMAINING"), right, 0,
     [](const Job &job, Timestamp now) { return durationCell(estimatedRemaining(job, now)); }},
    {L("items"), QT_TRANSLATE_NOOP("JobColumns", "ITEMS"), right, 0,
     [](const Job &job, Timestamp) { return numberCell(job.totalItems); }},
    {L("done"), QT_TRANSLATE_NOOP("JobColumns", "DONE"), right, 0,
     [](const Job &job, Timestamp) { return numberCell(job.processedItems); }},
    {L("size"), QT_TRANSLATE_NOOP("JobColumns", "SIZE"), right, 0,
     [](const Job &job, Timestamp) { return numberCell(job.totalSize); }},
    {L("files"), QT_TRANSLATE_NOOP("JobColumns", "FILES"), right, 0,
     [](const Job &job, Timestamp) { return numberCell(job.filesCount); }},
    {L("retries"), QT_TRANSLATE_NOOP("JobColumns", "RETRIES"), right, 0,
     [](const Job &job, Timestamp) { return numberCell(job.retryCount); }},
    {L("pinned"), QT_TRANSLATE_NOOP("JobColumns", "PINNED"), left, 0,
     [](const Job &job, Timestamp) { return Cell{job.pinned ? Tr::tr("yes") : QString()}; }},
    {L("input"), QT_TRANSLATE_NOOP("JobColumns", "INPUT"), left, 12,
     [](const Job &job, Timestamp) { return Cell{job.input}; }},
    {L("output"), QT_TRANSLATE_NOOP("JobColumns", "OUTPUT"), left, 12,
     [](const Job &job, Timestamp) { return Cell{job.output}; }},
    {L("note"), QT_TRANSLATE_NOOP("JobColumns", "NOTE"), left, 12,
     [](const Job &job, Timestamp) { return Cell{firstLine(job.note)}; }},
    {L("error"), QT_TRANSLATE_NOOP("JobColumns", "ERROR"), left, 16,
     [](const Job &job, Timestamp) {
         return Cell{firstLine(job.error), Style::Bad};
     }},
};

} // namespace

QStringList jobColumnNames()
{
    QStringList names;
    for (const JobColumn &column : columns)
        names << column.name;
    return names;
}

Result<JobColumns> jobColumnsOf(const QString &names)
{
    JobColumns chosen;
    for (const QString &name : names.split(u',')) {
        const auto *found = std::find_if(std::begin(columns), std::end(columns),
                                         [&name](const JobColumn &column) { return column.name == name; });
        if (found == std::end(columns))
            return StoreError{ErrorCode::InvalidValue,
                              Tr::tr("There is no column “%1”. There are: %2.")
                                  .arg(name.left(60), jobColumnNames().join(QLatin1StringView(", "))),
                              {},
                              QStringLiteral("--columns")};
        chosen << found;
    }
    return chosen;
}

Table jobTable(const JobColumns &columns, const QList<Job> &jobs, Timestamp now)
{
    QList<Table::Column> heading;
    for (const JobColumn *column : columns)
        heading << Table::Column{Tr::tr(column->title), column->align, column->least};
    Table table(heading);
    for (const Job &job : jobs) {
        QList<Cell> cells;
        for (const JobColumn *column : columns)
            cells << column->cell(job, now);
        table.addRow(cells);
    }
    return table;
}

Style styleOf(JobStatus status)
{
    switch (status) {
    case JobStatus::Pending:
        return Style::Plain;
    case JobStatus::Running:
        return Style::Active;
    case JobStatus::Completed:
        return Style::Good;
    case JobStatus::Failed:
        return Style::Bad;
    case JobStatus::Cancelled:
        return Style::Faint;
    }
    Q_UNREACHABLE();
}

QString elapsedText(const Job &job, Timestamp now)
{
    const auto duration = elapsed(job, now);
    return duration ? durationText(*duration) : QString();
}

} // namespace tallyman::cli
