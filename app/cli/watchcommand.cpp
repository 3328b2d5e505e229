// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/watchcommand.h"

#include "app/cli/jobcolumns.h"
#include "app/cli/querytext.h"
#include "app/cli/text.h"
#include "app/process/signalwatcher.h"
#include "models/domain/jobjson.h"

#include <QCoreApplication>
#include <QTimer>

#include <cerrno>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(WatchCommand)
};

using L = QLatin1StringView;
using Kind = JobChange::Kind;

constexpr std::chrono::milliseconds pollInterval{100};

L wordOf(Kind kind)
{
    switch (kind) {
    case Kind::Added:
        return L("added");
    case Kind::Changed:
        return L("changed");
    case Kind::Left:
        return L("left");
    case Kind::Deleted:
        return L("deleted");
    }
    Q_UNREACHABLE();
}

QString lineOf(const JobChange &change, const Context &context, Timestamp now)
{
    const QString id =
        change.id.isEmpty() ? QStringLiteral("#%1").arg(change.seq) : harmlessLine(change.id.text());
    QString line = timeText(now) + L("  ") + QString(wordOf(change.kind)).leftJustified(7) + L("  ") + id;
    if (change.job) {
        const Job &job = *change.job;
        const QString status = toWord(job.status);
        line += L("  ") + context.terminal.paint(status, styleOf(job.status))
            + QString(9 - status.size(), u' ') + progressText(job.progress).rightJustified(6) + L("  ")
            + harmlessLine(job.name);
    }
    return line + u'\n';
}

void print(const JobChange &change, Context &context)
{
    const Timestamp now = context.clock.now();
    if (!context.json) {
        context.out.write(lineOf(change, context, now));
        return;
    }
    context.printJson(
        {{QStringLiteral("change"), QString(wordOf(change.kind))},
         {QStringLiteral("rev"), change.rev},
         {QStringLiteral("seq"), change.seq},
         {QStringLiteral("id"), change.id.isEmpty() ? QJsonValue() : change.id.text()},
         {QStringLiteral("job"), change.job ? QJsonValue(toJson(*change.job, now)) : QJsonValue()}});
}

// That it watches from that revision on; `word` says whether for the first time.
void announce(L word, const JobWatch &watch, Context &context)
{
    if (context.json)
        context.printJson({{QStringLiteral("change"), QString(word)}, {QStringLiteral("rev"), watch.rev()}});
}

} // namespace

QLatin1StringView WatchCommand::name() const
{
    return L("watch");
}

QString WatchCommand::description() const
{
    return Tr::tr("Print each change to the jobs that match, until it is interrupted.");
}

void WatchCommand::declareOptions(OptionSet &options)
{
    declareQuery(options, m_query);
    options.footer(Tr::tr(
        "A line says added (the job matches now), changed (as before), left (it matches no longer) or "
        "deleted. "
        "Several changes to a job within a tenth of a second are one. With --json each is an object on a "
        "line, "
        "the first one of change \"watching\"; where changes came faster than they could be followed, "
        "\"restarted\" says that some were missed. A deleted job whose id is not known is named by its row "
        "number."));
}

ExitCode WatchCommand::run(Context &context)
{
    // First: a signal that comes while the store is being opened is not to be lost.
    const SignalWatcher signalWatcher;
    const auto filter = queryOf(m_query);
    if (!filter)
        return context.fail(filter.error());
    const auto store = context.openStore();
    if (!store)
        return context.fail(store.error());
    const auto watch = JobWatch::open(store->databaseName, *filter, context.clock);
    if (!watch)
        return context.fail(watch.error());
    announce(L("watching"), **watch, context);
    if (!context.json)
        context.say(filter->isEmpty() ? Tr::tr("Watching all jobs.")
                                      : Tr::tr("Watching the jobs that match %1.").arg(toText(*filter)));
    ExitCode code = ExitCode::Done;
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
        const auto looked = look(context, **watch);
        timer.setInterval(looked && *looked ? std::chrono::milliseconds::zero() : pollInterval);
        if (!looked && looked.error().code != ErrorCode::Locked) // by a writer, for a moment
            code = context.fail(looked.error());
        else if (context.out.flush())
            return;
        QCoreApplication::quit(); // or whoever read us has gone
    });
    QObject::connect(&signalWatcher, &SignalWatcher::endRequested, &timer, &QCoreApplication::quit);
    if (!context.out.flush())
        return ExitCode::Done;
    timer.start(pollInterval);
    QCoreApplication::exec();
    return code;
}

Result<bool> WatchCommand::look(Context &context, JobWatch &watch) const
{
    const auto looked = watch.look();
    if (!looked)
        return looked.error();
    if (looked->startedAfresh) {
        announce(L("restarted"), watch, context);
        context.say(Tr::tr("Changes came faster than they could be followed; some were missed."));
    }
    for (const JobChange &change : looked->changes)
        print(change, context);
    return looked->more;
}

} // namespace tallyman::cli
