// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace tallyman {

/// A query with a name, and how the table shows what it finds.
struct SavedView {
    static constexpr qsizetype longestName = 60; ///< characters

    QString name; ///< on one line; empty for a shipped view that was not renamed
    QString query; ///< parses as a JobFilter
    QByteArray columns; ///< as the table saved them; empty: as they are
    QString shipped; ///< which of shippedViews() it is or was; empty: none

    /// The name, or that of the shipped view in the user's language.
    [[nodiscard]] QString title() const;

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/// The views that everybody starts with.
[[nodiscard]] QList<SavedView> shippedViews();

/// One line, `name: query`, and the columns on a second one where there are any.
[[nodiscard]] QString toText(const SavedView &view);
/// Reads that form. The error says what is wrong, in words.
[[nodiscard]] Result<SavedView> savedViewFromText(const QString &text);

/// All views as one JSON text, for the settings.
[[nodiscard]] QByteArray toJson(const QList<SavedView> &views);
/// Leaves out views that cannot be used. Nothing where the text is not such a JSON text.
[[nodiscard]] std::optional<QList<SavedView>> savedViewsFromJson(const QByteArray &json);

} // namespace tallyman
