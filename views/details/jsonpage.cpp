// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/jsonpage.h"

#include "models/jsontreemodel.h"
#include "views/details/ownshortcuts.h"
#include "views/details/rowdelegate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace tallyman {

namespace {

constexpr int rowPadding = 6;

// Tool tips with the way to a value, and with more of it than its row has room for.
class JsonDelegate final : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

protected:
    [[nodiscard]] QString toolTip(const QModelIndex &index) const override
    {
        const bool isKey = index.column() == JsonTreeModel::KeyColumn;
        return index.data(isKey ? JsonTreeModel::PointerRole : JsonTreeModel::ValueRole).toString();
    }
};

} // namespace

JsonPage::JsonPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new JsonTreeModel(this))
    , m_pages(new QStackedWidget(this))
    , m_view(new QTreeView(this))
    , m_nothing(new QLabel(tr("This job has no options, result or metadata."), this))
    , m_unfolded({QStringLiteral("/options"), QStringLiteral("/result"), QStringLiteral("/metadata"),
                  QStringLiteral("/progress_details"), QStringLiteral("/webhook")})
{
    m_view->setModel(m_model);
    new JsonDelegate(m_view, rowPadding);
    m_view->setAccessibleName(tr("JSON"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setIndentation(16);
    m_view->header()->setFixedHeight(fontMetrics().height() + 10);
    m_view->header()->resizeSection(JsonTreeModel::KeyColumn, 20 * fontMetrics().averageCharWidth() + 40);
    connect(m_view, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        m_unfolded.insert(index.data(JsonTreeModel::PointerRole).toString());
    });
    connect(m_view, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        m_unfolded.remove(index.data(JsonTreeModel::PointerRole).toString());
    });
    addCopy(tr("Copy &value"), QKeySequence::Copy, JsonTreeModel::ValueRole);
    addCopy(tr("Copy &path"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), JsonTreeModel::PointerRole);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
    new OwnShortcuts(m_view);

    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(16);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_nothing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
}

void JsonPage::addCopy(const QString &text, const QKeySequence &keys, int role)
{
    auto *action = new QAction(text, m_view);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [this, role] {
        if (m_view->currentIndex().isValid())
            QApplication::clipboard()->setText(m_view->currentIndex().data(role).toString());
    });
    m_view->addAction(action);
}

void JsonPage::showTree(const std::shared_ptr<const JsonTree> &tree)
{
    if (*tree == m_model->tree())
        return;
    const QString current = m_view->currentIndex().data(JsonTreeModel::PointerRole).toString();
    const int down = m_view->verticalScrollBar()->value();
    m_model->setTree(tree);
    m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 0 : 1);
    unfold();
    if (!current.isEmpty())
        m_view->setCurrentIndex(m_model->indexOf(current));
    m_view->doItemsLayout();
    m_view->verticalScrollBar()->setValue(down);
}

void JsonPage::unfold()
{
    QStringList pointers(m_unfolded.cbegin(), m_unfolded.cend());
    std::sort(pointers.begin(), pointers.end()); // what contains something comes before it
    for (const QString &pointer : std::as_const(pointers)) {
        const QModelIndex index = m_model->indexOf(pointer);
        if (index.isValid())
            m_view->setExpanded(index, true);
    }
}

} // namespace tallyman
