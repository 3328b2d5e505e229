// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace tallyman {

/// The header of the job table: flat, its titles in line with what stands below them, with an arrow at each
/// column that the table is sorted by and its rank where there are several.
class JobHeader : public QHeaderView {
    Q_OBJECT

public:
    struct SortedSection {
        int section = -1;
        bool descending = false;
    };

    explicit JobHeader(QWidget *parent);

    /// What the table is sorted by, the first one counting most.
    void setSorted(const QList<SortedSection> &sorted);
    [[nodiscard]] const QList<SortedSection> &sorted() const { return m_sorted; }

    [[nodiscard]] QSize sizeHint() const override;
    /// What the title of a section needs, sorted or not.
    [[nodiscard]] int titleWidth(int section) const;

signals:
    /// The user clicks on a title; `further`: with Ctrl, to sort by it besides.
    void sortRequested(int section, bool further);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void setHovered(int section);
    void paintArrow(QPainter &painter, QPointF middle, bool descending) const;
    [[nodiscard]] qsizetype rankOf(int section) const;
    [[nodiscard]] QFont rankFont() const;

    QList<SortedSection> m_sorted;
    int m_hovered = -1;
    bool m_further = false; // whether Ctrl was held when the button was let go
};

} // namespace tallyman
