// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace tallyman {

/// Asks before something is done. Both answers are verbs; the one that changes nothing is preselected.
class Question : public QDialog {
    Q_OBJECT

public:
    /// `act` is what accepts it.
    Question(const QString &question, const QString &explanation, const QString &act, QWidget *parent);

    [[nodiscard]] const QString &question() const { return m_question; }

private:
    QString m_question;
};

} // namespace tallyman
