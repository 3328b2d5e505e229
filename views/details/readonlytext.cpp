// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/readonlytext.h"

#include "views/fonts.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace tallyman {

namespace {

// The beginning of the text, and of each of its lines.
QString shortened(const QString &text)
{
    const QStringView all = QStringView(text).left(ReadOnlyText::textLimit);
    QString shown;
    shown.reserve(all.size());
    for (qsizetype from = 0; from < all.size();) {
        const qsizetype found = all.indexOf(u'\n', from);
        const qsizetype end = found < 0 ? all.size() : found + 1;
        const QStringView line = all.sliced(from, end - from);
        if (line.size() > ReadOnlyText::lineLimit + 1) {
            shown += line.left(ReadOnlyText::lineLimit);
            shown += u'…';
            if (found >= 0)
                shown += u'\n';
        } else {
            shown += line;
        }
        from = end;
    }
    if (all.size() < text.size())
        shown += u'…';
    return shown;
}

} // namespace

ReadOnlyText::ReadOnlyText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFonts();
}

void ReadOnlyText::showText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    const QString shown = shortened(text);
    m_isWhole = shown == text;
    const int down = verticalScrollBar()->value();
    const int right = horizontalScrollBar()->value();
    const QTextCursor before = textCursor();
    setPlainText(shown);
    if (before.hasSelection() && std::max(before.position(), before.anchor()) <= shown.size()) {
        QTextCursor cursor = textCursor();
        cursor.setPosition(before.anchor());
        cursor.setPosition(before.position(), QTextCursor::KeepAnchor);
        setTextCursor(cursor);
    }
    verticalScrollBar()->setValue(down);
    horizontalScrollBar()->setValue(right);
}

void ReadOnlyText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setFonts();
}

void ReadOnlyText::setFonts()
{
    setFont(fonts::fixed(fonts::secondary(parentWidget() ? parentWidget()->font() : font())));
}

} // namespace tallyman
