// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/tablebench.h"

#include "models/jobtablemodel.h"
#include "models/searchmodels.h"
#include "models/statisticsmodel.h"
#include "models/store/openstore.h"
#include "models/store/sqliteconnection.h"
#include "tests/benchmarks/eventturns.h"
#include "tests/benchmarks/measure.h"
#include "views/jobs/jobtableview.h"
#include "views/mainwindow.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QHeaderView>
#include <QProcess>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <malloc.h>
#include <memory>
#include <sqlite3.h>

namespace tallyman::bench {

namespace {

constexpr int rounds = 5;
constexpr int jumps = 30;
constexpr auto patience = std::chrono::seconds{120};
// Words of three letters and more: many, some and few matches, none, beginnings of a provider, with a field.
constexpr const char *typed[] = {"web",     "track",     "harbour",
                                 "0412",    "moov atom", "vsphere",
                                 "ann 099", "zzzzzzzz",  "status:failed export",
                                 "IMG_0412"};

template<typename T>
T require(Result<T> result)
{
    if (result)
        return std::move(result).value();
    std::fprintf(stderr, "%s %s\n", qPrintable(result.error().message), qPrintable(result.error().detail));
    std::exit(1);
}

double milliseconds(const QElapsedTimer &since)
{
    return static_cast<double>(since.nsecsElapsed()) / 1e6;
}

// The window with all that belongs to it.
class Desk : public QObject {
public:
    explicit Desk(const QString &database)
        : m_store(require(openStore({StoreLocation::Engine::Sqlite, database}, m_clock)))
        , m_connection(
              require(SqliteConnection::open(m_store.databaseName, SqliteConnection::Mode::ReadOnly)))
        , m_jobs(m_connection->database(), m_store.databaseName, m_clock)
        , m_statistics(*m_store.jobs)
        , m_search(m_store.databaseName, m_clock)
        , m_window(*m_store.jobs, m_jobs, m_statistics, m_search, m_clock)
    {
        m_window.resize(1280, 800);
        table().viewport()->installEventFilter(this);
    }

    [[nodiscard]] JobTableModel &jobs() { return m_jobs; }
    [[nodiscard]] MainWindow &window() { return m_window; }
    [[nodiscard]] JobTableView &table() { return *m_window.table(); }

    // Runs the event loop until the table has been drawn, all the rows on it known, after `ready` became
    // true.
    double untilDrawn(const QElapsedTimer &since, const std::function<bool()> &ready)
    {
        m_drawn = false;
        until([&] {
            if (!ready() || !rowsKnown()) {
                m_drawn = false;
                return false;
            }
            if (!m_window.showsTable()) // another page says that there is nothing
                return true;
            if (!m_drawn)
                table().viewport()->update();
            return m_drawn;
        });
        return milliseconds(since);
    }

    void until(const std::function<bool()> &done)
    {
        QElapsedTimer waited;
        waited.start();
        QTimer wake; // `done` may become true without an event
        wake.start(1);
        QEventLoop loop;
        while (!done()) {
            loop.processEvents(QEventLoop::WaitForMoreEvents);
            if (waited.hasExpired(std::chrono::milliseconds(patience).count())) {
                std::fputs("waited in vain\n", stderr);
                std::exit(1);
            }
        }
    }

    void untilLoaded()
    {
        until([this] { return m_jobs.isComplete(); });
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(
                this, [this] { m_drawn = true; }, Qt::QueuedConnection);
        return false;
    }

private:
    bool rowsKnown()
    {
        const int height = table().verticalHeader()->defaultSectionSize();
        const int first = table().verticalScrollBar()->value() / height;
        const int last = std::min(first + table().viewport()->height() / height, m_jobs.rowCount() - 1);
        for (int row = first; row <= last; ++row) {
            if (!m_jobs.index(row, 0).data(JobTableModel::IdRole).isValid())
                return false;
        }
        return true;
    }

