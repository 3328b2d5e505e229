// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>

class QDockWidget;
class QMainWindow;

namespace tallyman {

/// Folds the docks of a window away while it is narrow, so that the table keeps the room, and brings back
/// those it has folded. A dock that the user opens in a narrow window stays open. When the window changes its
/// size, or another dock comes or goes, docks stay as wide as the user made them: the middle gives or takes.
class DockFolding : public QObject {
    Q_OBJECT

public:
    /// A window of at least this width shows its docks.
    static constexpr int wideFrom = 1100;
    /// Of the window's width that the middle has at least as long as the user wants it otherwise.
    static constexpr double middleShare = 0.65;

    explicit DockFolding(QMainWindow *window);

    /// The dock may be added to the window before or after this. It is at first as wide as its content
    /// would like to be, or less, so that the middle has its share.
    void add(QDockWidget *dock);
    /// Opens the dock as the user would, by its action.
    void open(QDockWidget *dock);
    /// As if the user had made it so wide.
    void setWidth(QDockWidget *dock, int width);
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
        int width = 0; // that it is to have; 0: the one it has when it is laid out next
        int given = 0; // that it got last
        bool byUser = false; // whether the user made it so wide
        bool folded = false;
        bool keptOpen = false; // by the user, although the window is narrow
    };

    void update();
    void settle();
    void takeWidths();

    QMainWindow *m_window;
    QList<Entry> m_entries;
};

} // namespace tallyman
