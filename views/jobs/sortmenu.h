// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobfilter.h"

class QMenu;

namespace tallyman {

class JobTableModel;

/// What a table sorted by those keys is sorted by after a click on a column: by that one, and a further click
/// turns the order round. `further`: the column counts behind those before it, and the third click takes it
/// out again.
[[nodiscard]] QList<SortKey> sortKeysAfterClick(QList<SortKey> keys, FilterField field, bool further);

/// Fills the menu anew with an entry for each of the columns to sort by, one to sort by besides, and for both
/// orders.
void fillSortMenu(QMenu *menu, JobTableModel &model, const QList<int> &columns);

} // namespace tallyman
