// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/textdialog.h"

#include "views/fonts.h"
#include "views/format.h"
#include "views/statuslook.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace tallyman {

namespace {

constexpr int lines = 6;
constexpr int columns = 52;

} // namespace

TextDialog::TextDialog(const Wording &wording, const QString &text, qsizetype longest, QWidget *parent)
    : QDialog(parent)
    , m_longest(longest)
    , m_edit(new QPlainTextEdit(text, this))
    , m_problem(new QLabel(this))
{
    setWindowTitle(wording.title);
    auto *label = new QLabel(wording.label, this);
    label->setBuddy(m_edit);
    m_edit->setTabChangesFocus(true);
    m_edit->setAccessibleName(QString(wording.label).remove(u'&').remove(u':'));
    m_edit->setAccessibleDescription(wording.hint);
    m_edit->setMinimumSize(fontMetrics().averageCharWidth() * columns,
                           fontMetrics().lineSpacing() * lines + 12);
    m_edit->moveCursor(QTextCursor::End);
    auto *hint = new QLabel(wording.hint, this);
    for (QLabel *line : {hint, m_problem}) {
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        line->setFont(fonts::secondary(font()));
    }
    hint->setVisible(!wording.hint.isEmpty());
    QPalette red = m_problem->palette();
    red.setColor(QPalette::WindowText, statusColour(JobStatus::Failed, isDark(palette())));
    m_problem->setPalette(red);
    m_problem->hide();

    auto *buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(wording.button, QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    m_accept->setToolTip(tr("Ctrl+Enter"));
    buttons->addButton(tr("Cance&l"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &TextDialog::check);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(label);
    column->addWidget(m_edit, 1);
    column->addWidget(hint);
    column->addWidget(m_problem);
    column->addSpacing(8);
    column->addWidget(buttons);
    m_edit->setFocus();
}

QString TextDialog::text() const
{
    return m_edit->toPlainText();
}

// Enter alone begins a new line.
void TextDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers().testFlag(Qt::ControlModifier))
        m_accept->click();
    else
        QDialog::keyPressEvent(event);
}

void TextDialog::check()
{
    const qsizetype length = text().size();
    const bool tooLong = length > m_longest;
    m_accept->setEnabled(!tooLong);
    m_problem->setVisible(tooLong);
    if (tooLong)
        m_problem->setText(tr("The text has %1 characters, and can have %2. Shorten it.")
                               .arg(format::count(length), format::count(m_longest)));
}

} // namespace tallyman
