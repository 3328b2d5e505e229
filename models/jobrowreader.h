// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobtablequery.h"
#include "models/store/sqliteconnection.h"

#include <QObject>

#include <memory>
#include <optional>

namespace tallyman {

/// The row that a query stands on which selected `seq` and that many columns behind it.
[[nodiscard]] JobTableRow jobTableRow(const QSqlQuery &query, qsizetype columns);

/// Reads single rows by their number for JobTableModel, in a thread and over a connection of its own: rows
/// that come into view must not wait for a walk over all.
class JobRowReader : public QObject {
    Q_OBJECT

public:
    /// `columns` are expressions on `jobs`. Opens nothing before it is asked for rows.
    JobRowReader(QString databaseName, QStringList columns);
    ~JobRowReader() override;

    // In the reader's thread only.

    void fetch(const QList<qint64> &seqs);
    /// Reads the ids of those jobs.
    void readIds(const QList<qint64> &seqs);
    /// Closes the connection; for the end of the thread.
    void close();

signals:
    /// An answer to each fetch(), without those that are gone; empty where the database cannot be read, of
    /// which JobTableWorker tells.
    void fetched(const QList<tallyman::JobTableRow> &rows);
    /// In the order asked for.
    void idsRead(const QStringList &ids);

private:
    bool ensureOpen();

    const QString m_databaseName;
    const QStringList m_columns;
    std::unique_ptr<SqliteConnection> m_connection;
    std::unique_ptr<QSqlQuery> m_fetch; // prepared once
};

} // namespace tallyman
