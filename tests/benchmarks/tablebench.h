// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace tallyman::bench {

struct TableBenchOptions {
    QString database; ///< its file; empty: a new, empty one
    int seconds = 60; ///< how long updates arrive
    bool updates = true; ///< whether to measure that
};

/// Measures the real window over one database: times in milliseconds, memory in MB, each beside what the bare
/// query takes by SQLite's C API in the same run (`..._sqlite`).
[[nodiscard]] QJsonObject measureTable(const TableBenchOptions &options);

/// Another process's part: changes jobs of the database, `rate` a second, for so many seconds.
void writeUpdates(const QString &database, int rate, int seconds);

} // namespace tallyman::bench
