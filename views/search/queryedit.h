// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

#include <utility>

namespace tallyman {

/// The line in which a query is typed. It can mark a part of its text as wrong, and gives its keys to the
/// field around it before it acts on them.
class QueryEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit QueryEdit(QWidget *parent = nullptr);

    /// Underlines that part; nothing where it is empty.
    void markFault(qsizetype start, qsizetype length);
    /// Start and length of what is underlined.
    [[nodiscard]] std::pair<qsizetype, qsizetype> fault() const { return {m_faultStart, m_faultLength}; }
    /// Where that character is, in the coordinates of the line.
    [[nodiscard]] int xOf(qsizetype position) const;

signals:
    /// A key was pressed; whoever has used it sets `used`.
    void keyPressed(QKeyEvent *event, bool &used);
    void focusLost();

protected:
    bool event(QEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void drawFault();

    qsizetype m_faultStart = 0;
    qsizetype m_faultLength = 0;
    bool m_composing = false;
};

} // namespace tallyman
