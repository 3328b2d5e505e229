// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/querytoken.h"

#include <QList>
#include <QStringList>

namespace tallyman {

/// What can be put into a query in place of the part that is being typed.
struct QuerySuggestion {
    QString
        text; ///< as the query is to hold it: a name with its colon, a value in quotation marks if need be
    QString meaning; ///< a few words for people, translated; may be empty

    friend bool operator==(const QuerySuggestion &, const QuerySuggestion &) = default;
};

/// The names that jobs in the store have, for completion.
struct KnownNames {
    QStringList providers;
    QStringList users;

    friend bool operator==(const KnownNames &, const KnownNames &) = default;
};

/// What fits the part of a query: what begins as it does, then what contains it. Nothing where all that there
/// is to suggest stands there already.
[[nodiscard]] QList<QuerySuggestion> querySuggestions(const QueryToken &token, const KnownNames &names);

} // namespace tallyman
