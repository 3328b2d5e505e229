// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tallyman {

/// Row numbers as one value to bind: `seq IN (SELECT value FROM json_each(?))`.
[[nodiscard]] QString jsonArray(const QList<qint64> &seqs);

} // namespace tallyman
