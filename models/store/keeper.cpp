// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/keeper.h"

#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <fcntl.h>
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

} // namespace

Keeper::Keeper(const QString &path, JobMutations &mutations)
    : m_path(path)
    , m_mutations(mutations)
{
    if (!m_path.isEmpty())
        m_lockFile = ::open(QFile::encodeName(m_path + QLatin1StringView(".keeper")).constData(),
                            O_RDWR | O_CREAT | O_CLOEXEC, 0600);
}

Keeper::~Keeper()
{
    if (m_lockFile >= 0)
        ::close(m_lockFile); // and so free the lock
}

bool Keeper::look()
{
    const SteadyTime now = std::chrono::steady_clock::now();
    const bool keeps = m_path.isEmpty() || holdsLock(now);
    if (!keeps || now < m_nextLook)
        return keeps;
    m_nextLook = now + lookInterval;
    if (now >= m_nextTrim) {
        m_nextTrim = now + trimInterval;
        trim();
    }
    if (!m_path.isEmpty() && QFileInfo(m_path + QLatin1StringView("-wal")).size() >= logBytes)
        checkpoint(now);
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
    for (bool more = true; more;) {
        if (auto begun = m_mutations.begin(); !begun) {
            qCWarning(lcKeeper, "The change feed cannot be trimmed: %ls",
                      qUtf16Printable(begun.error().message));
            return;
        }
        const auto trimmed = m_mutations.trimChanges(keptChanges);
        const auto committed = trimmed ? m_mutations.commit() : Result<void>(trimmed.error());
        if (!committed) {
            m_mutations.rollback();
            qCWarning(lcKeeper, "The change feed cannot be trimmed: %ls",
                      qUtf16Printable(committed.error().message));
            return;
        }
        more = *trimmed;
    }
}

void Keeper::checkpoint(SteadyTime now)
{
    // It waits for readers while it holds the write lock, so it must not wait long: a reader that takes
    // its time is waited for by coming back later.
    const SqliteConnection &connection = m_mutations.connection();
    QSqlQuery query = connection.query();
    QSqlQuery timeout = connection.query();
    timeout.exec(QStringLiteral("PRAGMA busy_timeout"));
    const QString patience = timeout.next() ? timeout.value(0).toString() : QStringLiteral("30000");
    timeout.finish();
    (void)connection.execute(QStringLiteral("PRAGMA busy_timeout=20"));
    const bool done = query.exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")) && query.next()
        && query.value(0).toInt() == 0;
    query.finish();
    (void)connection.execute(QLatin1StringView("PRAGMA busy_timeout=") + patience);
    if (!done)
        m_nextLook = now + afterBusyCheckpoint;
}

} // namespace tallyman
