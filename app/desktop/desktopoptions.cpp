// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktopoptions.h"

#include "app/settings/settings.h"

#include <QCommandLineParser>

namespace tallyman {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(DesktopOptions)
};

StoreError invalid(const QString &message, const QString &field)
{
    return {ErrorCode::InvalidValue, message, {}, field};
}

Result<quint16> readPort(const QString &text)
{
    bool isNumber = false;
    const uint port = text.toUInt(&isNumber);
    if (!isNumber || port > 65535)
        return invalid(Tr::tr("--port is “%1”, and must be a whole number from 0 to 65535.").arg(text),
                       QStringLiteral("--port"));
    return static_cast<quint16>(port);
}

// As tallymanctl does, so that both look at the same jobs.
Result<StoreLocation> readStore(const QString &option, const Settings &settings)
{
    if (!option.isNull())
        return StoreLocation::parse(option);
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"JOB_STORE_TYPE", "SQLITE_PATH", "DB_PATH"}) {
        if (!environment.value(QLatin1StringView(name)).isEmpty())
            return StoreLocation::fromEnvironment(environment);
    }
    const QString setting = settings.value(settings::storeLocation);
    return setting.isEmpty() ? StoreLocation::fromEnvironment(environment) : StoreLocation::parse(setting);
}

} // namespace

Result<DesktopOptions> DesktopOptions::read(const QStringList &arguments, const Settings &settings)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Tr::tr("Shows background jobs as they run, and serves the API that they "
                                            "are reported to."));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption store(QStringLiteral("store"), Tr::tr("Open this database."),
                                   QStringLiteral("PATH|URL"));
    const QCommandLineOption port(QStringLiteral("port"),
                                  Tr::tr("Serve the API at this port; 0 for any that is free."),
                                  QStringLiteral("NUMBER"));
    parser.addOptions({store, port});
    if (!parser.parse(arguments))
        return invalid(parser.errorText(), {});
    if (!parser.positionalArguments().isEmpty())
        return invalid(Tr::tr("“%1” is not an option. See --help.").arg(parser.positionalArguments().first()),
                       {});

    DesktopOptions options;
    if (parser.isSet(help)) {
        options.task = Task::ShowHelp;
        options.helpText = parser.helpText();
        return options;
    }
    if (parser.isSet(version)) {
        options.task = Task::ShowVersion;
        return options;
    }
    const auto location = readStore(parser.isSet(store) ? parser.value(store) : QString(), settings);
    if (!location)
        return location.error();
    options.store = *location;
    const auto number = readPort(parser.isSet(port) ? parser.value(port)
                                                    : QString::number(settings.value(settings::serverPort)));
    if (!number)
        return number.error();
    options.port = *number;
    // Whoever names a port wants it served.
    options.serves = parser.isSet(port) || settings.value(settings::serverEnabled);
    return options;
}

} // namespace tallyman
