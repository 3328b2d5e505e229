// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/shortcutsheet.h"

#include "views/fonts.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace tallyman {

namespace {

constexpr QSize firstSize{480, 640};

QString withoutMnemonic(QString text)
{
    text.replace(QLatin1StringView("&&"), QStringLiteral("\u0001"));
    text.remove(u'&');
    return text.replace(u'\u0001', u'&');
}

QString joined(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts << key.toString(QKeySequence::NativeText);
    return texts.join(ShortcutSheet::tr(" or ", "Ctrl+? or F1"));
}

QString nativeText(std::initializer_list<const char *> names)
{
    QList<QKeySequence> keys;
    for (const char *name : names)
        keys << QKeySequence(QLatin1StringView(name));
    return joined(keys);
}

} // namespace

ShortcutSheet::ShortcutSheet(const QMenuBar &menus, const Group &table, QWidget *window)
    : QDialog(window)
    , m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_list->setAccessibleName(windowTitle());
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("What it does"), tr("Keys")});
    m_list->setRootIsDecorated(false);
    m_list->setItemsExpandable(false);
    m_list->setIndentation(12);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setFrameShape(QFrame::NoFrame);
    const QList<QAction *> titles = menus.actions();
    for (const QAction *title : titles) {
        if (!title->menu())
            continue;
        Group group{withoutMnemonic(title->text()), {}};
        addKeysOf(title->menu()->actions(), group);
        add(group);
    }
    add(table);
    const auto widgets = window ? window->findChildren<QWidget *>() : QList<QWidget *>();
    for (const QWidget *widget : widgets) {
        Group group{widget->accessibleName(), {}};
        addKeysOf(widget->actions(), group);
        add(group);
    }
    m_list->expandAll();
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    header->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header->setSectionsMovable(false);
    header->hide();

    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("&Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(m_list);
    column->addWidget(buttons);
    m_list->setFocus();
    resize(firstSize);
}

// Those that have a key and were not told yet, and those of submenus.
void ShortcutSheet::addKeysOf(const QList<QAction *> &actions, Group &group)
{
    for (const QAction *action : actions) {
        if (action->menu())
            addKeysOf(action->menu()->actions(), group);
        else if (!action->shortcuts().isEmpty() && !action->text().isEmpty() && !m_told.contains(action))
            group.keys.append({withoutMnemonic(action->text()).remove(u'…'), joined(action->shortcuts())});
        m_told.insert(action);
    }
}

void ShortcutSheet::add(const Group &group)
{
    if (group.keys.isEmpty())
        return;
    auto *title = new QTreeWidgetItem(m_list, {group.title});
    title->setFlags(Qt::ItemIsEnabled); // nothing to point at; what is disabled greys its keys too
    title->setForeground(0, palette().text());
    title->setFont(0, fonts::title(font()));
    title->setTextAlignment(0, Qt::AlignLeft | Qt::AlignBottom);
    title->setFirstColumnSpanned(true);
    const int line = fontMetrics().height();
    title->setSizeHint(0, {0, m_list->topLevelItemCount() == 1 ? line + 12 : line + 24});
    for (const Key &key : group.keys) {
        auto *item = new QTreeWidgetItem(title, {key.what, key.keys});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren);
        item->setSizeHint(0, {0, line + 8});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, Qt::AccessibleTextRole, QStringLiteral("%1: %2").arg(key.what, key.keys));
    }
}

ShortcutSheet::Group tableKeys()
{
    return {
        ShortcutSheet::tr("Table"),
        {
            {ShortcutSheet::tr("Next or previous job"), nativeText({"Up", "Down"})},
            {ShortcutSheet::tr("Show the job's details"), nativeText({"Return"})},
            {ShortcutSheet::tr("First or last job"), nativeText({"Home", "End"})},
            {ShortcutSheet::tr("A screen up or down"), nativeText({"PgUp", "PgDown"})},
            {ShortcutSheet::tr("Select up to there"), nativeText({"Shift+Up", "Shift+Down"})},
            {ShortcutSheet::tr("Go without selecting"), nativeText({"Ctrl+Up", "Ctrl+Down"})},
            {ShortcutSheet::tr("Select the job or not"), nativeText({"Ctrl+Space"})},
            {ShortcutSheet::tr("Next name that begins so, of the jobs around"), ShortcutSheet::tr("letters")},
            {ShortcutSheet::tr("Open a saved view, in the order of the list"),
             nativeText({"Ctrl+1"}) + u'…' + nativeText({"Ctrl+9"})},
            {ShortcutSheet::tr("Menu of the selected jobs"), nativeText({"Menu", "Shift+F10"})},
        }};
}

} // namespace tallyman
