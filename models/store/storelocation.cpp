// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storelocation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace tallyman {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(StoreLocation)
};

StoreError unsupported(const QString &engine)
{
    return {
        ErrorCode::Unsupported,
        Tr::tr("There is no engine “%1” in this version. Use a path, sqlite:PATH or memory:.").arg(engine),
        {},
        {}};
}

Result<StoreLocation> file(const QString &path)
{
    if (path.isEmpty())
        return StoreError{ErrorCode::InvalidValue,
                          Tr::tr("The place of the database is empty. Give a path, sqlite:PATH or memory:."),
                          {},
                          QStringLiteral("store")};
    return StoreLocation{StoreLocation::Engine::Sqlite, QDir::cleanPath(QFileInfo(path).absoluteFilePath())};
}

} // namespace

Result<StoreLocation> StoreLocation::parse(const QString &text)
{
    if (text == QLatin1StringView("memory:"))
        return StoreLocation{Engine::Memory, {}};
    const QLatin1StringView sqlite("sqlite:");
    if (text.startsWith(sqlite)) {
        const QString rest = text.mid(sqlite.size());
        return file(rest.startsWith(QLatin1StringView("//")) ? QUrl(text).path() : rest);
    }
    // A path may hold a colon, but not "://" after a scheme.
    static const QRegularExpression scheme(QStringLiteral("^([A-Za-z][A-Za-z0-9+.-]*)://"));
    if (const auto match = scheme.match(text); match.hasMatch())
        return unsupported(match.captured(1));
    return file(text);
}

Result<StoreLocation> StoreLocation::fromEnvironment(const QProcessEnvironment &environment)
{
    const QString engine = environment.value(QStringLiteral("JOB_STORE_TYPE")).toLower();
    if (engine == QLatin1StringView("memory"))
        return StoreLocation{Engine::Memory, {}};
    if (!engine.isEmpty() && engine != QLatin1StringView("sqlite"))
        return unsupported(engine);
    for (const char *name : {"SQLITE_PATH", "DB_PATH"}) {
        const QString path = environment.value(QString::fromLatin1(name));
        if (!path.isEmpty())
            return file(path);
    }
    return file(defaultPath(environment));
}

QString StoreLocation::defaultPath(const QProcessEnvironment &environment)
{
    // XDG Base Directory Specification: a relative path is to be ignored.
    QString data = environment.value(QStringLiteral("XDG_DATA_HOME"));
    if (!QDir::isAbsolutePath(data))
        data = QDir::homePath() + QLatin1StringView("/.local/share");
    return data + QLatin1StringView("/tallyman/jobs.db");
}

} // namespace tallyman
