// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dockfolding.h"

#include <QAction>
#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>

#include <algorithm>
#include <utility>

namespace tallyman {

DockFolding::DockFolding(QMainWindow *window)
    : QObject(window)
    , m_window(window)
{
    window->installEventFilter(this);
}

void DockFolding::add(QDockWidget *dock)
{
    m_entries.append({dock, dock->widget() ? dock->widget()->sizeHint().width() : 0});
    // Not toggled(), which also follows whether the window itself is shown.
    connect(dock->toggleViewAction(), &QAction::triggered, this, [this, dock](bool shown) {
        for (Entry &entry : m_entries) {
            if (entry.dock == dock) {
                entry.folded = false;
                entry.keptOpen = shown && m_window->width() < wideFrom;
            }
        }
    });
    // The window makes room for it only later.
    connect(dock, &QDockWidget::visibilityChanged, this, &DockFolding::settle, Qt::QueuedConnection);
}

void DockFolding::open(QDockWidget *dock)
{
    if (dock->isHidden())
        dock->toggleViewAction()->trigger();
}

void DockFolding::setWidth(QDockWidget *dock, int width)
{
    for (Entry &entry : m_entries) {
        if (entry.dock == dock) {
            entry.width = width;
            entry.byUser = true;
        }
    }
    settle();
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
        entry = {entry.dock, 0, 0, true};
    update();
    return true;
}

bool DockFolding::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && (event->type() == QEvent::Resize || event->type() == QEvent::Show))
        update();
    // The line between a dock and the middle belongs to the window. What was drawn last is done by then.
    else if (watched == m_window && event->type() == QEvent::MouseButtonRelease)
        QMetaObject::invokeMethod(this, &DockFolding::takeWidths, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void DockFolding::takeWidths()
{
    for (Entry &entry : m_entries) {
        const int width = entry.dock->width();
        if (entry.dock->isVisible() && !entry.dock->isFloating() && width != entry.given)
            entry = {entry.dock, width, width, true, entry.folded, entry.keptOpen};
    }
}

void DockFolding::update()
{
    const bool narrow = m_window->width() < wideFrom;
    for (Entry &entry : m_entries) {
        if (!narrow)
            entry.keptOpen = false;
        if (narrow && !entry.keptOpen && !entry.dock->isHidden() && !entry.dock->isFloating()) {
            entry.folded = true;
            entry.dock->hide();
        } else if (!narrow && std::exchange(entry.folded, false)) {
            entry.dock->show();
        }
    }
    settle();
}

// Gives the docks the widths that they are to have.
void DockFolding::settle()
{
    QList<Entry *> shown;
    int usual = 0; // width of those that can do with less
    int chosen = 0;
    for (Entry &entry : m_entries) {
        if (!entry.dock->isVisible() || entry.dock->isFloating())
            continue;
        if (entry.width == 0)
            entry.width = entry.dock->width();
        (entry.byUser ? chosen : usual) += entry.width;
        shown.append(&entry);
    }
    const double room = std::max(0.0, m_window->width() * (1.0 - middleShare) - chosen);
    QList<QDockWidget *> docks;
    QList<int> widths;
    for (const Entry *entry : std::as_const(shown)) {
        docks.append(entry->dock);
        widths.append(entry->byUser || usual <= room ? entry->width
                                                     : static_cast<int>(entry->width * room / usual));
    }
    if (!docks.isEmpty())
        m_window->resizeDocks(docks, widths, Qt::Horizontal);
    for (Entry *entry : std::as_const(shown))
        entry->given = entry->dock->width();
}

} // namespace tallyman
