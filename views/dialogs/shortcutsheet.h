// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QSet>
#include <QString>

class QAction;
class QMenuBar;
class QTreeWidget;

namespace tallyman {

/// The keys that do something, by menu. It reads them off the actions of a window, so that it cannot say
/// anything else than they do; only the keys that a widget treats by itself are told to it.
class ShortcutSheet : public QDialog {
    Q_OBJECT

public:
    struct Key {
        QString what;
        QString keys;
    };
    struct Group {
        QString title;
        QList<Key> keys;
    };

    /// `window` is what the menus are of; widgets in it that have actions of their own get a group each.
    ShortcutSheet(const QMenuBar &menus, const Group &table, QWidget *window);

private:
    void addKeysOf(const QList<QAction *> &actions, Group &group);
    void add(const Group &group);

    QSet<const QAction *> m_told;

    QTreeWidget *m_list;
};

/// The keys of the table of jobs.
[[nodiscard]] ShortcutSheet::Group tableKeys();

} // namespace tallyman
