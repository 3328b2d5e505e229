// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/schema.h"

#include "models/store/syncdirectory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QtEndian>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <memory>
#include <sqlite3.h>
#include <unistd.h>

namespace tallyman {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Schema)
};

// Up to this size a database is checked in full whenever it is opened, which takes some milliseconds;
// beyond it, damage shows when the damaged page is read.
constexpr qint64 fullCheckBytes = 4 * 1024 * 1024;

Result<int> pragmaNumber(const SqliteConnection &connection, const char *name)
{
    QSqlQuery query = connection.query();
    if (!query.exec(QStringLiteral("PRAGMA ") + QLatin1StringView(name)) || !query.next())
        return connection.error(query);
    return query.value(0).toInt();
}

StoreError foreignError(const QString &path)
{
    return {ErrorCode::Foreign,
            Tr::tr("%1 is a SQLite database of another program, not of Tallyman. It was left as it is; "
                   "choose another file.")
                .arg(path),
            {},
            {}};
}

StoreError tooNewError(const QString &path, int found, qsizetype known)
{
    return {ErrorCode::TooNew,
            Tr::tr("%1 was written by a newer Tallyman (schema %2, and this program knows %3). It was left "
                   "as it is; install the newer version, or choose another file.")
                .arg(path)
                .arg(found)
                .arg(known),
            {},
            {}};
}

StoreError corruptError(const QString &path, const QString &detail)
{
    return sqliteError(SQLITE_CORRUPT, detail, path);
}

// The first 100 bytes of the file, or fewer. By SQLite's own means: the system forgets all locks of a process
// on a file when the process closes any descriptor of it (https://www.sqlite.org/howtocorrupt.html, 2.2), and
// this process may have the database open. SQLite knows of that and closes its descriptors later.
Result<QByteArray> readHeader(const QString &path, qint64 fileSize)
{
    sqlite3 *handle = nullptr;
    int done = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, SQLITE_OPEN_READONLY, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database(handle, &sqlite3_close);
    sqlite3_file *file = nullptr;
    if (done == SQLITE_OK)
        done = sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, static_cast<void *>(&file));
    QByteArray header(std::min<qint64>(fileSize, 100), '\0');
    if (done == SQLITE_OK)
        done = file->pMethods->xRead(file, header.data(), static_cast<int>(header.size()), 0);
    if (done == SQLITE_OK)
        return header;
    return StoreError{ErrorCode::CannotOpen,
                      Tr::tr("The database %1 cannot be read: %2.")
                          .arg(path, qt_error_string(sqlite3_system_errno(handle))),
                      {},
                      {}};
}

// Looks at the header (https://www.sqlite.org/fileformat2.html#the_database_header) before SQLite reads the
// file as a database, so that a file that is not ours is not even locked.
Result<void> inspectHeader(const QString &path, qsizetype knownSchema)
{
    const qint64 fileSize = QFileInfo(path).size();
    if (fileSize == 0)
        return StoreError{ErrorCode::Empty,
                          Tr::tr("%1 is empty (0 bytes), which no database is. It was left as it is; delete "
                                 "it to start a new one, or restore a backup.")
                              .arg(path),
                          {},
                          {}};
    const auto read = readHeader(path, fileSize);
    if (!read)
        return read.error();
    const QByteArray &header = *read;
    if (!header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return sqliteError(SQLITE_NOTADB, {}, path);
    if (header.size() < 100)
        return corruptError(path, Tr::tr("The file ends within its header."));
    const auto number = [&header](int at) { return qFromBigEndian<qint32>(header.constData() + at); };
    if (number(68) != applicationId)
        return foreignError(path);
    if (number(60) > knownSchema)
        return tooNewError(path, number(60), knownSchema);
    // The count of pages may run ahead of the file only while a write-ahead log still holds the rest.
    const qint64 pageSize = qFromBigEndian<quint16>(header.constData() + 16);
    const qint64 expected = (pageSize == 1 ? 65536 : pageSize) * number(28);
    if (expected > fileSize && QFileInfo(path + QLatin1StringView("-wal")).size() == 0)
        return corruptError(
            path, Tr::tr("The file has %1 bytes where its header promises %2.").arg(fileSize).arg(expected));
    return {};
}

// What the header cannot tell: changes still in the write-ahead log, missing tables, damaged pages.
Result<int> inspectContent(const QString &path, qsizetype knownSchema)
{
    auto opened = SqliteConnection::open(path, SqliteConnection::Mode::ReadOnly);
    if (!opened)
        return opened.error();
    const SqliteConnection &connection = **opened;
    const auto version = pragmaNumber(connection, "user_version");
    if (!version)
        return version.error();
    if (*version > knownSchema)
        return tooNewError(path, *version, knownSchema);
    QSqlQuery query = connection.query();
    if (!query.exec(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE name IN ('jobs', "
                                   "'job_payload', 'job_changes', 'job_totals')"))
        || !query.next())
        return connection.error(query);
    if (query.value(0).toInt() != 4)
        return corruptError(path, Tr::tr("Tables that every Tallyman database has are missing."));
    query.finish();
    if (QFileInfo(path).size() <= fullCheckBytes) {
        if (!query.exec(QStringLiteral("PRAGMA quick_check(1)")) || !query.next())
            return connection.error(query);
        if (query.value(0).toString() != QLatin1StringView("ok"))
            return corruptError(path, query.value(0).toString());
    }
    return version;
}

Result<void> runScript(const SqliteConnection &connection, const QByteArray &script)
{
    QByteArray statement;
    for (const QByteArray &line : script.split('\n')) {
        statement += line + '\n';
        // Knows about triggers, whose body holds semicolons of its own.
        if (!line.contains(';') || sqlite3_complete(statement.constData()) == 0)
            continue;
        if (auto done = connection.execute(QString::fromUtf8(statement)); !done)
            return done;
        statement.clear();
    }
    return {};
}

Result<void> runMigration(const SqliteConnection &connection, const QByteArray &script, qsizetype number)
{
    if (auto done = runScript(connection, script); !done)
        return done;
    if (auto done = connection.execute(QStringLiteral("PRAGMA application_id=%1").arg(applicationId)); !done)
        return done;
    return connection.execute(QStringLiteral("PRAGMA user_version=%1").arg(number));
}

// A name beside `path` that no other thread or living process uses, for a file that is to become it.
QString draftName(const QString &path)
{
    static std::atomic<int> count = 0;
    const QString draft =
        QStringLiteral("%1.new-%2-%3").arg(path).arg(QCoreApplication::applicationPid()).arg(++count);
    QFile::remove(draft); // of a process of the same number that was killed
    return draft;
}

Result<void> fillNewDatabase(const QString &path, const QList<QByteArray> &migrations)
{
    QFile file(path);
    // SQLite reads an empty file as an empty database.
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return StoreError{ErrorCode::CannotOpen,
                          Tr::tr("No database can be made at %1: %2. Check that you may write there.")
                              .arg(path, file.errorString()),
                          {},
                          {}};
    file.close();
    auto opened = SqliteConnection::open(path, SqliteConnection::Mode::ReadWrite);
    if (!opened)
        return opened.error();
    if (auto done = (*opened)->execute(QStringLiteral("PRAGMA auto_vacuum=INCREMENTAL")); !done)
        return done;
    if (auto done = migrate(**opened, migrations); !done)
        return done;
    return (*opened)->execute(QStringLiteral("PRAGMA journal_mode=WAL"));
}

Result<void> createDatabaseFile(const QString &path, const QList<QByteArray> &migrations)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return StoreError{ErrorCode::CannotOpen,
                          Tr::tr("The folder %1 cannot be made. Check that you may write there, or choose "
                                 "another place for the database.")
                              .arg(folder),
                          {},
                          {}};
    const QString draft = draftName(path);
    auto filled = fillNewDatabase(draft, migrations);
    if (filled) {
        const QByteArray from = QFile::encodeName(draft);
        const QByteArray to = QFile::encodeName(path);
        // link() never replaces: where two processes start at once, the first one's database stays. Not
        // every file system has hard links.
        if (::link(from.constData(), to.constData()) != 0 && errno != EEXIST && !QFile::exists(path)
            && std::rename(from.constData(), to.constData()) != 0)
            filled =
                StoreError{ErrorCode::CannotOpen,
                           Tr::tr("No database can be made at %1: %2.").arg(path, qt_error_string(errno)),
                           {},
                           {}};
        syncDirectory(folder);
    }
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(draft + QLatin1StringView(suffix));
    return filled;
}

