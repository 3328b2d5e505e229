// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace tallyman {

/// What is wrong with a text that is being typed, in words. It floats below its field, so that nothing else
/// moves while somebody types.
class ProblemHint : public QFrame {
    Q_OBJECT

public:
    /// Hidden at first.
    explicit ProblemHint(QWidget *field);

    void showMessage(const QString &message);
    [[nodiscard]] QString message() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();

    QWidget *m_field;
    QLabel *m_text;
};

} // namespace tallyman
