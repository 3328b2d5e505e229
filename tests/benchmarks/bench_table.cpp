// SPDX-License-Identifier: GPL-3.0-or-later
// Times the window over databases of different sizes, each in a process of its own, beside what SQLite alone
// takes for the same query in the same run.

#include "tests/benchmarks/eventturns.h"
#include "tests/benchmarks/measure.h"
#include "tests/benchmarks/tablebench.h"
#include "tests/support/jobgenerator.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

#include <cstdio>
#include <cstdlib>

using namespace tallyman;
using namespace tallyman::bench;

namespace {

// Below, they would change what the next run finds.
constexpr qint64 updatesFrom = 1'000'000;

const struct {
    const char *key;
    const char *words;
} figures[] = {
    {"first_paint", "first paint"},
    {"first_paint_sqlite", "  SQLite: 40 newest rows"},
    {"jump", "random jump, median"},
    {"jump_max", "random jump, longest"},
    {"jump_sqlite", "  SQLite: 128 rows by number"},
    {"filter", "typed filter to first rows, median"},
    {"filter_max", "typed filter to first rows, longest"},
    {"filter_sqlite", "  SQLite: 256 rows, median"},
    {"filter_sqlite_max", "  SQLite: 256 rows, longest"},
    {"sort_provider", "sort by provider to first rows"},
    {"sort_provider_sqlite", "  SQLite: 256 rows"},
    {"sort_provider_whole", "sort by provider, all rows"},
    {"sort_provider_turn_max", "  longest turn of the event loop"},
    {"sort_name", "sort by name to first rows"},
    {"sort_name_sqlite", "  SQLite: 256 rows"},
    {"sort_name_progress_after", "  progress shown after"},
    {"sort_name_whole", "sort by name, all rows"},
    {"sort_name_turn_max", "  longest turn of the event loop"},
    {"sort_name_turn_computed_max", "  longest turn, own computing"},
    {"sort_name_cancel", "  cancelled within"},
    {"whole_map", "all rows after opening"},
    {"whole_map_sqlite", "  SQLite: all numbers"},
    {"select_all", "select all"},
    {"selected_numbers", "  numbers of the selected"},
    {"memory_above_empty", "memory above the empty window, MB"},
    {"memory_peak_above_empty", "  at its peak, MB"},
    {"updates_1000_turn_p99", "1,000 updates/s: turn, 99th percentile"},
    {"updates_1000_turn_max", "  longest turn"},
    {"updates_1000_turn_computed_max", "  longest turn, own computing"},
    {"updates_1000_turns_over_50ms", "  turns over 50 ms"},
    {"updates_1000_timer_late_p99", "  timer late, 99th percentile"},
    {"updates_1000_timer_late_max", "  timer late, longest"},
    {"updates_1000_cpu_percent", "  % of a core"},
    {"updates_1000_written_per_second", "  written a second"},
    {"updates_1000_changes_seen", "  changes seen by the table"},
    {"updates_100_turn_max", "100 updates/s: longest turn"},
    {"updates_100_cpu_percent", "  % of a core"},
};

QJsonObject child(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), arguments);
    process.waitForFinished(-1);
    if (process.exitCode() != 0)
        std::exit(1);
    return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
}

QString databaseOf(const QDir &folder, qint64 jobs)
{
    const QString path = folder.absoluteFilePath(QStringLiteral("jobs-%1.db").arg(jobs));
    if (QFile::exists(path))
        return path;
    std::fprintf(stderr, "making %s\n", qPrintable(path));
    const QString draft = path + QStringLiteral(".draft");
    QFile::remove(draft);
    const auto made = test::generateJobs(draft, jobs, SystemClock().now());
    if (!made || !QFile::rename(draft, path)) {
        std::fprintf(stderr, "%s\n", made ? "cannot rename it" : qPrintable(made.error().message));
        std::exit(1);
    }
    return path;
}

void printTable(const QList<std::pair<qint64, QJsonObject>> &results)
{
    QStringList header{QStringLiteral("ms unless said otherwise")};
    for (const auto &[jobs, result] : results)
        header << QLocale(QStringLiteral("en")).toString(jobs);
    Table table(header);
    for (const auto &figure : figures) {
        QStringList row{QString::fromLatin1(figure.words)};
        for (const auto &[jobs, result] : results)
            row << number(result[QLatin1StringView(figure.key)].toDouble(-1.0));
        table.add(row);
    }
    print(table.text());
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const TimedApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.value(1) == QLatin1StringView("--write") && arguments.size() == 5) {
        writeUpdates(arguments.at(2), arguments.at(3).toInt(), arguments.at(4).toInt());
        return 0;
    }
    if (arguments.value(1) == QLatin1StringView("--one") && arguments.size() == 5) {
        const QJsonObject json = measureTable(
            {arguments.at(2), arguments.at(3).toInt(), arguments.at(4) == QLatin1StringView("updates")});
        print(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)) + u'\n');
        return 0;
    }
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Times the window over databases of different sizes."));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("json"), QStringLiteral("Print one JSON object after the table.")},
         {QStringLiteral("jobs"), QStringLiteral("Sizes of the databases."), QStringLiteral("n,n,..."),
          QStringLiteral("10000,1000000,10000000")},
         {QStringLiteral("database"), QStringLiteral("Folder of the databases; those missing are made."),
          QStringLiteral("path"), QDir::homePath()},
         {QStringLiteral("seconds"), QStringLiteral("How long updates arrive; 0: not at all."),
          QStringLiteral("n"), QStringLiteral("60")}});
    parser.process(application);
    const QString seconds = parser.value(QStringLiteral("seconds"));
    const double empty =
        child({QStringLiteral("--one"), QString(), seconds, QString()})[QLatin1StringView("memory")]
            .toDouble();
    QList<std::pair<qint64, QJsonObject>> results;
    QJsonObject json{{QStringLiteral("empty_window_memory"), empty}};
    for (const QString &size : parser.value(QStringLiteral("jobs")).split(u',')) {
        const QString path = databaseOf(QDir(parser.value(QStringLiteral("database"))), size.toLongLong());
        QJsonObject result =
            child({QStringLiteral("--one"), path, seconds,
                   seconds.toInt() > 0 && size.toLongLong() >= updatesFrom ? QStringLiteral("updates")
                                                                           : QString()});
        for (const char *key : {"memory", "memory_peak"})
            result[QLatin1StringView(key) + QLatin1StringView("_above_empty")] =
                result[QLatin1StringView(key)].toDouble() - empty;
        results << std::pair(size.toLongLong(), result);
        json[size] = result;
    }
    printTable(results);
    if (parser.isSet(QStringLiteral("json")))
        print(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)) + u'\n');
    return 0;
}
