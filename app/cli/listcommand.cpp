// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listcommand.h"

#include "app/cli/text.h"
#include "app/cli/values.h"
#include "models/domain/jobjson.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <limits>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ListCommand)
};

using L = QLatin1StringView;

constexpr qint64 usualLimit = 100;

} // namespace

ListCommand::ListCommand(JobStatus only)
    : m_only(only)
{
}

QLatin1StringView ListCommand::name() const
{
    return L("list");
}

QString ListCommand::description() const
{
    return Tr::tr("List jobs, newest first.");
}

void ListCommand::declareOptions(OptionSet &options)
{
    if (!m_only)
        options.texts(L("--status"), m_statuses, L("STATUS"),
                      Tr::tr("Only jobs that are pending, running, completed, failed or cancelled; several "
                             "with commas"));
    options.text(L("--provider"), m_provider, L("TEXT"), Tr::tr("Only jobs of this provider"));
    options.text(L("--user"), m_user, L("TEXT"), Tr::tr("Only jobs of this user"));
    options.text(L("--name"), m_name, L("TEXT"), Tr::tr("Only jobs with this text in the name"));
    options.text(L("--since"), m_since, L("TIME"),
                 Tr::tr("Only jobs created at this time or later: 2026-01-21, 2026-01-21T10:30:00Z (UTC "
                        "where no zone is given), or so long ago: 30m, 12h, 7d"));
    options.text(L("--until"), m_until, L("TIME"), Tr::tr("Only jobs created before this time"));
    options.text(L("--limit"), m_limit, L("NUMBER"), Tr::tr("At most so many (100)"));
    options.text(L("--offset"), m_offset, L("NUMBER"), Tr::tr("Leave out so many first"));
}

ExitCode ListCommand::run(Context &context)
{
    const auto filter = readFilter(context.clock.now());
    if (!filter)
        return context.fail(filter.error());
    const auto page = readPage();
    if (!page)
        return context.fail(page.error());
    const auto store = context.openStore();
    if (!store)
        return context.fail(store.error());
    const auto total = store->jobs->count(*filter);
    if (!total)
        return context.fail(total.error());
    const auto jobs = store->jobs->find(*filter, *page);
    if (!jobs)
        return context.fail(jobs.error());
    print(context, *page, *jobs, *total);
    return ExitCode::Done;
}

Table ListCommand::table(const QList<Job> &jobs, Timestamp now) const
{
    Table table({{Tr::tr("ID"), {}, 0},
                 {Tr::tr("STATUS"), {}, 0},
                 {Tr::tr("PROGRESS"), Table::Align::Right, 0},
                 {Tr::tr("NAME"), {}, 12},
                 {Tr::tr("PROVIDER"), {}, 8},
                 {Tr::tr("USER"), {}, 6},
                 {Tr::tr("CREATED"), {}, 0},
                 {Tr::tr("DURATION"), Table::Align::Right, 0}});
    for (const Job &job : jobs)
        table.addRow({{job.id.text()},
                      {toWord(job.status), styleOf(job.status)},
                      {progressText(job.progress)},
                      {job.name},
                      {job.provider},
                      {job.user},
                      {timeText(job.createdAt)},
                      {elapsedText(job, now)}});
    return table;
}

Result<JobFilter> ListCommand::readFilter(Timestamp now) const
{
    JobFilter filter;
    const auto words = m_only ? Result<QList<JobStatus>>({*m_only}) : statuses(m_statuses);
    if (!words)
        return words.error();
    filter.addStatuses(*words);
    std::optional<Timestamp> since;
    std::optional<Timestamp> until;
    for (const auto &[option, text, field] :
         {std::tuple(L("--since"), &m_since, &since), {L("--until"), &m_until, &until}}) {
        if (!*text)
            continue;
        const auto time = moment(option, **text, now, Direction::Ago);
        if (!time)
            return time.error();
        *field = *time;
    }
    filter.addCreated(since, until);
    for (const auto &[text, field] : {std::pair(&m_provider, FilterField::Provider),
                                      {&m_user, FilterField::User},
                                      {&m_name, FilterField::Name}}) {
        if (const QString given = text->value_or(QString()); !given.isEmpty())
            filter.addText(field, given);
    }
    return filter;
}

Result<JobPage> ListCommand::readPage() const
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const auto limit = m_limit ? wholeNumber(L("--limit"), *m_limit, 0, most) : Result<qint64>(usualLimit);
    if (!limit)
        return limit.error();
    const auto offset = m_offset ? wholeNumber(L("--offset"), *m_offset, 0, most) : Result<qint64>(0);
    if (!offset)
        return offset.error();
    return JobPage{*limit, *offset};
}

void ListCommand::print(Context &context, const JobPage &page, const QList<Job> &jobs, qint64 total) const
{
    const Timestamp now = context.clock.now();
    if (context.json) {
        QJsonArray array;
        for (const Job &job : jobs)
            array.append(toJson(job, now));
        context.printJson({{QStringLiteral("count"), total}, {QStringLiteral("jobs"), array}});
        return;
    }
    if (!jobs.isEmpty()) {
        context.out.write(table(jobs, now).text(context.terminal));
        context.out.flush(); // before the last line, which goes another way
    }
    const auto number = [&context](qint64 value) { return context.locale.toString(value); };
    if (total == 0)
        context.say(Tr::tr("No jobs found."));
    else if (jobs.isEmpty())
        context.say(Tr::tr("None of %1 jobs; --limit and --offset show them.").arg(number(total)));
    else if (page.offset > 0)
        context.say(Tr::tr("%1 to %2 of %3 jobs; --limit and --offset show the rest.")
                        .arg(number(page.offset + 1), number(page.offset + jobs.size()), number(total)));
    else if (jobs.size() < total)
        context.say(Tr::tr("%1 of %2 jobs; --limit and --offset show the rest.")
                        .arg(number(jobs.size()), number(total)));
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
