// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/exportcommand.h"

#include "app/cli/interruption.h"
#include "app/cli/outputdevice.h"
#include "app/cli/progressline.h"
#include "app/cli/querytext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cerrno>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
};

using L = QLatin1StringView;

StoreError usage(L option, const QString &message)
{
    return {ErrorCode::InvalidValue, message, {}, option};
}

} // namespace

QLatin1StringView ExportCommand::name() const
{
    return L("export");
}

QString ExportCommand::description() const
{
    return Tr::tr("Write the jobs that match as CSV or JSON.");
}

void ExportCommand::declareOptions(OptionSet &options)
{
    declareQuery(options, m_query);
    options.text(L("--format"), m_format, L("FORMAT"),
                 Tr::tr("csv, json (one array) or jsonl (a job a line); otherwise what the file's name ends "
                        "with, or csv"));
    options.text(L("--output"), m_output, L("FILE"),
                 Tr::tr("The file to write, which takes the place of an old one only when it is complete; "
                        "otherwise standard output. With --json, what was done is printed as JSON"));
    options.flag(L("--with-results"), m_withResults,
                 Tr::tr("Each job with the results of its items; not with csv"));
    options.footer(Tr::tr(
        "The jobs are those that match when it begins, in the order of the query, each as it is when its "
        "turn "
        "comes; jobs that are deleted meanwhile are left out and counted. CSV has a row of names, and every "
        "text as it is, so that nothing is lost: a spreadsheet may take one that begins with = for a "
        "formula."));
}

ExitCode ExportCommand::run(Context &context)
{
    Interruption interruption;
    const auto request = readRequest(context.json);
    if (!request)
        return context.fail(request.error());
    const auto store = context.openStore();
    if (!store)
        return context.fail(store.error());
    const JobExport exporter(*store->jobs, context.clock);
    const auto written = [&] {
        ProgressLine progress(context);
        const ExportControl control{[&progress](qint64 done, qint64 total) { progress.show(done, total); },
                                    [&interruption] { return interruption.asked(); }};
        if (m_output)
            return exporter.writeFile(*request, *m_output, control);
        OutputDevice device(context.out);
        return exporter.write(*request, device, control);
    }();
    return finish(context, written);
}

Result<ExportRequest> ExportCommand::readRequest(bool json) const
{
    const auto filter = queryOf(m_query);
    if (!filter)
        return filter.error();
    const auto format = readFormat(json);
    if (!format)
        return format.error();
    if (m_withResults && *format == ExportFormat::Csv)
        return usage(L("--with-results"), Tr::tr("--with-results needs --format json or jsonl."));
    return ExportRequest{*filter, *format, m_withResults};
}

Result<ExportFormat> ExportCommand::readFormat(bool json) const
{
    const auto given = m_format ? exportFormatFromWord(*m_format) : std::nullopt;
    if (m_format && !given)
        return usage(L("--format"),
                     Tr::tr("--format is “%1”, and must be csv, json or jsonl.").arg(m_format->left(60)));
    if (!m_output && json) { // there is no room for two kinds of data
        if (given.value_or(ExportFormat::Json) == ExportFormat::Csv)
            return usage(L("--json"), Tr::tr("--json and --format csv exclude each other without --output."));
        return given.value_or(ExportFormat::Json);
    }
    if (given)
        return *given;
    const QString ending = QFileInfo(m_output.value_or(QString())).suffix().toLower();
    return exportFormatFromWord(ending).value_or(ExportFormat::Csv);
}

ExitCode ExportCommand::finish(Context &context, const Result<std::optional<ExportSummary>> &written) const
{
    if (context.out.error() != 0) // whoever runs us says so
        return context.out.error() == EPIPE ? ExitCode::Done : ExitCode::Failed;
    if (!written)
        return context.fail(written.error());
    if (!*written) {
        context.say(m_output ? Tr::tr("Interrupted; %1 was not written.").arg(*m_output)
                             : Tr::tr("Interrupted; the output is not complete."));
        return ExitCode::Failed;
    }
    const ExportSummary &summary = **written;
    if (m_output && context.json)
        context.printJson({{QStringLiteral("file"), QFileInfo(*m_output).absoluteFilePath()},
                           {QStringLiteral("exported"), summary.exported},
                           {QStringLiteral("deleted_meanwhile"), summary.gone},
                           {QStringLiteral("bytes"), summary.bytes}});
    else if (m_output)
        context.say(
            Tr::tr("Jobs written to %1: %2.").arg(*m_output, context.locale.toString(summary.exported)));
    if (summary.gone > 0)
        context.say(Tr::tr("Jobs that were deleted meanwhile and are left out: %1.")
                        .arg(context.locale.toString(summary.gone)));
    return ExitCode::Done;
}

} // namespace tallyman::cli
