// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tallyman {

/// The part of a query's text (JobFilter) that is being typed: what a completion replaces.
struct QueryToken {
    enum class Kind {
        None, ///< nothing that could be completed
        Name, ///< a word, or the beginning of a field's name
        Value, ///< a value behind a colon or a comma
    };

    Kind kind = Kind::None;
    qsizetype start = 0;
    qsizetype length = 0;
    QString field; ///< of Value: the name in front of the colon, in lower case
    QString typed; ///< what stands between the start and the cursor, without quotation marks

    friend bool operator==(const QueryToken &, const QueryToken &) = default;
};

/// The part of the text that the cursor (from 0 to the text's length) is in or behind. The minus sign in
/// front of a name, or of a field that is sorted by, is no part of it.
[[nodiscard]] QueryToken queryTokenAt(const QString &text, qsizetype cursor);

/// A text and where its cursor is.
struct EditedQuery {
    QString text;
    qsizetype cursor = 0;

    friend bool operator==(const EditedQuery &, const EditedQuery &) = default;
};

/// The text with that part replaced, the cursor behind what was put in. A replacement that ends with a colon
/// takes the place of the colon that follows.
[[nodiscard]] EditedQuery withToken(const QString &text, const QueryToken &token, const QString &replacement);

} // namespace tallyman
