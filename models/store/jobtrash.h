// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobid.h"
#include "models/domain/manyoutcome.h"
#include "models/store/sqliteconnection.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace tallyman {

/// Deleted jobs that can still be put back: copies of them and of all that belongs to them, in a database
/// that the writing connection attaches, so that a job is copied and deleted by one transaction. Its file
/// has no name any more once it is open, and so ends with the connection, even by kill -9.
class JobTrash {
public:
    explicit JobTrash(const SqliteConnection &connection);

    /// Makes the file where there is none yet. Not within a transaction; the rest is.
    [[nodiscard]] Result<void> open();

    /// Copies those jobs, under the number of their deletion. They are not deleted here.
    [[nodiscard]] Result<void> copy(qint64 deletion, const QList<qint64> &seqs) const;

    /// Puts jobs of a deletion back as they were, `limit` at the most, and counts those that came back as
    /// changed and those whose id another job has taken as refused; these are given up. Nothing is counted
    /// where none are left. `restoring` is told before which ones come back.
    [[nodiscard]] Result<ManyOutcome> putBack(qint64 deletion, qint64 limit,
                                              const std::function<void(const QList<JobId> &)> &restoring);

private:
    struct Kept;

    [[nodiscard]] Result<void> attach() const;
    [[nodiscard]] Result<Kept> keptOf(qint64 deletion, qint64 limit) const;
    [[nodiscard]] Result<void> run(const QString &sql, const QVariantList &values) const;

    const SqliteConnection &m_connection;
    QString m_columns; // of `jobs`
    bool m_attached = false;
    bool m_open = false;
};

} // namespace tallyman