    SystemClock m_clock;
    OpenStore m_store;
    std::unique_ptr<SqliteConnection> m_connection;
    JobTableModel m_jobs;
    StatisticsModel m_statistics;
    SearchModels m_search;
    MainWindow m_window;
    bool m_drawn = false;
};

// What SQLite alone takes, by its C API.
class Bare {
public:
    explicit Bare(const QString &database)
    {
        sqlite3_open_v2(database.toUtf8().constData(), &m_database, SQLITE_OPEN_READONLY, nullptr);
        sqlite3_exec(m_database, "PRAGMA cache_size=-16384", nullptr, nullptr, nullptr);
    }
    ~Bare() { sqlite3_close(m_database); }
    Bare(const Bare &) = delete;
    Bare &operator=(const Bare &) = delete;

    qint64 run(const QString &sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_database, sql.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK) {
            std::fprintf(stderr, "%s\n%s\n", sqlite3_errmsg(m_database), qPrintable(sql));
            std::exit(1);
        }
        qint64 rows = 0;
        const int columns = sqlite3_column_count(statement);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (int i = 0; i < columns; ++i)
                (void)sqlite3_column_text(statement, i);
            ++rows;
        }
        sqlite3_finalize(statement);
        return rows;
    }

    double time(const QString &sql, int times = rounds)
    {
        Samples samples = measure(times, [&](int) { (void)run(sql); });
        return median(samples) / 1000.0;
    }

private:
    sqlite3 *m_database = nullptr;
};

JobFilter parsed(const QString &text)
{
    return require(parseFilter(text));
}

class TableBench {
public:
    explicit TableBench(const TableBenchOptions &options)
        : m_options(options)
        , m_bare(options.database)
    {
    }

    QJsonObject run()
    {
        openings();
        m_desk = std::make_unique<Desk>(m_options.database);
        QElapsedTimer since;
        since.start();
        m_desk->window().show();
        m_desk->untilLoaded();
        put("whole_map", milliseconds(since));
        put("whole_map_sqlite",
            m_bare.time(QStringLiteral("SELECT seq FROM jobs ORDER BY created_at DESC, seq DESC"), 2));
        malloc_trim(0);
        put("memory", memoryMegabytes("VmRSS"));
        randomJumps();
        typedFilters();
        sorts();
        selectAll();
        if (m_options.updates) {
            updates(1000, m_options.seconds, "updates_1000");
            updates(100, std::min(m_options.seconds, 20), "updates_100");
        }
        put("memory_peak", memoryMegabytes("VmHWM"));
        return m_json;
    }

private:
    void put(const char *key, double value) { m_json[QLatin1StringView(key)] = value; }

    void openings()
    {
        Samples samples;
        for (int i = 0; i < rounds; ++i) {
            QElapsedTimer since;
            since.start();
            Desk desk(m_options.database);
            desk.window().show();
            samples << desk.untilDrawn(since, [&] { return desk.jobs().rowCount() > 0; });
        }
        put("first_paint", median(samples));
        put("first_paint_sqlite",
            m_bare.time(QStringLiteral("SELECT * FROM jobs ORDER BY created_at DESC, seq DESC LIMIT 40")));
    }

    void randomJumps()
    {
        QRandomGenerator random(7);
        QScrollBar *bar = m_desk->table().verticalScrollBar();
        Samples samples;
        Samples bare;
        for (int i = 0; i < jumps; ++i) {
            const int value = random.bounded(bar->maximum());
            QElapsedTimer since;
            since.start();
            bar->setValue(value);
            samples << m_desk->untilDrawn(since, [] { return true; });
            QStringList seqs;
            const int first = value / m_desk->table().verticalHeader()->defaultSectionSize();
            for (int row = std::max(0, first - 37); row < std::min(first + 91, m_desk->jobs().rowCount());
                 ++row)
                seqs << QString::number(m_desk->jobs().seqAt(row));
            bare << m_bare.time(QStringLiteral("SELECT * FROM jobs WHERE seq IN (%1)").arg(seqs.join(u',')),
                                1);
        }
        put("jump", median(samples));
        put("jump_max", percentile(samples, 1.0));
        put("jump_sqlite", median(bare));
        bar->setValue(0);
    }

    double showFilter(const JobFilter &filter)
    {
        bool reset = false;
        QObject context;
        QObject::connect(&m_desk->jobs(), &QAbstractItemModel::modelReset, &context,
                         [&reset] { reset = true; });
        QElapsedTimer since;
        since.start();
        m_desk->jobs().setJobFilter(filter);
        return m_desk->untilDrawn(
            since, [&] { return reset && (m_desk->jobs().rowCount() > 0 || m_desk->jobs().isComplete()); });
    }

