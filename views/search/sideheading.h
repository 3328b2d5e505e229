// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace tallyman {

/// The heading of a part of a side panel; pressing it folds and unfolds what is below it (it is checked as
/// long as that shows).
class SideHeading : public QAbstractButton {
    Q_OBJECT

public:
    explicit SideHeading(const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace tallyman
