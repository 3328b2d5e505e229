// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobsheet.h"

#include "app/cli/jobcolumns.h"
#include "app/cli/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JobSheet)
};

// Labels and values, aligned; a value of several lines goes on below itself.
class Sheet {
public:
    explicit Sheet(const Terminal &terminal)
        : m_terminal(terminal)
    {
    }

    void add(const QString &label, const QString &value, Style style = Style::Plain)
    {
        if (!value.isEmpty())
            m_lines.append({label, harmlessText(value), style});
    }

    [[nodiscard]] QString text() const
    {
        int width = 0;
        for (const Line &line : m_lines)
            width = std::max(width, displayWidth(line.label));
        QString text;
        for (const Line &line : m_lines) {
            const QString spaces(width - displayWidth(line.label) + 2, u' ');
            text += m_terminal.paint(line.label, Style::Heading) + spaces;
            const QStringList values = line.value.split(u'\n');
            for (qsizetype i = 0; i < values.size(); ++i) {
                if (i > 0)
                    text += QString(width + 2, u' ');
                text += m_terminal.paint(values.at(i), line.style) + u'\n';
            }
        }
        return text;
    }

private:
    struct Line {
        QString label;
        QString value;
        Style style;
    };

    const Terminal &m_terminal;
    QList<Line> m_lines;
};

QString momentText(const std::optional<Timestamp> &time, Timestamp now)
{
    if (!time)
        return {};
    const QString distance = *time <= now ? Tr::tr("%1 ago").arg(durationText(now - *time))
                                          : Tr::tr("in %1").arg(durationText(*time - now));
    return QStringLiteral("%1 (%2)").arg(timeText(*time, true), distance);
}

QString itemsText(const Job &job, const QLocale &locale)
{
    if (job.totalItems)
        return Tr::tr("%1 of %2").arg(locale.toString(job.processedItems), locale.toString(*job.totalItems));
    return job.processedItems > 0 ? locale.toString(job.processedItems) : QString();
}

QString resultsText(const QList<JobResult> &results, const QLocale &locale)
{
    if (results.isEmpty())
        return {};
    const auto failed = std::count_if(results.begin(), results.end(),
                                      [](const JobResult &result) { return !result.success; });
    return Tr::tr("%1 items: %2 succeeded, %3 failed")
        .arg(locale.toString(static_cast<qint64>(results.size())),
             locale.toString(static_cast<qint64>(results.size() - failed)),
             locale.toString(static_cast<qint64>(failed)));
}

QString timelineText(const QList<JobEvent> &timeline)
{
    QStringList lines;
    for (const JobEvent &event : timeline) {
        QString line =
            QStringLiteral("%1  %2 → %3").arg(timeText(event.at, true), toWord(event.from), toWord(event.to));
        if (!event.error.isEmpty())
            line += QStringLiteral("  (%1)").arg(harmlessLine(event.error.trimmed().section(u'\n', 0, 0)));
        lines.append(line);
    }
    return lines.join(u'\n');
}

void addTexts(Sheet &sheet, const Job &job)
{
    sheet.add(Tr::tr("provider"), job.provider);
    sheet.add(Tr::tr("user"), job.user);
    sheet.add(Tr::tr("input"), job.input);
    sheet.add(Tr::tr("output"), job.output);
    sheet.add(Tr::tr("error"), job.error.trimmed(), Style::Bad);
    sheet.add(Tr::tr("note"), job.note.trimmed());
    sheet.add(Tr::tr("pinned"), job.pinned ? Tr::tr("yes") : QString());
}

void addTimes(Sheet &sheet, const Job &job, Timestamp now)
{
    sheet.add(Tr::tr("created"), momentText(job.createdAt, now));
    sheet.add(Tr::tr("queued"), momentText(job.queuedAt, now));
    sheet.add(Tr::tr("started"), momentText(job.startedAt, now));
    sheet.add(Tr::tr("completed"), momentText(job.completedAt, now));
    sheet.add(Tr::tr("last sign"), momentText(job.heartbeatAt, now));
    sheet.add(Tr::tr("expires"), momentText(job.expiresAt, now));
    sheet.add(Tr::tr("duration"), elapsedText(job, now));
    if (const auto remaining = estimatedRemaining(job, now))
        sheet.add(Tr::tr("remaining"), Tr::tr("about %1").arg(durationText(*remaining)));
}

void addJson(Sheet &sheet, const Job &job)
{
    sheet.add(Tr::tr("options"), QString::fromUtf8(job.options));
    sheet.add(Tr::tr("result"), QString::fromUtf8(job.result));
    sheet.add(Tr::tr("metadata"), QString::fromUtf8(job.metadata));
    sheet.add(Tr::tr("progress details"), QString::fromUtf8(job.progressDetails));
    sheet.add(Tr::tr("webhook"), QString::fromUtf8(job.webhook));
}

} // namespace

QString jobSheet(const Job &job, const QList<JobEvent> &timeline, const QList<JobResult> &results,
                 Timestamp now, const Terminal &terminal, const QLocale &locale)
{
    Sheet sheet(terminal);
    sheet.add(Tr::tr("id"), job.id.text());
    sheet.add(Tr::tr("name"), job.name);
    sheet.add(Tr::tr("status"), toWord(job.status), styleOf(job.status));
    sheet.add(Tr::tr("progress"), progressText(job.progress));
    sheet.add(Tr::tr("items"), itemsText(job, locale));
    addTexts(sheet, job);
    addTimes(sheet, job, now);
    sheet.add(Tr::tr("retries"), Tr::tr("%1 of %2").arg(job.retryCount).arg(job.maxRetries));
    if (job.totalSize)
        sheet.add(Tr::tr("size"), Tr::tr("%1 bytes").arg(locale.toString(*job.totalSize)));
    if (job.filesCount)
        sheet.add(Tr::tr("files"), locale.toString(*job.filesCount));
    addJson(sheet, job);
    sheet.add(Tr::tr("results"), resultsText(results, locale));
    sheet.add(Tr::tr("timeline"), timelineText(timeline));
    return sheet.text();
}

} // namespace tallyman::cli
