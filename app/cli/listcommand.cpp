// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/listcommand.h"

#include "app/cli/querytext.h"
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
    declareQuery(options, m_query);
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
    options.text(L("--sort"), m_sort, L("FIELDS"),
                 Tr::tr("In what order: fields with commas, a minus sign for the greatest first, such as "
                        "status,-duration; instead of the query's own sort:"));
    options.text(
        L("--columns"), m_columns, L("COLUMNS"),
        Tr::tr("What the table shows, with commas: %1").arg(jobColumnNames().join(QLatin1StringView(", "))));
    options.text(L("--limit"), m_limit, L("NUMBER"), Tr::tr("At most so many (100)"));
    options.text(L("--offset"), m_offset, L("NUMBER"), Tr::tr("Leave out so many first"));
}

ExitCode ListCommand::run(Context &context)
{
    const auto request = readRequest(context);
    if (!request)
        return context.fail(request.error());
    const auto store = context.openStore();
    if (!store)
        return context.fail(store.error());
    const auto total = store->jobs->count(request->filter);
    if (!total)
        return context.fail(total.error());
    const auto jobs = store->jobs->find(request->filter, request->page);
    if (!jobs)
        return context.fail(jobs.error());
    print(context, *request, *jobs, *total);
    return ExitCode::Done;
}

QString ListCommand::usualColumns() const
{
    return QStringLiteral("id,status,progress,name,provider,user,created,duration");
}

Result<ListCommand::Request> ListCommand::readRequest(const Context &context) const
{
    if (m_columns && context.json)
        return StoreError{ErrorCode::InvalidValue,
                          Tr::tr("--columns is for the table; with --json every field is printed."),
                          {},
                          QStringLiteral("--columns")};
    auto filter = readFilter(context.clock.now());
    if (!filter)
        return filter.error();
    const auto page = readPage();
    if (!page)
        return page.error();
    const auto columns = jobColumnsOf(m_columns.value_or(usualColumns()));
    if (!columns)
        return columns.error();
    return Request{*std::move(filter), *page, *columns};
}

Result<JobFilter> ListCommand::readFilter(Timestamp now) const
{
    auto filter = queryOf(m_query);
    if (!filter)
        return filter.error();
    const auto words = statuses(m_statuses);
    if (!words)
        return words.error();
    filter->addStatuses(m_only ? QList{*m_only} : *words);
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
    filter->addCreated(since, until);
    for (const auto &[field, text] : {std::pair(FilterField::Provider, &m_provider),
                                      {FilterField::User, &m_user},
                                      {FilterField::Name, &m_name}}) {
        if (text->has_value() && !(*text)->isEmpty())
            filter->addText(field, **text);
    }
    if (m_sort) {
        auto sort = sortOf(*m_sort);
        if (!sort)
            return sort.error();
        filter->sort = *std::move(sort);
    }
    return filter;
}

Result<JobPage> ListCommand::readPage() const
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    const auto limit = m_limit ? wholeNumber(L("--limit"), *m_limit, 0, most) : Result<qint64>(usualLimit);
    const auto offset = m_offset ? wholeNumber(L("--offset"), *m_offset, 0, most) : Result<qint64>(0);
    for (const auto *number : {&limit, &offset}) {
        if (!*number)
            return number->error();
    }
    return JobPage{*limit, *offset};
}

void ListCommand::print(Context &context, const Request &request, const QList<Job> &jobs, qint64 total) const
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
        context.out.write(jobTable(request.columns, jobs, now).text(context.terminal));
        context.out.flush(); // before the last line, which goes another way
    }
    const auto number = [&context](qint64 value) { return context.locale.toString(value); };
    if (total == 0)
        context.say(Tr::tr("No jobs found."));
    else if (jobs.isEmpty())
        context.say(Tr::tr("None of %1 jobs; --limit and --offset show them.").arg(number(total)));
    else if (request.page.offset > 0)
        context.say(Tr::tr("%1 to %2 of %3 jobs; --limit and --offset show the rest.")
                        .arg(number(request.page.offset + 1), number(request.page.offset + jobs.size()),
                             number(total)));
    else if (jobs.size() < total)
        context.say(Tr::tr("%1 of %2 jobs; --limit and --offset show the rest.")
                        .arg(number(jobs.size()), number(total)));
}

} // namespace tallyman::cli