    void typedFilters()
    {
        Samples first;
        Samples bare;
        QJsonObject each;
        for (const char *text : typed) {
            const JobFilter filter = parsed(QLatin1StringView(text));
            Samples samples;
            for (int i = 0; i < 3; ++i) {
                samples << showFilter(filter);
                m_desk->untilLoaded();
                const int rows = m_desk->jobs().rowCount();
                (void)showFilter({});
                m_desk->untilLoaded();
                each[QLatin1StringView(text)] = QJsonObject{{QStringLiteral("first_rows"), median(samples)},
                                                            {QStringLiteral("rows"), rows}};
            }
            first << median(samples);
            bare << m_bare.time(QStringLiteral("SELECT seq FROM jobs WHERE ")
                                    + whereOf(filter, {SystemClock().now()})
                                    + QStringLiteral(" ORDER BY created_at DESC, seq DESC LIMIT 256"),
                                1);
        }
        put("filter", median(first));
        put("filter_max", percentile(first, 1.0));
        put("filter_sqlite", median(bare));
        put("filter_sqlite_max", percentile(bare, 1.0));
        m_json[QStringLiteral("filters")] = each;
    }

    void sorts()
    {
        const struct {
            const char *key;
            FilterField field;
            const char *order;
        } all[] = {{"sort_provider", FilterField::Provider, "provider, created_at, seq"},
                   {"sort_name", FilterField::Name, "name COLLATE NOCASE, created_at, seq"}};
        for (const auto &sort : all) {
            const QByteArray key(sort.key);
            bool changed = false;
            double reading = -1.0;
            QObject context;
            QElapsedTimer since;
            QObject::connect(&m_desk->jobs(), &QAbstractItemModel::layoutChanged, &context,
                             [&] { changed = true; });
            QObject::connect(&m_desk->jobs(), &JobTableModel::reading, &context, [&] {
                if (reading < 0)
                    reading = milliseconds(since);
            });
            application().start();
            since.start();
            m_desk->jobs().setSortKeys({{sort.field, false}});
            put(key, m_desk->untilDrawn(since, [&] { return changed; }));
            m_desk->untilLoaded();
            put(key + "_whole", milliseconds(since));
            put(key + "_progress_after", reading);
            putTurns(key, application().stop());
            put(key + "_sqlite",
                m_bare.time(QStringLiteral("SELECT seq FROM jobs ORDER BY %1 LIMIT 256")
                                .arg(QLatin1StringView(sort.order)),
                            2));
            cancelled(sort.field, key);
        }
    }

    // Turned round, and cancelled on the way.
    void cancelled(FilterField field, const QByteArray &key)
    {
        m_desk->jobs().setSortKeys({{field, true}});
        QElapsedTimer since;
        since.start();
        m_desk->until([&] { return m_desk->jobs().isComplete() || since.hasExpired(400); });
        since.start();
        m_desk->jobs().cancel();
        m_desk->until([&] { return m_desk->jobs().isComplete() || m_desk->jobs().isStopped(); });
        put(key + "_cancel", milliseconds(since));
        m_desk->jobs().setSortKeys({});
        m_desk->untilLoaded();
    }

    void put(const QByteArray &key, double value) { put(key.constData(), value); }

    static TimedApplication &application() { return *static_cast<TimedApplication *>(qApp); }

    void putTurns(const QByteArray &key, const TimedApplication::Turns &turns)
    {
        put(key + "_turn_p99", percentile(turns.wall, 0.99));
        put(key + "_turn_max", percentile(turns.wall, 1.0));
        put(key + "_turn_computed_max", percentile(turns.computed, 1.0));
        put(key + "_turns_over_50ms",
            static_cast<double>(std::count_if(turns.wall.begin(), turns.wall.end(),
                                              [](double turn) { return turn > 50.0; })));
        put(key + "_turns", static_cast<double>(turns.wall.size()));
        put(key + "_timer_late_p99", percentile(turns.late, 0.99));
        put(key + "_timer_late_max", percentile(turns.late, 1.0));
    }

