// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/servecommand.h"

#include "app/cli/logging.h"
#include "app/cli/values.h"
#include "app/process/signalwatcher.h"

#include <QCoreApplication>
#include <QLoggingCategory>

namespace tallyman::cli {

namespace {

Q_LOGGING_CATEGORY(serveLog, "tallyman.serve", QtInfoMsg)

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ServeCommand)
};

using L = QLatin1StringView;

// Tells whoever started us that requests can come now; whether that could be written.
bool announce(Context &context, const http::Server &server, quint16 port, const QString &location)
{
    if (context.json)
        context.printJson({{QStringLiteral("url"), server.url()},
                           {QStringLiteral("port"), port},
                           {QStringLiteral("database"), location}});
    else
        context.out.write(QStringLiteral("listening on %1\n").arg(server.url()));
    return context.out.flush();
}

} // namespace

QLatin1StringView ServeCommand::name() const
{
    return L("serve");
}

QString ServeCommand::description() const
{
    return Tr::tr("Run the REST server until it is interrupted.");
}

void ServeCommand::declareOptions(OptionSet &options)
{
    options.text(L("--host"), m_host, L("ADDRESS"),
                 Tr::tr("The address to listen on, of this machine only (127.0.0.1)"));
    options.text(L("--port"), m_port, L("NUMBER"),
                 Tr::tr("The port to listen on; 0 for any that is free (that of the settings, or 8000)"));
}

ExitCode ServeCommand::run(Context &context)
{
    // First: a signal that comes while the store is being opened is not to be lost.
    const SignalWatcher signalWatcher;
    setLogThreshold(QtInfoMsg);
    auto options = readOptions(context.settings);
    if (!options)
        return context.fail(options.error());
    const auto store = context.openStore();
    if (!store)
        return context.fail(store.error());
    options->uploadDirectory = store->uploadDirectory;
    http::Server server(*store->jobs, context.clock, *options);
    const auto port = server.start();
    if (!port)
        return context.fail(port.error());
    if (!announce(context, server, *port, store->jobs->location()))
        return ExitCode::Failed;
    qCInfo(serveLog, "serving %s at %s", qUtf8Printable(store->jobs->location()),
           qUtf8Printable(server.url()));
    QObject::connect(&signalWatcher, &SignalWatcher::endRequested, QCoreApplication::instance(),
                     &QCoreApplication::quit);
    QCoreApplication::exec();
    qCInfo(serveLog, "ending: finishing what was accepted");
    server.stop();
    qCInfo(serveLog, "ended after %llu requests", static_cast<unsigned long long>(server.requestsAnswered()));
    return ExitCode::Done;
}

Result<http::ServerOptions> ServeCommand::readOptions(const Settings &settings) const
{
    http::ServerOptions options;
    const QString port = m_port.value_or(QString::number(settings.value(settings::serverPort)));
    const auto number = wholeNumber(L("--port"), port, 0, 65535);
    if (!number)
        return number.error();
    options.port = static_cast<quint16>(*number);
    if (m_host && *m_host != L("localhost") && !options.address.setAddress(*m_host))
        return StoreError{
            ErrorCode::InvalidValue,
            Tr::tr("--host is “%1”, and must be an address such as 127.0.0.1 or ::1.").arg(*m_host),
            {},
            QStringLiteral("--host")};
    options.uploadLimit = settings.value(settings::uploadLimit);
    return options;
}

} // namespace tallyman::cli
