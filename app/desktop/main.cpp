// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/apiservice.h"
#include "app/desktop/desktopoptions.h"
#include "app/desktop/translators.h"
#include "app/process/exitcode.h"
#include "app/process/signalwatcher.h"
#include "app/settings/settings.h"
#include "models/jobtablemodel.h"
#include "models/searchmodels.h"
#include "models/statisticsmodel.h"
#include "models/store/openstore.h"
#include "models/store/sqliteconnection.h"
#include "views/mainwindow.h"
#include "views/startupproblem.h"

#include <QApplication>
#include <QIcon>

#include <cstdio>

namespace {

using namespace tallyman;

void say(std::FILE *stream, const QString &text)
{
    std::fputs(qUtf8Printable(text + u'\n'), stream);
    std::fflush(stream);
}

/// The store, and the connection of this thread to its database.
struct Database {
    OpenStore store;
    std::unique_ptr<SqliteConnection> connection;
};

Result<Database> openDatabase(const StoreLocation &location, const Clock &clock)
{
    auto store = openStore(location, clock);
    if (!store)
        return store.error();
    auto connection = SqliteConnection::open(store->databaseName, SqliteConnection::Mode::ReadOnly);
    if (!connection)
        return connection.error();
    return Database{std::move(*store), std::move(*connection)};
}

// Asks the user what to do as long as it cannot be opened.
std::optional<Database> openOrAsk(const StoreLocation &location, const Clock &clock)
{
    for (;;) {
        auto opened = openDatabase(location, clock);
        if (opened)
            return std::move(*opened);
        say(stderr, opened.error().message);
        if (StartupProblem(opened.error()).exec() != QDialog::Accepted)
            return {};
    }
}

void keepLayout(MainWindow &window, Settings &settings)
{
    window.restoreLayout({settings.value(settings::windowGeometry), settings.value(settings::windowState),
                          settings.value(settings::tableHeader)});
    QObject::connect(&window, &MainWindow::closing, &window, [&window, &settings] {
        const WindowLayout layout = window.saveLayout();
        settings.setValue(settings::windowGeometry, layout.geometry);
        settings.setValue(settings::windowState, layout.state);
        settings.setValue(settings::tableHeader, layout.tableHeader);
    });
}

void keepSearch(SearchModels &search, Settings &settings)
{
    if (const auto views = savedViewsFromJson(settings.value(settings::savedViews)))
        search.views.setViews(*views);
    search.history.setQueries(settings.value(settings::searchHistory));
    QObject::connect(&search.views, &SavedViews::edited, &search.views, [&search, &settings] {
        settings.setValue(settings::savedViews, toJson(search.views.views()));
    });
    QObject::connect(&search.history, &QueryHistory::changed, &search.history, [&search, &settings] {
        settings.setValue(settings::searchHistory, search.history.queries());
    });
}

void serve(ApiService &api, MainWindow &window, bool serves)
{
    QObject::connect(&api, &ApiService::changed, &window, &MainWindow::setApiState);
    QObject::connect(&api, &ApiService::changed, &window, [](const ApiState &state) {
        if (state.kind == ApiState::Kind::Listening)
            say(stdout, QStringLiteral("listening on ") + state.url);
        else
            say(stderr, state.message);
    });
    QObject::connect(&window, &MainWindow::apiRetryRequested, &api, &ApiService::start);
    QObject::connect(&window, &MainWindow::apiOtherPortRequested, &api, &ApiService::startAtAnyPort);
    if (serves)
        api.start();
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): a Result throws only where nobody asked whether it is ok
int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("tallyman"));
    QApplication::setApplicationDisplayName(QStringLiteral("Tallyman"));
    QApplication::setApplicationVersion(QStringLiteral(TALLYMAN_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.tallyman.Tallyman"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/tallyman/icons/tallyman.svg")));
    installTranslators(*QApplication::instance());
    const SignalWatcher signalWatcher;
    // Not quit(), which does nothing before exec(), when the window that asks what to do may be there.
    QObject::connect(&signalWatcher, &SignalWatcher::endRequested, &application,
                     &QApplication::closeAllWindows);

    Settings settings;
    const auto options = DesktopOptions::read(QApplication::arguments(), settings);
    if (!options) {
        say(stderr, options.error().message);
        return int(ExitCode::Usage);
    }
    if (options->task == DesktopOptions::Task::ShowHelp) {
        say(stdout, options->helpText.trimmed());
        return int(ExitCode::Done);
    }
    if (options->task == DesktopOptions::Task::ShowVersion) {
        say(stdout, QStringLiteral("tallyman ") + QApplication::applicationVersion());
        return int(ExitCode::Done);
    }

    const SystemClock clock;
    const auto database = openOrAsk(options->store, clock);
    if (!database)
        return int(ExitCode::StoreUnavailable);
    JobStore &store = *database->store.jobs;
    JobTableModel jobs(database->connection->database(), database->store.databaseName, clock);
    StatisticsModel statistics(store);
    SearchModels search(database->store.databaseName, clock);
    keepSearch(search, settings);
    ApiService api(store, clock,
                   {.port = options->port,
                    .uploadLimit = settings.value(settings::uploadLimit),
                    .uploadDirectory = database->store.uploadDirectory});
    MainWindow window(store, jobs, statistics, search, clock);
    keepLayout(window, settings);
    serve(api, window, options->serves);
    window.show();
    return QApplication::exec();
}
