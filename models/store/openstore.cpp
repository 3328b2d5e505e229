// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/openstore.h"

#include "models/store/schema.h"
#include "models/store/sqljobstore.h"
#include "models/store/uploadtrash.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QUuid>

namespace tallyman {

namespace {

// `folder`: one to delete when the store ends, or nothing.
Result<OpenStore> openWith(SqlJobStore::Options options, const QString &uploads, const Clock &clock,
                           const std::shared_ptr<QTemporaryDir> &folder = {})
{
    options.writer.removed = [files = UploadStore(uploads), folder](const QList<JobId> &ids) {
        for (const JobId &id : ids)
            files.remove(id);
    };
    const auto trash = std::make_shared<UploadTrash>(uploads);
    options.writer.trashed = [trash, folder](const QList<JobId> &ids) { trash->take(ids); };
    options.restoring = [trash](const QList<JobId> &ids) { trash->putBack(ids); };
    const QString databaseName = options.writer.databaseName;
    auto store = SqlJobStore::open(std::move(options), clock);
    if (!store)
        return store.error();
    return OpenStore{std::move(*store), databaseName, uploads};
}

Result<OpenStore> openMemory(const Clock &clock)
{
    // SQLite keeps a "memdb" database as long as one connection is open; a name that begins with a slash
    // is shared by all connections of the process (https://www.sqlite.org/src/doc/trunk/src/memdb.c).
    const QString name =
        QStringLiteral("file:/tallyman-%1?vfs=memdb").arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
    auto first = SqliteConnection::open(name, SqliteConnection::Mode::ReadWrite);
    if (!first)
        return first.error();
    if (auto migrated = migrate(**first, builtInMigrations()); !migrated)
        return migrated.error();
    const auto uploads = std::make_shared<QTemporaryDir>();
    SqlJobStore::Options options;
    options.writer.databaseName = name;
    options.location = QStringLiteral("memory:");
    return openWith(std::move(options), uploads->path(), clock, uploads);
}

Result<OpenStore> openFile(const QString &path, const Clock &clock)
{
    if (auto prepared = prepareDatabaseFile(path); !prepared)
        return prepared.error();
    SqlJobStore::Options options;
    options.writer.databaseName = path;
    options.writer.keeperPath = path;
    options.location = path;
    return openWith(std::move(options), QFileInfo(path).absolutePath() + QLatin1StringView("/uploads"),
                    clock);
}

} // namespace

Result<OpenStore> openStore(const StoreLocation &location, const Clock &clock)
{
    switch (location.engine) {
    case StoreLocation::Engine::Memory:
        return openMemory(clock);
    case StoreLocation::Engine::Sqlite:
        return openFile(location.path, clock);
    }
    Q_UNREACHABLE();
}

} // namespace tallyman
