// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/keeper.h"

#include <QFile>
#include <QLoggingCategory>
#include <QSqlQuery>
#include <QtEndian>

#include <algorithm>
#include <fcntl.h>
#include <optional>
#include <sys/file.h>
#include <unistd.h>

namespace tallyman {

Q_LOGGING_CATEGORY(lcKeeper, "tallyman.store.keeper", QtInfoMsg)

namespace {

using namespace std::chrono_literals;

constexpr auto lockInterval = 2s;
constexpr auto lookInterval = 50ms;
constexpr auto trimInterval = 1s;
constexpr auto afterBusyCheckpoint = 500ms;
// Some ten milliseconds each.
constexpr qint64 idleSearchBatch = 500;
constexpr qint64 busySearchBatch = 250;
// The layout of the log: https://www.sqlite.org/fileformat2.html#walformat
constexpr qint64 logHeaderBytes = 32;
constexpr qint64 pageSizeAt = 8;
constexpr qint64 logSaltAt = 16;
constexpr qint64 frameHeaderBytes = 24;
constexpr qint64 frameSaltAt = 8;
constexpr qint64 saltBytes = 8;

struct LogHeader {
    QByteArray salt;
    qint64 frameBytes = 0; // a page with its header
};

// Nothing where there is no log yet.
std::optional<LogHeader> readLogHeader(QFile &log)
{
    if (!log.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {};
    const QByteArray header = log.read(logHeaderBytes);
    if (header.size() < logHeaderBytes)
        return {};
    return LogHeader{header.mid(logSaltAt, saltBytes),
                     frameHeaderBytes + qFromBigEndian<quint32>(header.constData() + pageSizeAt)};
}

} // namespace

Keeper::Keeper(const QString &path, JobMutations &mutations)
    : m_path(path)
    , m_mutations(mutations)
{
    if (m_path.isEmpty())
        return;
    m_lockFile = ::open(QFile::encodeName(m_path + QLatin1StringView(".keeper")).constData(),
                        O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

Keeper::~Keeper()
{
    if (m_lockFile >= 0)
        ::close(m_lockFile); // and so free the lock
}

bool Keeper::look(bool idle)
{
    const SteadyTime now = std::chrono::steady_clock::now();
    const bool keeps = m_path.isEmpty() || holdsLock(now);
    if (!keeps || (now < m_nextLook && !(idle && hasBacklog())))
        return keeps;
    m_nextLook = now + lookInterval;
    if (now >= m_nextTrim) {
        m_nextTrim = now + trimInterval;
        trim();
    }
    index(idle);
    if (!m_path.isEmpty() && logHasGrown()) {
        const auto whole = checkpoint();
        if (!whole)
            qCWarning(lcKeeper, "The write-ahead log cannot be moved into the database: %ls",
                      qUtf16Printable(whole.error().message));
        if (!whole || !*whole)
            m_nextLook = now + afterBusyCheckpoint;
    }
    return true;
}

bool Keeper::holdsLock(SteadyTime now)
{
    if (m_locked || m_lockFile < 0 || now < m_nextLock)
        return m_locked;
    m_nextLock = now + lockInterval;
    m_locked = ::flock(m_lockFile, LOCK_EX | LOCK_NB) == 0;
    return m_locked;
}

void Keeper::trim()
{
    // Read first: an idle process must not take the write lock once a second.
    QSqlQuery query = m_mutations.connection().query();
    // Some slack, so that the feed is trimmed now and then rather than all the time.
    const bool due = query.exec(QStringLiteral("SELECT (SELECT max(rev) FROM job_changes) "
                                               "- (SELECT min(rev) FROM job_changes) > %1")
                                    .arg(keptChanges + keptChanges / 10))
        && query.next() && query.value(0).toBool();
    query.finish();
    if (!due)
        return;
    bool more = true;
    while (more && transact("The change feed cannot be trimmed", [this, &more]() -> Result<void> {
               const auto trimmed = m_mutations.trimChanges(keptChanges);
               if (!trimmed)
                   return trimmed.error();
               more = *trimmed;
               return {};
           })) { }
}

// While others write, only when many wait: a transaction for each new job would make every one cost twice.
void Keeper::index(bool idle)
{
    QSqlQuery query = m_mutations.connection().query();
    if (query.exec(QStringLiteral("SELECT ifnull((SELECT max(seq) FROM jobs), 0) - (SELECT seq FROM "
                                  "job_search_state)"))
        && query.next())
        m_unindexed = query.value(0).toLongLong();
    query.finish();
    if (m_unindexed <= (idle ? 0 : searchBacklog))
        return;
    const qint64 most = idle ? idleSearchBatch : busySearchBatch;
    if (transact("The search index cannot be filled", [&] { return m_mutations.indexSearch(most); }))
        m_unindexed -= std::min(most, m_unindexed);
    else
        m_unindexed = 0; // not again at once
}

bool Keeper::transact(const char *what, const std::function<Result<void>()> &change)
{
    auto done = m_mutations.begin();
    if (done) {
        done = change();
        if (done)
            done = m_mutations.commit();
        if (!done)
            m_mutations.rollback();
    }
    if (!done)
        qCWarning(lcKeeper, "%s: %ls", what, qUtf16Printable(done.error().message));
    return done.ok();
}

// Whether another logBytes of the log have been written since the last checkpoint, by whichever process.
// The file's size does not tell, since the log is written over from its beginning. But the frame at that
// place has the salt of the log's header only if the present log has come that far.
bool Keeper::logHasGrown() const
{
    QFile log(logPath());
    const auto header = readLogHeader(log);
    if (!header)
        return false;
    const qint64 frame = (header->salt == m_moved.salt ? m_moved.frames : 0) + logBytes / header->frameBytes;
    return log.seek(logHeaderBytes + frame * header->frameBytes + frameSaltAt)
        && log.read(saltBytes) == header->salt;
}

// Moves the log into the file; tells whether all of it was, which a reader that is still at an old state
// prevents.
Result<bool> Keeper::checkpoint()
{
    if (!m_checkpointer) {
        auto opened = SqliteConnection::open(m_path, SqliteConnection::Mode::ReadWrite);
        if (!opened)
            return opened.error();
        m_checkpointer = std::move(*opened);
    }
    if (auto begun = m_mutations.begin(); !begun)
        return begun.error();
    QSqlQuery query = m_checkpointer->query();
    if (!query.exec(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)")) || !query.next()) {
        m_mutations.rollback();
        return m_checkpointer->error(query);
    }
    const qint64 logged = query.value(1).toLongLong();
    m_moved.frames = query.value(2).toLongLong();
    query.finish();
    QFile log(logPath());
    const auto header = readLogHeader(log);
    m_moved.salt = header ? header->salt : QByteArray();
    m_mutations.rollback();
    return m_moved.frames == logged;
}

} // namespace tallyman
