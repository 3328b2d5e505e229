// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QFrame;
class QLabel;
class QMenu;
class QToolButton;

namespace tallyman {

class SavedViews;
class SideHeading;
class ViewsList;

/// The saved views, and what can be done with them.
class ViewsPanel : public QWidget {
    Q_OBJECT

public:
    /// The model must outlive the panel. `save` is the action that saves the current query.
    ViewsPanel(SavedViews &views, QAction *save, QWidget *parent = nullptr);

    /// Lets the user name a view that was just added, in place. Whoever gives that up takes it out again.
    void nameNew(int row);
    /// Adds the entries for all that can be done with views.
    void fillMenu(QMenu *menu);

    [[nodiscard]] ViewsList *list() const { return m_list; }
    /// What is said below the list, of a view that was deleted or of a text that was no view.
    [[nodiscard]] QString notice() const;
    [[nodiscard]] QToolButton *undoButton() const { return m_undo; }

    void removeCurrent();
    void copyCurrent();
    void paste();

signals:
    void openRequested(int row);
    /// That view is to have the current query and columns.
    void updateRequested(int row);

private:
    QAction *add(const QString &text, const QKeySequence &shortcut);
    void setUpActions();
    void setUpNotice();
    void showMenu(const QPoint &globalPosition);
    void showNotice(const QString &text, bool canUndo);
    void moveCurrent(int by);
    void undo();
    void enableActions();
    [[nodiscard]] int currentRow() const;

    SavedViews &m_views;
    QAction *m_save;
    SideHeading *m_heading;
    ViewsList *m_list;
    QFrame *m_noticeBar;
    QLabel *m_notice;
    QToolButton *m_undo;
    QAction *m_rename;
    QAction *m_update;
    QAction *m_up;
    QAction *m_down;
    QAction *m_copy;
    QAction *m_paste;
    QAction *m_remove;
    QAction *m_restore;
};

} // namespace tallyman
