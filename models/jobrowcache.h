// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobtablequery.h"

#include <QHash>

#include <optional>

namespace tallyman {

/// The rows that were lately shown, found by their number; the least recently used go first. It knows where
/// in the table each of them is, so that a change of one job finds its row without a search.
class JobRowCache {
public:
    static constexpr qsizetype capacity = 4096;

    /// The row shown at that position, or null where it has not been read yet.
    [[nodiscard]] const JobTableRow *find(qint64 seq, int position);

    /// Notes that the row at that position is about to be read; false where it is known or expected already.
    bool expect(qint64 seq, int position);
    /// The opposite: it will not be read after all.
    void forget(qint64 seq);

    /// Takes over a row that was read, and gives the position at which it is shown if it looks different
    /// now. A row that nobody expects is left out unless `unasked`.
    [[nodiscard]] std::optional<int> store(JobTableRow row, bool unasked = false);

    /// Drops all but the `count` rows used last, and gives the numbers of those.
    [[nodiscard]] QList<qint64> keepRecent(qsizetype count);

    // The table changed; positions move along.
    void rowsInserted(int first, int count);
    void rowsRemoved(int first, int count);
    void rowsReordered(const RowMap &rows);
    void clear();

private:
    struct Entry {
        JobTableRow row; ///< without values as long as it is only expected
        int position = -1; ///< -1: nobody has asked for it yet
        quint64 used = 0;
    };

    void trim();

    QHash<qint64, Entry> m_entries;
    quint64 m_uses = 0;
};

} // namespace tallyman
