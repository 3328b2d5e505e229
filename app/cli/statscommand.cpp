// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/statscommand.h"

#include "app/cli/jobcolumns.h"
#include "app/cli/table.h"
#include "app/cli/text.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StatsCommand)
};

QJsonValue percentJson(const Statistics::Ends &ends)
{
    const auto rate = ends.successRate();
    return rate ? QJsonValue(*rate) : QJsonValue();
}

QJsonObject statisticsJson(const Statistics &statistics)
{
    QJsonArray providers;
    for (const Statistics::Provider &provider : statistics.providers)
        providers.append(QJsonObject{
            {QStringLiteral("provider"), provider.name.isEmpty() ? QJsonValue() : QJsonValue(provider.name)},
            {QStringLiteral("total"), provider.ends.jobs.total()},
            {QStringLiteral("completed"), provider.ends.jobs[JobStatus::Completed]},
            {QStringLiteral("failed"), provider.ends.jobs[JobStatus::Failed]},
            {QStringLiteral("success_rate"), percentJson(provider.ends)}});
    QJsonObject object{{QStringLiteral("total"), statistics.present.total()},
                       {QStringLiteral("success_rate"), percentJson(statistics.ends)},
                       {QStringLiteral("slow"), statistics.ends.slow},
                       {QStringLiteral("by_provider"), providers}};
    for (const JobStatus status : allJobStatuses)
        object.insert(toWord(status), statistics.present[status]);
    const auto average = statistics.ends.averageDuration();
    object.insert(QStringLiteral("average_duration"),
                  average ? QJsonValue(static_cast<double>(average->count()) / 1000.0) : QJsonValue());
    return object;
}

QString percentText(const Statistics::Ends &ends, const QLocale &locale)
{
    const auto rate = ends.successRate();
    return rate ? locale.toString(*rate, 'f', 1) + u'%' : QString();
}

QString totalsText(const Statistics &statistics, const Context &context)
{
    Table table({{Tr::tr("JOBS"), {}, 0}, {Tr::tr("NUMBER"), Table::Align::Right, 0}});
    const auto add = [&](const QString &label, qint64 number, Style style = Style::Plain) {
        table.addRow({{label, style}, {context.locale.toString(number)}});
    };
    add(Tr::tr("total"), statistics.present.total());
    for (const JobStatus status : allJobStatuses)
        add(toWord(status), statistics.present[status], styleOf(status));
    table.addRow({{Tr::tr("success rate")}, {percentText(statistics.ends, context.locale)}});
    const auto average = statistics.ends.averageDuration();
    table.addRow({{Tr::tr("average duration")}, {average ? durationText(*average) : QString()}});
    add(Tr::tr("slower than an hour"), statistics.ends.slow);
    return table.text(context.terminal);
}

QString providersText(const Statistics &statistics, const Context &context)
{
    Table table({{Tr::tr("PROVIDER"), {}, 12},
                 {Tr::tr("ENDED"), Table::Align::Right, 0},
                 {Tr::tr("COMPLETED"), Table::Align::Right, 0},
                 {Tr::tr("FAILED"), Table::Align::Right, 0},
                 {Tr::tr("SUCCESS RATE"), Table::Align::Right, 0}});
    const auto number = [&context](qint64 value) { return context.locale.toString(value); };
    for (const Statistics::Provider &provider : statistics.providers)
        table.addRow({{provider.name},
                      {number(provider.ends.jobs.total())},
                      {number(provider.ends.jobs[JobStatus::Completed])},
                      {number(provider.ends.jobs[JobStatus::Failed])},
                      {percentText(provider.ends, context.locale)}});
    return table.text(context.terminal);
}

} // namespace

QLatin1StringView StatsCommand::name() const
{
    return QLatin1StringView("stats");
}

QString StatsCommand::description() const
{
    return Tr::tr("Count the jobs, and show success rates and durations. Rates and durations include jobs "
                  "that were deleted since.");
}

void StatsCommand::declareOptions(OptionSet &)
{
}

ExitCode StatsCommand::run(Context &context)
{
    const auto store = context.openStore();
    if (!store)
        return context.fail(store.error());
    const auto statistics = store->jobs->statistics();
    if (!statistics)
        return context.fail(statistics.error());
    if (context.json) {
        context.printJson(statisticsJson(*statistics));
        return ExitCode::Done;
    }
    context.out.write(totalsText(*statistics, context));
    if (!statistics->providers.isEmpty())
        context.out.write(u'\n' + providersText(*statistics, context));
    return ExitCode::Done;
}

} // namespace tallyman::cli
