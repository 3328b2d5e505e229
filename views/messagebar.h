// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace tallyman {

/// Something that went wrong, said in place: what happened and what to do; the technical text unfolds.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    /// Hidden at first. `action` names what the button does that acted() is for.
    explicit MessageBar(const QString &action, QWidget *parent = nullptr);

    void showMessage(const QString &message, const QString &detail);
    [[nodiscard]] QString message() const;

signals:
    void acted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_message;
    QToolButton *m_details;
    QPushButton *m_action;
    QPlainTextEdit *m_detail;
};

} // namespace tallyman