    void selectAll()
    {
        QElapsedTimer since;
        since.start();
        m_desk->table().selectAll();
        put("select_all", m_desk->untilDrawn(since, [] { return true; }));
        since.start();
        const qsizetype selected = m_desk->table().selectedSeqs().size();
        put("selected_numbers", milliseconds(since));
        put("selected", static_cast<double>(selected));
        m_desk->table().clearSelection();
    }

    void updates(int rate, int seconds, const QByteArray &key)
    {
        QProcess writer;
        writer.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        writer.start(QCoreApplication::applicationFilePath(),
                     {QStringLiteral("--write"), m_options.database, QString::number(rate),
                      QString::number(seconds + 2)});
        QElapsedTimer since;
        since.start();
        m_desk->until([&] { return since.hasExpired(1000); });
        int changes = 0;
        QObject context;
        QObject::connect(&m_desk->jobs(), &QAbstractItemModel::dataChanged, &context,
                         [&changes] { ++changes; });
        application().start();
        QEventLoop loop;
        QTimer::singleShot(std::chrono::seconds(seconds), Qt::PreciseTimer, &loop, &QEventLoop::quit);
        const double before = processSeconds();
        since.start();
        loop.exec();
        put(key + "_cpu_percent", 100.0 * (processSeconds() - before) / (milliseconds(since) / 1000.0));
        putTurns(key, application().stop());
        put(key + "_changes_seen", changes);
        writer.waitForFinished(-1);
        const QByteArray written = writer.readAllStandardOutput().trimmed();
        put(key + "_written_per_second", written.toDouble());
    }

    TableBenchOptions m_options;
    Bare m_bare;
    std::unique_ptr<Desk> m_desk;
    QJsonObject m_json;
};

} // namespace

QJsonObject measureTable(const TableBenchOptions &options)
{
    if (!options.database.isEmpty())
        return TableBench(options).run();
    const QTemporaryDir folder;
    Desk desk(folder.filePath(QStringLiteral("empty.db")));
    desk.window().show();
    desk.untilLoaded();
    malloc_trim(0);
    return {{QStringLiteral("memory"), memoryMegabytes("VmRSS")}};
}

void writeUpdates(const QString &database, int rate, int seconds)
{
    static const SystemClock clock;
    const OpenStore opened = require(openStore({StoreLocation::Engine::Sqlite, database}, clock));
    JobStore &store = *opened.jobs;
    QRandomGenerator random(3);
    QList<JobId> running;
    QList<JobId> pending;
    for (const JobStatus status : {JobStatus::Running, JobStatus::Pending}) {
        JobFilter filter;
        filter.addStatuses({status});
        for (const Job &job : require(store.find(filter, {800, 0})))
            (status == JobStatus::Running ? running : pending) << job.id;
    }
    qint64 done = 0;
    QElapsedTimer since;
    since.start();
    const auto count = [](const auto &) {};
    while (!since.hasExpired(qint64{1000} * seconds)) {
        const qint64 due = since.elapsed() * rate / 1000;
        for (; done < due; ++done) {
            // Mostly progress; now and then a job comes in, starts or ends.
            const int what = random.bounded(100);
            if (what < 2 || running.size() < 10) {
                Job job;
                job.id = JobId::generate(clock.now());
                job.name = QStringLiteral("live_set_%1.flac").arg(random.bounded(10000));
                job.provider = QStringLiteral("songmap");
                pending << job.id;
                store.createAsync(job, count);
            } else if (what < 5 && !pending.isEmpty()) {
                const JobId id = pending.takeAt(random.bounded(pending.size()));
                running << id;
                JobUpdate update;
                update.status = JobStatus::Running;
                store.updateAsync(id, update, count);
            } else if (what < 7) {
                JobUpdate update;
                update.status = JobStatus::Completed;
                store.updateAsync(running.takeAt(random.bounded(running.size())), update, count);
            } else {
                JobUpdate update;
                update.progress = random.generateDouble();
                store.updateAsync(running.at(random.bounded(running.size())), update, count);
            }
        }
        QThread::msleep(5);
    }
    print(QString::number(static_cast<double>(done) / (static_cast<double>(since.elapsed()) / 1000.0))
          + u'\n');
}

} // namespace tallyman::bench