Result<void> copyBeforeMigration(const SqliteConnection &connection, const QString &path, int version)
{
    const QString copy = QStringLiteral("%1.before-schema-%2").arg(path).arg(version + 1);
    if (QFile::exists(copy)) // of an attempt that was cut off, or of another process doing the same
        return {};
    const QString draft = draftName(copy);
    QSqlQuery query = connection.query();
    query.prepare(QStringLiteral("VACUUM INTO ?"));
    query.addBindValue(draft);
    if (!query.exec())
        return connection.error(query);
    QFile::rename(draft, copy);
    syncDirectory(QFileInfo(path).absolutePath());
    return {};
}

} // namespace

QList<QByteArray> builtInMigrations()
{
    QList<QByteArray> scripts;
    for (;;) {
        QFile file(
            QStringLiteral(":/tallyman/migrations/%1.sql").arg(scripts.size() + 1, 4, 10, QLatin1Char('0')));
        if (!file.open(QIODevice::ReadOnly))
            return scripts;
        scripts << file.readAll();
    }
}

Result<void> migrate(const SqliteConnection &connection, const QList<QByteArray> &migrations)
{
    for (;;) {
        if (auto begun = connection.execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
            return begun;
        // Asked for within the transaction: another process may be doing the same.
        const auto version = pragmaNumber(connection, "user_version");
        Result<void> done = version ? Result<void>() : Result<void>(version.error());
        const bool current = version && *version >= migrations.size();
        if (version && !current)
            done = runMigration(connection, migrations[*version], *version + 1);
        if (done)
            done = connection.execute(QStringLiteral("COMMIT"));
        if (!done) {
            (void)connection.execute(QStringLiteral("ROLLBACK"));
            return done;
        }
        if (current)
            return {};
    }
}

Result<void> prepareDatabaseFile(const QString &path, const QList<QByteArray> &migrations)
{
    if (QFileInfo(path).isDir())
        return StoreError{ErrorCode::CannotOpen,
                          Tr::tr("%1 is a folder. Give the path of a database file.").arg(path),
                          {},
                          {}};
    if (!QFile::exists(path)) {
        if (auto created = createDatabaseFile(path, migrations); !created)
            return created;
    }
    if (auto inspected = inspectHeader(path, migrations.size()); !inspected)
        return inspected;
    const auto version = inspectContent(path, migrations.size());
    if (!version)
        return version.error();
    auto opened = SqliteConnection::open(path, SqliteConnection::Mode::ReadWrite);
    if (!opened)
        return opened.error();
    if (*version < migrations.size()) {
        if (auto copied = copyBeforeMigration(**opened, path, *version); !copied)
            return copied;
        if (auto migrated = migrate(**opened, migrations); !migrated)
            return migrated;
    }
    // Says "wal" already unless somebody set another mode in a shell; then it is set back.
    return (*opened)->execute(QStringLiteral("PRAGMA journal_mode=WAL"));
}

} // namespace tallyman
