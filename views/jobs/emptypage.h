// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tallyman {

/// What the window shows while there is no job: what to do now, as a command to copy.
class EmptyPage : public QWidget {
    Q_OBJECT

public:
    explicit EmptyPage(QWidget *parent = nullptr);

    /// A command for a terminal that adds a job, and a sentence on what it does.
    void setCommand(const QString &command, const QString &explanation);
    [[nodiscard]] QString command() const { return m_command; }

    /// Gives the focus to what the page is for.
    void focusButton();
    /// Puts the command on the clipboard, and says so.
    void copyCommand();

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolour();

    QString m_command;
    QLabel *m_commandLabel;
    QLabel *m_explanation;
    QPushButton *m_copy;
};

} // namespace tallyman
