// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/sqliteconnection.h"

#include <QCoreApplication>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <sqlite3.h>

namespace tallyman {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SqliteConnection)
};

// How long to wait for another process that holds the write lock. Its transactions take milliseconds; a
// person at a sqlite3 shell may take longer.
constexpr int busyTimeoutSeconds = 30;

QString uriOf(const QString &databaseName, SqliteConnection::Mode mode)
{
    if (databaseName.startsWith(QLatin1StringView("file:")))
        return databaseName;
    return QLatin1StringView("file:") + QString::fromLatin1(QUrl::toPercentEncoding(databaseName, "/"))
        + (mode == SqliteConnection::Mode::ReadOnly ? QLatin1StringView("?mode=ro")
                                                    : QLatin1StringView("?mode=rw"));
}

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("SELECT sqlite_source_id()")) || !query.next()
        || query.value(0).toString() != QLatin1StringView(sqlite3_sourceid()))
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

} // namespace

SqliteConnection::SqliteConnection(QString connectionName, QString databaseName)
    : m_connectionName(std::move(connectionName))
    , m_databaseName(std::move(databaseName))
    , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName))
{
}

SqliteConnection::~SqliteConnection()
{
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(const QString &databaseName, Mode mode)
{
    const QString name = QLatin1StringView("tallyman-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(name, databaseName));
    QSqlDatabase &database = connection->m_database;
    database.setDatabaseName(uriOf(databaseName, mode));
    QString options =
        QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(busyTimeoutSeconds * 1000);
    if (mode == Mode::ReadOnly)
        options += QLatin1StringView(";QSQLITE_OPEN_READONLY");
    database.setConnectOptions(options);
    if (!database.open()) {
        const QSqlError problem = database.lastError();
        bool known = false;
        const int code = problem.nativeErrorCode().toInt(&known);
        return sqliteError(known ? code : SQLITE_CANTOPEN, problem.text(), databaseName);
    }
    connection->m_handle = handleOf(database);
    for (const char *pragma :
         {"PRAGMA synchronous=FULL", "PRAGMA wal_autocheckpoint=0", "PRAGMA temp_store=MEMORY",
          "PRAGMA cache_size=-16384",
          // The log grows while a reader stays at an old state; what is more than this is given back when
          // it is started again.
          mode == Mode::ReadOnly ? "PRAGMA query_only=1" : "PRAGMA journal_size_limit=67108864"}) {
        if (auto done = connection->execute(QString::fromLatin1(pragma)); !done)
            return done.error();
    }
    return connection;
}

QSqlQuery SqliteConnection::query() const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    return query;
}

Result<void> SqliteConnection::execute(const QString &sql) const
{
    QSqlQuery query = this->query();
    if (!query.exec(sql))
        return error(query);
    return {};
}

StoreError SqliteConnection::error(const QSqlQuery &query) const
{
    const QSqlError problem = query.lastError();
    return sqliteError(problem.nativeErrorCode().toInt(), problem.text(), m_databaseName);
}

StoreError sqliteError(int resultCode, const QString &detail, const QString &databaseName)
{
    const auto error = [&](ErrorCode code, const QString &message) {
        return StoreError{code, message.arg(databaseName), detail, {}};
    };
    switch (resultCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error(ErrorCode::Locked,
                     Tr::tr("The database %1 is held by another program. Try again, or close that program."));
    case SQLITE_FULL:
        return error(ErrorCode::NoSpace,
                     Tr::tr("There is no room left on the disk of %1. Free some space and try again."));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
        return error(ErrorCode::CannotOpen,
                     Tr::tr("The database %1 cannot be opened or written. Check that "
                            "its folder exists and that you may write there."));
    case SQLITE_CORRUPT:
        return error(ErrorCode::Corrupt,
                     Tr::tr("The database %1 is damaged. It was left as it is; restore "
                            "a backup, or move it away to start a new one."));
    case SQLITE_NOTADB:
        return error(ErrorCode::NotADatabase,
                     Tr::tr("%1 is not a SQLite database. It was left as it is; "
                            "choose another file."));
    case SQLITE_IOERR:
        return error(ErrorCode::Internal,
                     Tr::tr("The disk reported an error while %1 was read or written. "
                            "Check the disk, then try again."));
    default:
        return error(ErrorCode::Internal, Tr::tr("The database %1 reported an unexpected error."));
    }
}

} // namespace tallyman
