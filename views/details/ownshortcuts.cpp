// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/ownshortcuts.h"

#include <QAction>
#include <QKeyEvent>
#include <QWidget>

namespace tallyman {

OwnShortcuts::OwnShortcuts(QWidget *widget)
    : QObject(widget)
    , m_widget(widget)
{
    const QList<QAction *> actions = widget->actions();
    for (QAction *action : actions)
        action->setShortcutContext(Qt::WidgetShortcut);
    widget->installEventFilter(this);
}

bool OwnShortcuts::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && actionOf(*event)) {
        event->accept(); // it comes back as a plain key, and no shortcut sees it
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        if (QAction *action = actionOf(*event)) {
            action->trigger();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

QAction *OwnShortcuts::actionOf(const QEvent &event) const
{
    const QKeySequence keys(static_cast<const QKeyEvent &>(event).keyCombination());
    const QList<QAction *> actions = m_widget->actions();
    for (QAction *action : actions) {
        if (action->isEnabled() && action->shortcuts().contains(keys))
            return action;
    }
    return nullptr;
}

} // namespace tallyman
