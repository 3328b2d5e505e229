// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dockfolding.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>

#include <algorithm>

namespace tallyman {

DockFolding::DockFolding(QMainWindow *window)
    : QObject(window)
    , m_window(window)
{
    window->installEventFilter(this);
}

void DockFolding::add(QDockWidget *dock)
{
    m_entries.append({dock});
    // Not toggled(), which also follows whether the window itself is shown.
    connect(dock->toggleViewAction(), &QAction::triggered, this, [this, dock](bool shown) {
        for (Entry &entry : m_entries) {
            if (entry.dock == dock)
                entry = {dock, false, shown && m_window->width() < wideFrom};
        }
    });
}

void DockFolding::open(QDockWidget *dock)
{
    if (dock->isHidden())
        dock->toggleViewAction()->trigger();
}

bool DockFolding::isFolded(const QDockWidget *dock) const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(),
                       [dock](const Entry &entry) { return entry.dock == dock && entry.folded; });
}

QByteArray DockFolding::saveState() const
{
    for (const Entry &entry : m_entries) {
        if (entry.folded)
            entry.dock->show();
    }
    QByteArray state = m_window->saveState();
    for (const Entry &entry : m_entries) {
        if (entry.folded)
            entry.dock->hide();
    }
    return state;
}

bool DockFolding::restoreState(const QByteArray &state)
{
    if (!m_window->restoreState(state))
        return false;
    for (Entry &entry : m_entries)
        entry = {entry.dock};
    update();
    return true;
}

bool DockFolding::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        update();
    return QObject::eventFilter(watched, event);
}

void DockFolding::update()
{
    const bool narrow = m_window->width() < wideFrom;
    for (Entry &entry : m_entries) {
        if (!narrow)
            entry.keptOpen = false;
        if (narrow && !entry.keptOpen && !entry.dock->isHidden() && !entry.dock->isFloating())
            setShown(entry, false);
        else if (!narrow && entry.folded)
            setShown(entry, true);
    }
}

void DockFolding::setShown(Entry &entry, bool shown)
{
    entry.folded = !shown;
    entry.dock->setVisible(shown);
}

} // namespace tallyman
