// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace tallyman {

/// What strictJsonProblem() found.
struct JsonProblem {
    qsizetype offset = 0; ///< in bytes from the start of the text
    QString what; ///< translated, a phrase without a full stop: "a name occurs twice"
};

/// Checks that the text is one JSON value as RFC 8259 writes it: valid UTF-8, no byte order mark, nothing
/// after the value, no name twice in the outermost object, no half of a surrogate pair, at most 256
/// levels deep. QJsonDocument, which then reads it, is more generous than that and would let two readers
/// of one text see two different things. Nothing if the text is in order.
[[nodiscard]] std::optional<JsonProblem> strictJsonProblem(QByteArrayView text);

} // namespace tallyman
