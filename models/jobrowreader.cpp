// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobrowreader.h"

#include "models/store/seqarray.h"

#include <QHash>
#include <QSqlError>

namespace tallyman {

JobTableRow jobTableRow(const QSqlQuery &query, qsizetype columns)
{
    JobTableRow row;
    row.seq = query.value(0).toLongLong();
    row.values.reserve(columns);
    for (int i = 0; i < columns; ++i)
        row.values.append(query.value(i + 1));
    return row;
}

JobRowReader::JobRowReader(QString databaseName, QStringList columns)
    : m_databaseName(std::move(databaseName))
    , m_columns(std::move(columns))
{
}

JobRowReader::~JobRowReader() = default;

bool JobRowReader::ensureOpen()
{
    if (m_connection)
        return true;
    auto opened = SqliteConnection::open(m_databaseName, SqliteConnection::Mode::ReadOnly);
    if (!opened)
        return false;
    auto fetch = std::make_unique<QSqlQuery>((*opened)->query());
    if (!fetch->prepare(QStringLiteral("SELECT seq, ") + m_columns.join(QLatin1StringView(", "))
                        + QStringLiteral(" FROM jobs WHERE seq IN (SELECT value FROM json_each(?))")))
        return false;
    m_fetch = std::move(fetch);
    m_connection = std::move(*opened);
    return true;
}

void JobRowReader::close()
{
    m_fetch.reset();
    m_connection.reset();
}

void JobRowReader::fetch(const QList<qint64> &seqs)
{
    QList<JobTableRow> rows;
    if (ensureOpen()) {
        m_fetch->bindValue(0, jsonArray(seqs));
        if (m_fetch->exec()) {
            while (m_fetch->next())
                rows.append(jobTableRow(*m_fetch, m_columns.size()));
        }
        const bool failed = m_fetch->lastError().isValid();
        m_fetch->finish();
        if (failed)
            close(); // and open anew next time, perhaps another file of that name
    }
    emit fetched(rows);
}

void JobRowReader::readIds(const QList<qint64> &seqs)
{
    if (!ensureOpen())
        return;
    QHash<qint64, QString> ids;
    QSqlQuery query = m_connection->query();
    query.prepare(QStringLiteral("SELECT seq, id FROM jobs WHERE seq IN (SELECT value FROM json_each(?))"));
    query.bindValue(0, jsonArray(seqs));
    if (query.exec()) {
        while (query.next())
            ids.insert(query.value(0).toLongLong(), query.value(1).toString());
    }
    if (query.lastError().isValid())
        return;
    QStringList ordered;
    for (const qint64 seq : seqs) {
        if (const auto id = ids.constFind(seq); id != ids.cend())
            ordered.append(*id);
    }
    emit idsRead(ordered);
}

} // namespace tallyman
