// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search/viewslist.h"

#include "models/savedviews.h"
#include "views/format.h"
#include "views/search/sidedelegate.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>

#include <algorithm>

namespace tallyman {

namespace {

constexpr int rowsAtMost = 12;
constexpr int rowsAtLeast = 2;

class ViewDelegate final : public SideDelegate {
public:
    using SideDelegate::SideDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *editor = new QLineEdit(parent);
        editor->setMaxLength(SavedView::longestName);
        editor->setAccessibleName(SavedViews::tr("Name of the view"));
        return editor;
    }

    // Also called when a count changes, which must not undo what was typed.
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        auto *line = qobject_cast<QLineEdit *>(editor);
        const QString name = index.data(Qt::EditRole).toString();
        if (!line->isModified() && line->text() != name)
            line->setText(name);
    }

protected:
    [[nodiscard]] SideRow row(const QModelIndex &index) const override
    {
        SideRow row;
        row.text = index.data().toString();
        row.hasMarks = true; // in line with the facets below
        row.open = index.data(SavedViews::CurrentRole).toBool();
        const QVariant count = index.data(SavedViews::CountRole);
        if (index.data(SavedViews::TooSlowRole).toBool())
            row.count = QStringLiteral("…");
        else if (count.isValid())
            row.count = format::shortCount(count.toLongLong());
        return row;
    }
};

} // namespace

ViewsList::ViewsList(SavedViews &views, QWidget *parent)
    : QListView(parent)
{
    setModel(&views);
    setItemDelegate(new ViewDelegate(this));
    setAccessibleName(tr("Saved views"));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    viewport()->setAttribute(Qt::WA_Hover);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&views, signal, this, [this] { updateGeometry(); });
    connect(&views, &QAbstractItemModel::modelReset, this, [this] { updateGeometry(); });
    connect(itemDelegate(), &QAbstractItemDelegate::closeEditor, this,
            [this](QWidget *, QAbstractItemDelegate::EndEditHint hint) {
                const QPersistentModelIndex added = std::exchange(m_new, {});
                if (added.isValid() && hint == QAbstractItemDelegate::RevertModelCache)
                    emit newRowRejected(added.row());
            });
}

void ViewsList::editNew(int row)
{
    const QModelIndex index = model()->index(row, 0);
    scrollTo(index);
    setCurrentIndex(index);
    setFocus();
    m_new = index;
    edit(index);
}

int ViewsList::heightOf(int rows) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    return rows * sideRowSize(option, {}).height();
}

QSize ViewsList::sizeHint() const
{
    return {160, heightOf(std::clamp(model()->rowCount(), 1, rowsAtMost))};
}

QSize ViewsList::minimumSizeHint() const
{
    return {80, heightOf(std::min(model()->rowCount(), rowsAtLeast))};
}

void ViewsList::keyPressEvent(QKeyEvent *event)
{
    const bool opens =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (opens && currentIndex().isValid() && state() != EditingState)
        emit openRequested(currentIndex().row());
    else
        QListView::keyPressEvent(event);
}

void ViewsList::mouseReleaseEvent(QMouseEvent *event)
{
    const bool dragged = state() == DraggingState;
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && !dragged && index.isValid() && index == currentIndex())
        emit openRequested(index.row());
}

void ViewsList::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    emit menuRequested(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center())
                             : event->globalPos());
}

void ViewsList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

} // namespace tallyman
