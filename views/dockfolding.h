// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>

class QDockWidget;
class QMainWindow;

namespace tallyman {

/// Folds the docks of a window away while it is narrow, so that the table keeps the room, and brings back
/// those it has folded. A dock that the user opens in a narrow window stays open.
class DockFolding : public QObject {
    Q_OBJECT

public:
    /// A window of at least this width shows its docks.
    static constexpr int wideFrom = 1100;

    explicit DockFolding(QMainWindow *window);

    /// The dock may be added to the window before or after this.
    void add(QDockWidget *dock);
    /// Opens the dock as the user would, by its action.
    void open(QDockWidget *dock);
    /// Whether that dock is away only because the window is narrow.
    [[nodiscard]] bool isFolded(const QDockWidget *dock) const;

    /// QMainWindow::saveState() as it would be in a wide window.
    [[nodiscard]] QByteArray saveState() const;
    /// QMainWindow::restoreState(); false where the state does not fit.
    bool restoreState(const QByteArray &state);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry {
        QDockWidget *dock = nullptr;
        bool folded = false;
        bool keptOpen = false; // by the user, although the window is narrow
    };

    void update();
    static void setShown(Entry &entry, bool shown);

    QMainWindow *m_window;
    QList<Entry> m_entries;
};

} // namespace tallyman
