// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace tallyman {

/// Asks for a text of several lines.
class TextDialog : public QDialog {
    Q_OBJECT

public:
    struct Wording {
        QString title;
        QString label; ///< with a mnemonic
        QString hint; ///< what will become of it; may be empty
        QString button; ///< a verb
    };

    /// `longest`: how many characters (UTF-16 units) it may have.
    TextDialog(const Wording &wording, const QString &text, qsizetype longest, QWidget *parent);

    [[nodiscard]] QString text() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void check();

    qsizetype m_longest;
    QPlainTextEdit *m_edit;
    QLabel *m_problem;
    QPushButton *m_accept;
};

} // namespace tallyman
