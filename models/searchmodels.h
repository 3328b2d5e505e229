// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/facetmodel.h"
#include "models/knownvalues.h"
#include "models/queryhistory.h"
#include "models/savedviews.h"

namespace tallyman {

/// What searching in the window is built on.
struct SearchModels {
    /// `databaseName` is OpenStore::databaseName. The clock must outlive the models.
    SearchModels(const QString &databaseName, const Clock &clock)
        : facets(databaseName, clock)
        , views(databaseName, clock)
        , names(databaseName, clock)
    {
    }

    FacetModel facets;
    SavedViews views;
    KnownValues names;
    QueryHistory history;
};

} // namespace tallyman
