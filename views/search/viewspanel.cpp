// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search/viewspanel.h"

#include "models/savedviews.h"
#include "views/details/ownshortcuts.h"
#include "views/search/sideheading.h"
#include "views/search/viewslist.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tallyman {

ViewsPanel::ViewsPanel(SavedViews &views, QAction *save, QWidget *parent)
    : QWidget(parent)
    , m_views(views)
    , m_save(save)
    , m_heading(new SideHeading(tr("Views"), this))
    , m_list(new ViewsList(views, this))
    , m_noticeBar(new QFrame(this))
    , m_notice(new QLabel(m_noticeBar))
    , m_undo(new QToolButton(m_noticeBar))
    , m_rename(add(tr("&Rename"), QKeySequence(Qt::Key_F2)))
    , m_update(add(tr("&Update to the current query"), {}))
    , m_up(add(tr("Move u&p"), QKeySequence(Qt::ALT | Qt::Key_Up)))
    , m_down(add(tr("Move do&wn"), QKeySequence(Qt::ALT | Qt::Key_Down)))
    , m_copy(add(tr("&Copy as text"), QKeySequence(Qt::CTRL | Qt::Key_C)))
    , m_paste(add(tr("Paste &view"), QKeySequence(Qt::CTRL | Qt::Key_V)))
    , m_remove(add(tr("&Delete view"), QKeySequence(Qt::Key_Delete)))
    , m_restore(add(tr("R&estore shipped views"), {}))
{
    auto *menuButton = new QToolButton(this);
    menuButton->setText(QStringLiteral("⋯"));
    menuButton->setAutoRaise(true);
    menuButton->setAccessibleName(tr("What to do with views"));
    menuButton->setToolTip(tr("What to do with views"));
    menuButton->setFocusPolicy(Qt::TabFocus);
    connect(menuButton, &QToolButton::clicked, this,
            [this, menuButton] { showMenu(menuButton->mapToGlobal(QPoint(0, menuButton->height()))); });
    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 4, 0);
    top->setSpacing(0);
    top->addWidget(m_heading, 1);
    top->addWidget(menuButton);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_list);
    column->addWidget(m_noticeBar);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setUpNotice();
    setUpActions();
    new OwnShortcuts(m_list); // copy, delete and undo are keys of the window too
    connect(m_heading, &QAbstractButton::toggled, m_list, &QWidget::setVisible);
    connect(m_list, &ViewsList::openRequested, this, &ViewsPanel::openRequested);
    connect(m_list, &ViewsList::menuRequested, this, &ViewsPanel::showMenu);
    connect(m_list, &ViewsList::newRowRejected, this, [this](int row) {
        m_views.remove(row);
        m_noticeBar->hide(); // nobody needs that back
    });
}

void ViewsPanel::setUpNotice()
{
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_undo->setText(tr("&Undo"));
    m_undo->setToolTip(tr("Bring the view back (Ctrl+Z)"));
    m_undo->setFocusPolicy(Qt::TabFocus);
    connect(add(tr("&Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z)), &QAction::triggered, this,
            &ViewsPanel::undo);
    connect(m_undo, &QToolButton::clicked, this, &ViewsPanel::undo);
    auto *line = new QHBoxLayout(m_noticeBar);
    line->setContentsMargins(8, 4, 8, 4);
    line->setSpacing(8);
    line->addWidget(m_notice, 1);
    line->addWidget(m_undo, 0, Qt::AlignTop);
    m_noticeBar->hide();
}

QAction *ViewsPanel::add(const QString &text, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setShortcut(shortcut);
    m_list->addAction(action);
    return action;
}

void ViewsPanel::setUpActions()
{
    connect(m_rename, &QAction::triggered, this, [this] {
        if (currentRow() >= 0)
            m_list->edit(m_list->currentIndex());
    });
    connect(m_update, &QAction::triggered, this, [this] {
        if (currentRow() >= 0)
            emit updateRequested(currentRow());
    });
    connect(m_up, &QAction::triggered, this, [this] { moveCurrent(-1); });
    connect(m_down, &QAction::triggered, this, [this] { moveCurrent(1); });
    connect(m_copy, &QAction::triggered, this, &ViewsPanel::copyCurrent);
    connect(m_paste, &QAction::triggered, this, &ViewsPanel::paste);
    connect(m_remove, &QAction::triggered, this, &ViewsPanel::removeCurrent);
    connect(m_restore, &QAction::triggered, this, [this] { m_views.restoreShipped(); });
}

void ViewsPanel::enableActions()
{
    const int row = currentRow();
    for (QAction *action : {m_rename, m_update, m_copy, m_remove})
        action->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_views.rowCount());
    m_restore->setEnabled(m_views.lacksShipped());
}

void ViewsPanel::fillMenu(QMenu *menu)
{
    enableActions();
    menu->addAction(m_save);
    menu->addActions({m_update, m_rename});
    menu->addSeparator();
    menu->addActions({m_up, m_down});
    menu->addSeparator();
    menu->addActions({m_copy, m_paste});
    menu->addSeparator();
    menu->addActions({m_remove, m_restore});
    // Of the shortcuts most are the list's own; they act again on whatever the list then has.
    connect(menu, &QMenu::aboutToHide, this, [this] {
        const QList<QAction *> actions = m_list->actions();
        for (QAction *action : actions)
            action->setEnabled(true);
    });
}

void ViewsPanel::showMenu(const QPoint &globalPosition)
{
    QMenu menu;
    fillMenu(&menu);
    menu.exec(globalPosition);
}

int ViewsPanel::currentRow() const
{
    return m_list->currentIndex().isValid() ? m_list->currentIndex().row() : -1;
}

QString ViewsPanel::notice() const
{
    return m_noticeBar->isHidden() ? QString() : m_notice->text();
}

void ViewsPanel::showNotice(const QString &text, bool canUndo)
{
    m_notice->setText(text);
    m_noticeBar->setAccessibleName(text);
    m_undo->setVisible(canUndo);
    m_noticeBar->show();
}

void ViewsPanel::nameNew(int row)
{
    m_noticeBar->hide();
    m_heading->setChecked(true);
    m_list->editNew(row);
}

void ViewsPanel::moveCurrent(int by)
{
    const int row = currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_views.rowCount())
        return;
    m_views.moveTo(row, to);
    m_list->scrollTo(m_list->currentIndex());
}

void ViewsPanel::removeCurrent()
{
    const int row = currentRow();
    if (row < 0)
        return;
    const QString title = m_views.view(row).title();
    m_views.remove(row);
    showNotice(tr("“%1” is deleted.").arg(title), true);
}

void ViewsPanel::undo()
{
    const int row = m_views.undoRemove();
    m_noticeBar->hide();
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_views.index(row));
    m_list->setFocus();
}

void ViewsPanel::copyCurrent()
{
    if (currentRow() >= 0)
        QApplication::clipboard()->setText(toText(m_views.view(currentRow())));
}

void ViewsPanel::paste()
{
    const auto view = savedViewFromText(QApplication::clipboard()->text());
    if (!view) {
        showNotice(view.error().message, false);
        return;
    }
    m_noticeBar->hide();
    m_list->setCurrentIndex(m_views.index(m_views.add(*view)));
}

} // namespace tallyman
