// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace tallyman {

/// Something to know, said in place: what went wrong and what to do, or what was done and how to undo it; the
/// technical text unfolds.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Kind {
        Problem,
        Notice, ///< can be put away
    };

    /// Hidden at first. `action` names what the button does that acted() is for.
    explicit MessageBar(const QString &action, QWidget *parent = nullptr, Kind kind = Kind::Problem);

    /// `canAct`: whether there is anything to act upon.
    void showMessage(const QString &message, const QString &detail, bool canAct = true);
    [[nodiscard]] QString message() const;

signals:
    void acted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
    QLabel *m_message;
    QToolButton *m_details;
    QPushButton *m_action;
    QPushButton *m_close;
    QPlainTextEdit *m_detail;
};

} // namespace tallyman
