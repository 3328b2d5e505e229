// SPDX-License-Identifier: GPL-3.0-or-later
// Times the store beside the raw SQLite C API on the same schema, and beside Python's sqlite3 on the
// songmap schema, all in one run: once in a folder on disk, where each commit is flushed, and once in
// /dev/shm, where a flush costs nothing and what remains is the work itself.

#include "models/store/openstore.h"
#include "tests/benchmarks/measure.h"
#include "tests/benchmarks/rawsqlite.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <future>
#include <map>

using namespace tallyman;
using namespace tallyman::bench;

namespace {

constexpr int groupSize = 100;

const struct {
    const char *key;
    const char *words;
} operations[] = {{"create", "create, one a transaction"},
                  {"create_grouped", "create, 100 a transaction"},
                  {"read", "read by id"},
                  {"list_100", "list 100"},
                  {"update", "update progress"},
                  {"move", "pending to running"},
                  {"delete", "delete"}};

using Medians = std::map<QString, double>;

struct Size {
    int jobs;
    int count;
};

template<typename T>
T require(Result<T> result)
{
    if (result)
        return *std::move(result);
    std::fprintf(stderr, "%s\n", qPrintable(result.error().message));
    std::exit(1);
}

Job newJob(const JobId &id)
{
    Job job;
    job.id = id;
    job.name = QStringLiteral("track_0001.wav");
    job.provider = QStringLiteral("songmap");
    job.input = QStringLiteral("/srv/songmap/in/track_0001.wav");
    return job;
}

OpenStore open(const QString &folder)
{
    static const SystemClock clock;
    return require(openStore({StoreLocation::Engine::Sqlite, folder + QLatin1StringView("/jobs.db")}, clock));
}

void createMany(JobStore &store, const QList<JobId> &ids)
{
    std::promise<void> last;
    for (const JobId &id : ids) {
        const bool isLast = &id == &ids.constLast();
        store.createAsync(newJob(id), [&last, isLast](const Result<Job> &job) {
            (void)require(job);
            if (isLast)
                last.set_value();
        });
    }
    last.get_future().wait();
}

QList<JobId> newIds(int count)
{
    const SystemClock clock;
    QList<JobId> ids;
    for (int i = 0; i < count; ++i)
        ids << JobId::generate(clock.now());
    return ids;
}

Medians measureStore(const QString &folder, Size size)
{
    OpenStore opened = open(folder);
    JobStore &store = *opened.jobs;
    const QList<JobId> base = newIds(size.jobs);
    for (int i = 0; i < size.jobs; i += 1000)
        createMany(store, base.mid(i, 1000));
    const QList<JobId> more = newIds(size.count);
    const auto spread = [&](int i) { return base[(qint64(i) * 7919) % size.jobs]; };
    Medians medians;
    medians[QStringLiteral("create")] =
        median(measure(size.count, [&](int i) { (void)require(store.create(newJob(more[i]))); }));
    medians[QStringLiteral("create_grouped")] = median(measure(
        std::max(5, size.count / 20), [&](int) { createMany(store, newIds(groupSize)); }, groupSize));
    const auto read = [&](int i) { (void)require(store.findById(spread(i))); };
    (void)measure(size.count, read); // by a connection that has read nothing yet, unlike those below
    medians[QStringLiteral("read")] = median(measure(size.count, read));
    medians[QStringLiteral("list_100")] = median(measure(std::max(20, size.count / 20), [&](int) {
        (void)require(store.find({}, {100, 0}));
    }));
    medians[QStringLiteral("update")] = median(measure(
        size.count, [&](int i) { (void)require(store.updateProgress(spread(i), double(i) / size.count)); }));
    medians[QStringLiteral("move")] = median(measure(
        size.count, [&](int i) { (void)require(store.updateStatus(spread(i), JobStatus::Running)); }));
    medians[QStringLiteral("delete")] =
        median(measure(size.count, [&](int i) { (void)require(store.remove(more[i])); }));
    return medians;
}

// `without`: statements that drop what is left out, to see what it costs.
Medians measureRaw(const QString &folder, Size size, const QByteArray &without = {})
{
    (void)open(folder); // makes the schema
    RawSqlite raw(folder + QLatin1StringView("/jobs.db"), without);
    const SystemClock clock;
    const auto toBytes = [](const QList<JobId> &ids) {
        QList<QByteArray> texts;
        for (const JobId &id : ids)
            texts << id.text().toUtf8();
        return texts;
    };
    const auto now = [&clock] { return toIsoText(clock.now()); };
    const auto single = [&raw](const std::function<void()> &change) {
        raw.begin();
        change();
        raw.commit();
    };
    const QList<QByteArray> base = toBytes(newIds(size.jobs));
    for (int i = 0; i < size.jobs; i += 500) {
        single([&] {
            for (int k = i; k < std::min(i + 500, size.jobs); ++k)
                raw.create(base[k], now());
        });
    }
    const QList<QByteArray> more = toBytes(newIds(size.count));
    const auto spread = [&](int i) { return base[(qint64(i) * 7919) % size.jobs]; };
    Medians medians;
    medians[QStringLiteral("create")] =
        median(measure(size.count, [&](int i) { single([&] { raw.create(more[i], now()); }); }));
    medians[QStringLiteral("create_grouped")] = median(measure(
        std::max(5, size.count / 20),
        [&](int) {
            const QList<QByteArray> group = toBytes(newIds(groupSize));
            single([&] {
                for (const QByteArray &id : group)
                    raw.create(id, now());
            });
        },
        groupSize));
    std::size_t sum = 0;
    medians[QStringLiteral("read")] = median(measure(size.count, [&](int i) { sum += raw.read(spread(i)); }));
    medians[QStringLiteral("list_100")] =
        median(measure(std::max(20, size.count / 20), [&](int) { sum += raw.list(100); }));
    medians[QStringLiteral("update")] = median(measure(size.count, [&](int i) {
        single([&] { raw.setProgress(spread(i), double(i) / size.count, now()); });
    }));
    medians[QStringLiteral("move")] =
        median(measure(size.count, [&](int i) { single([&] { raw.start(spread(i), now()); }); }));
    medians[QStringLiteral("delete")] =
        median(measure(size.count, [&](int i) { single([&] { raw.remove(more[i]); }); }));
    if (sum == 0)
        std::exit(1); // nothing was read
    return medians;
}

Medians measurePython(const QString &folder, Size size)
{
    QProcess python;
    const QString debians = QStringLiteral("/usr/bin/python3");
    python.start(QFile::exists(debians) ? debians : QStringLiteral("python3"),
                 {QStringLiteral(TALLYMAN_SONGMAP_PEER), folder, QString::number(size.jobs),
                  QString::number(size.count)});
    python.waitForFinished(-1);
    Medians medians;
    const QJsonObject result = QJsonDocument::fromJson(python.readAllStandardOutput()).object();
    for (auto i = result.begin(); i != result.end(); ++i)
        medians[i.key()] = i->toDouble();
    return medians;
}

using Measurement = std::function<Medians(const QString &folder)>;

// The median over the rounds of each figure. Rounds go through all measurements in turn, so that a change
// of the machine's speed meets all alike.
QList<Medians> rounds(const QString &place, int count, const QList<Measurement> &measurements)
{
    QList<std::map<QString, Samples>> samples(measurements.size());
    for (int round = 0; round < count; ++round) {
        for (qsizetype m = 0; m < measurements.size(); ++m) {
            const QTemporaryDir folder(place + QLatin1StringView("/bench_store-XXXXXX"));
            for (const auto &[key, value] : measurements[m](folder.path()))
                samples[m][key] << value;
        }
    }
    QList<Medians> medians(measurements.size());
    for (qsizetype m = 0; m < measurements.size(); ++m) {
        for (const auto &[key, values] : samples[m])
            medians[m][key] = median(values);
    }
    return medians;
}

double value(const Medians &medians, const char *key)
{
    const auto found = medians.find(QString::fromLatin1(key));
    return found == medians.end() ? -1.0 : found->second;
}

double ratio(double a, double b)
{
    return a > 0 && b > 0 ? a / b : -1.0;
}

QJsonObject compare(const QString &title, const QString &place, Size size, int count)
{
    const auto medians = rounds(place, count,
                                {[size](const QString &folder) { return measureStore(folder, size); },
                                 [size](const QString &folder) { return measureRaw(folder, size); },
                                 [size](const QString &folder) { return measurePython(folder, size); }});
    Table table({title, QStringLiteral("store us"), QStringLiteral("C API us"), QStringLiteral("% of C API"),
                 QStringLiteral("Python us"), QStringLiteral("store/Python")});
    QJsonObject json;
    for (const auto &operation : operations) {
        const double store = value(medians[0], operation.key);
        const double raw = value(medians[1], operation.key);
        const double python = value(medians[2], operation.key);
        table.add({QString::fromLatin1(operation.words), number(store), number(raw),
                   number(100.0 * ratio(raw, store), 0), number(python), number(ratio(store, python), 2)});
        json[QString::fromLatin1(operation.key)] = QJsonObject{{QStringLiteral("store_us"), store},
                                                               {QStringLiteral("c_api_us"), raw},
                                                               {QStringLiteral("python_us"), python}};
    }
    print(table.text() + u'\n');
    return json;
}

QJsonObject costs(const QString &place, Size size, int count)
{
    const QByteArray noFeed =
        "DROP TRIGGER jobs_update; DROP TRIGGER job_payload_update;"
        "DROP TRIGGER jobs_insert; CREATE TRIGGER jobs_insert AFTER INSERT ON jobs BEGIN "
        "INSERT INTO job_totals (provider, status, present) VALUES (ifnull(new.provider, ''), "
        "new.status, 1) ON CONFLICT (provider, status) DO UPDATE SET present = present + 1; END;"
        "DROP TRIGGER jobs_delete; CREATE TRIGGER jobs_delete AFTER DELETE ON jobs BEGIN "
        "UPDATE job_totals SET present = present - 1 WHERE provider = ifnull(old.provider, '') "
        "AND status = old.status; DELETE FROM job_payload WHERE seq = old.seq; DELETE FROM "
        "job_results WHERE seq = old.seq; DELETE FROM job_events WHERE seq = old.seq; END;";
    const QByteArray noTimeline = "DROP TRIGGER jobs_move;";
    const QByteArray noRollups =
        "DROP TRIGGER jobs_count; DROP TRIGGER jobs_end_insert; DROP TRIGGER jobs_end_back;"
        "DROP TRIGGER jobs_end_again; DROP TRIGGER jobs_insert; CREATE TRIGGER jobs_insert "
        "AFTER INSERT ON jobs BEGIN INSERT INTO job_changes (seq, op) VALUES (new.seq, 1); END;"
        "DROP TRIGGER jobs_delete; CREATE TRIGGER jobs_delete AFTER DELETE ON jobs BEGIN "
        "INSERT INTO job_changes (seq, op) VALUES (old.seq, 3); DELETE FROM job_payload WHERE "
        "seq = old.seq; DELETE FROM job_results WHERE seq = old.seq; DELETE FROM job_events "
        "WHERE seq = old.seq; END;";
    const QByteArray search =
        "CREATE VIRTUAL TABLE bench_search USING fts5(name, tokenize='trigram', content='', "
        "detail='none'); CREATE TRIGGER jobs_search AFTER INSERT ON jobs BEGIN INSERT INTO "
        "bench_search (rowid, name) VALUES (new.seq, new.name); END;";
    const auto raw = [size](const QByteArray &more) {
        return [size, more](const QString &folder) { return measureRaw(folder, size, more); };
    };
    const auto medians =
        rounds(place, count, {raw({}), raw(noFeed), raw(noTimeline), raw(noRollups), raw(search)});
    const QStringList names{QStringLiteral("schema us"), QStringLiteral("- feed"),
                            QStringLiteral("- timeline"), QStringLiteral("- rollups"),
                            QStringLiteral("+ trigram")};
    Table table(QStringList{QStringLiteral("what each costs, C API, no flush")} + names);
    QJsonObject json;
    for (const char *key : {"create", "create_grouped", "update", "move", "delete"}) {
        QStringList row{QString::fromLatin1(key)};
        QJsonObject values;
        for (qsizetype i = 0; i < medians.size(); ++i) {
            row << number(value(medians[i], key));
            values[names[i]] = value(medians[i], key);
        }
        table.add(row);
        json[QString::fromLatin1(key)] = values;
    }
    print(table.text());
    return json;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Times the store beside the SQLite C API and Python's sqlite3, in microseconds."));
    parser.addHelpOption();
    parser.addOptions(
        {{QStringLiteral("json"), QStringLiteral("Print one JSON object after the tables.")},
         {QStringLiteral("jobs"), QStringLiteral("Jobs there are before."), QStringLiteral("n"),
          QStringLiteral("10000")},
         {QStringLiteral("count"), QStringLiteral("Operations timed a round."), QStringLiteral("n"),
          QStringLiteral("1000")},
         {QStringLiteral("rounds"), QStringLiteral("Rounds."), QStringLiteral("n"), QStringLiteral("5")},
         {QStringLiteral("folder"), QStringLiteral("Folder on a disk."), QStringLiteral("path"),
          QDir::homePath()}});
    parser.process(application);
    const auto option = [&parser](const char *name) { return parser.value(QString::fromLatin1(name)); };
    const Size size{std::max(1000, option("jobs").toInt()), std::max(100, option("count").toInt())};
    const int count = std::max(1, option("rounds").toInt());
    QJsonObject json;
    json[QStringLiteral("jobs")] = size.jobs;
    json[QStringLiteral("flushed")] =
        compare(QStringLiteral("flushed to disk (FULL)"), option("folder"), size, count);
    const QString memory = QStringLiteral("/dev/shm");
    if (QDir(memory).exists()) {
        json[QStringLiteral("no_flush")] =
            compare(QStringLiteral("no flush (/dev/shm)"), memory, size, count);
        json[QStringLiteral("costs")] = costs(memory, size, count);
    }
    if (parser.isSet(QStringLiteral("json")))
        print(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)) + u'\n');
    return 0;
}
