// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace tallyman {

/// Lets the shortcuts of a widget's own actions win over the window's while the widget has the focus: Ctrl+C
/// copies from what the user looks at.
class OwnShortcuts : public QObject {
    Q_OBJECT

public:
    /// Becomes a child of the widget. Looks at QWidget::actions().
    explicit OwnShortcuts(QWidget *widget);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QAction *actionOf(const QEvent &event) const;

    QWidget *m_widget;
};

} // namespace tallyman
