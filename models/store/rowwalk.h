// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/sqliteconnection.h"

#include <QList>

#include <functional>
#include <optional>

namespace tallyman {

/// Reads the first column of all rows that the statement gives. Nothing where it was cancelled: by
/// `cancelled`, which is asked now and then, or by a progress handler of the connection's.
[[nodiscard]] Result<std::optional<QList<qint64>>>
walkRows(const SqliteConnection &connection, const QString &sql, const std::function<bool()> &cancelled);

} // namespace tallyman
