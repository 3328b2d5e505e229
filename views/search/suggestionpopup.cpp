// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search/suggestionpopup.h"

#include "views/fonts.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>

namespace tallyman {

namespace {

constexpr int rowsAtOnce = 10;
constexpr int textMargin = 12;
constexpr int textLeft = 4; // of the first column, from the outer edge

/// The meaning in a weaker colour than the text, and some room between the rows.
class SuggestionDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 8);
    }

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.column() == 1 && !(option->state & QStyle::State_Selected))
            option->palette.setColor(QPalette::Text, fonts::secondaryText(option->palette));
    }
};

} // namespace

SuggestionPopup::SuggestionPopup(QWidget *field)
    : QTreeWidget(field)
    , m_field(field)
{
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setFocusPolicy(Qt::NoFocus);
    setAllColumnsShowFocus(true);
    setSelectionMode(SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::Box);
    setFrameShadow(QFrame::Plain);
    setItemDelegate(new SuggestionDelegate(this));
    setTextElideMode(Qt::ElideRight);
    setAccessibleName(tr("Suggestions"));
    header()->setStretchLastSection(true);
    header()->setSectionResizeMode(0, QHeaderView::Fixed);
    connect(this, &QTreeWidget::itemClicked, this, [this](const QTreeWidgetItem *item) {
        hide();
        emit chosen(item->text(0));
    });
    field->installEventFilter(this);
    recolour();
    hide();
}

// A frame that shows on any ground, and a choice that looks like one although the field has the focus.
void SuggestionPopup::recolour()
{
    const QPalette around = m_field->palette();
    QPalette own = around;
    own.setColor(QPalette::WindowText,
                 fonts::blend(around.color(QPalette::Text), around.color(QPalette::Base), 0.35));
    for (const auto role : {QPalette::Highlight, QPalette::HighlightedText})
        own.setColor(QPalette::Inactive, role, around.color(QPalette::Active, role));
    setPalette(own);
}

void SuggestionPopup::open(const QList<QuerySuggestion> &suggestions, int x, bool first)
{
    clear();
    for (const QuerySuggestion &suggestion : suggestions)
        new QTreeWidgetItem(this, {suggestion.text, suggestion.meaning});
    setCurrentItem(first ? topLevelItem(0) : nullptr);
    m_x = x;
    recolour();
    if (parentWidget() != m_field->window())
        setParent(m_field->window());
    place();
    show();
    raise();
}

void SuggestionPopup::place()
{
    const int first = sizeHintForColumn(0) + textMargin;
    const int second = sizeHintForColumn(1) + textMargin;
    header()->resizeSection(0, first);
    const int rows = std::min(topLevelItemCount(), rowsAtOnce);
    const int bar = topLevelItemCount() > rowsAtOnce ? verticalScrollBar()->sizeHint().width() : 0;
    const int frame = 2 * frameWidth();
    const QWidget *window = m_field->window();
    const int width = std::min(first + second + frame + bar + textMargin, window->width());
    const QPoint below = m_field->mapTo(window, QPoint(m_x, m_field->height() + 2));
    const int left = std::clamp(below.x() - textLeft, 0, std::max(0, window->width() - width));
    setGeometry(left, below.y(), width, rows * sizeHintForRow(0) + frame);
}

void SuggestionPopup::moveBy(int rows)
{
    const int count = topLevelItemCount();
    const int current = indexOfTopLevelItem(currentItem());
    const int from = current < 0 && rows < 0 ? 0 : current;
    setCurrentItem(topLevelItem((from + rows + count) % count));
}

QString SuggestionPopup::chosenText() const
{
    return currentItem() ? currentItem()->text(0) : QString();
}

QString SuggestionPopup::bestText() const
{
    return currentItem() || topLevelItemCount() == 0 ? chosenText() : topLevelItem(0)->text(0);
}

bool SuggestionPopup::eventFilter(QObject *watched, QEvent *event)
{
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    if (watched == m_field && isVisible() && moved)
        place();
    else if (watched == m_field && event->type() == QEvent::PaletteChange)
        recolour();
    else if (watched == m_field && event->type() == QEvent::Hide)
        hide();
    return QTreeWidget::eventFilter(watched, event);
}

} // namespace tallyman
