// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QGridLayout;

namespace tallyman {

/// How a query is written, as a table of examples. Each can be pressed to be used.
class QueryHelp : public QFrame {
    Q_OBJECT

public:
    explicit QueryHelp(QWidget *parent);

    /// Opens with its right edge at that of the widget; closes by Esc and by a click elsewhere.
    void openBelow(const QWidget *widget);

signals:
    void chosen(const QString &example);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addRow(QGridLayout *grid, const QString &example, const QString &meaning);
};

} // namespace tallyman
