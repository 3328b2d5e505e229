// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search/queryedit.h"

#include "views/statuslook.h"

#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QTextCharFormat>

#include <algorithm>

namespace tallyman {

QueryEdit::QueryEdit(QWidget *parent)
    : QLineEdit(parent)
{
}

void QueryEdit::markFault(qsizetype start, qsizetype length)
{
    if (m_faultStart == start && m_faultLength == length)
        return;
    m_faultStart = start;
    m_faultLength = length;
    drawFault();
}

// The line draws what an input method tells it to, at the right place however far it is scrolled; there is no
// other way to give characters of a QLineEdit a format.
void QueryEdit::drawFault()
{
    if (m_composing) // this would end it
        return;
    QList<QInputMethodEvent::Attribute> attributes;
    if (m_faultLength > 0) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(statusColour(JobStatus::Failed, isDark(palette())));
        attributes.append({QInputMethodEvent::TextFormat, static_cast<int>(m_faultStart) - cursorPosition(),
                           static_cast<int>(m_faultLength), format});
    }
    QInputMethodEvent event({}, attributes);
    QLineEdit::inputMethodEvent(&event);
    update();
}

int QueryEdit::xOf(qsizetype position) const
{
    // From the cursor, whose place the line tells.
    const QString all = text();
    const qsizetype cursor = std::min<qsizetype>(cursorPosition(), all.size());
    const qsizetype at = std::clamp<qsizetype>(position, 0, all.size());
    const int between = fontMetrics().horizontalAdvance(all.mid(std::min(at, cursor), std::abs(at - cursor)));
    const int atCursor = cursorRect().center().x();
    return std::clamp(at < cursor ? atCursor - between : atCursor + between, 0, width());
}

bool QueryEdit::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        bool used = false;
        emit keyPressed(static_cast<QKeyEvent *>(event), used);
        if (used) {
            event->accept();
            return true;
        }
    }
    // A shortcut of the window must not come before these.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_F1) {
            event->accept();
            return true;
        }
    }
    const bool done = QLineEdit::event(event);
    if (event->type() == QEvent::PaletteChange && m_faultLength > 0)
        drawFault();
    return done;
}

void QueryEdit::inputMethodEvent(QInputMethodEvent *event)
{
    m_composing = !event->preeditString().isEmpty();
    QLineEdit::inputMethodEvent(event);
    if (!m_composing && m_faultLength > 0)
        drawFault();
}

void QueryEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    emit focusLost();
}

} // namespace tallyman
