// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/querysuggestions.h"

#include <QTreeWidget>

namespace tallyman {

/// A list of suggestions that floats over the window, below a field that keeps the focus.
class SuggestionPopup : public QTreeWidget {
    Q_OBJECT

public:
    /// Hidden at first.
    explicit SuggestionPopup(QWidget *field);

    /// Shows them with the left edge of their texts at `x` of the field. `first`: whether the first one is
    /// chosen from the start.
    void open(const QList<QuerySuggestion> &suggestions, int x, bool first);
    /// To the next one or the one before; around at both ends.
    void moveBy(int rows);
    /// The chosen text; empty where none is.
    [[nodiscard]] QString chosenText() const;
    /// The chosen text, or else the first.
    [[nodiscard]] QString bestText() const;

signals:
    /// One was clicked.
    void chosen(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void recolour();

    QWidget *m_field;
    int m_x = 0;
};

} // namespace tallyman
