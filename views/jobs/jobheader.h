// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace tallyman {

/// The header of the job table: flat, its titles in line with what stands below them.
class JobHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit JobHeader(QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    /// What the title of a section needs, sorted or not.
    [[nodiscard]] int titleWidth(int section) const;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void setHovered(int section);
    void paintArrow(QPainter &painter, QPointF middle) const;

    int m_hovered = -1;
};

} // namespace tallyman
