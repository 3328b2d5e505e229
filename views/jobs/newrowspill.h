// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace tallyman {

/// "37 new": rows that came in above what is on the screen. Pressing it asks to go there.
class NewRowsPill : public QAbstractButton {
    Q_OBJECT

public:
    /// Floats at the top of its parent, hidden as long as it counts nothing.
    explicit NewRowsPill(QWidget *parent);

    void add(int rows);
    void clear();
    [[nodiscard]] qint64 rows() const { return m_rows; }
    /// Moves to the middle of the parent's upper edge.
    void place();

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qint64 m_rows = 0;
};

} // namespace tallyman
