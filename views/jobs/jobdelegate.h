// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace tallyman {

class JobTableView;

/// Draws a cell of the job table: the row's background with hover, selection and hairline, and plain text.
/// Other delegates draw something else in its place.
class JobDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum class Emphasis { Normal, Secondary };

    /// The space at either side of a cell, in pixels.
    static constexpr int padding = 8;

    JobDelegate(Emphasis emphasis, Qt::Alignment alignment, JobTableView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Shows toolTip().
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

    /// What the cell says.
    [[nodiscard]] virtual QString text(const QModelIndex &index) const;

protected:
    /// What there is to say besides; by default the text, where it is cut.
    [[nodiscard]] virtual QString toolTip(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    virtual void paintContent(QPainter &painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const;

    /// The text of that cell in the colour for the state of its row, cut where it is too long.
    void paintText(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
                   const QString &text, const QColor &colour, Qt::Alignment alignment) const;
    [[nodiscard]] static QRect contentRect(const QStyleOptionViewItem &option);
    [[nodiscard]] static bool isSelected(const QStyleOptionViewItem &option);
    /// Normal or secondary text, or that for a selection.
    [[nodiscard]] static QColor textColour(const QStyleOptionViewItem &option, Emphasis emphasis);

private:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    JobTableView *m_view;
    Emphasis m_emphasis;
    Qt::Alignment m_alignment;
};

} // namespace tallyman
