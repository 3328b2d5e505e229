// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search/queryhelp.h"

#include "views/fonts.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>

#include <algorithm>

namespace tallyman {

namespace {

struct Example {
    const char *query;
    const char *meaning;
};

constexpr Example examples[] = {
    {"web server",
     QT_TRANSLATE_NOOP("QueryHelp",
                       "Both words in name or error, or as the beginning of ID, "
                       "provider or user")},
    {"\"web server\"", QT_TRANSLATE_NOOP("QueryHelp", "The words together, with a blank between them")},
    {"in:all web", QT_TRANSLATE_NOOP("QueryHelp", "In input, output, JSON and results too: reads every job")},
    {"status:failed,cancelled", QT_TRANSLATE_NOOP("QueryHelp", "One of these")},
    {"-user:bob", QT_TRANSLATE_NOOP("QueryHelp", "None of these")},
    {"provider:vs*", QT_TRANSLATE_NOOP("QueryHelp", "What begins so; without the star, exactly so")},
    {"error:timeout", QT_TRANSLATE_NOOP("QueryHelp", "Only in the error; name: only in the name")},
    {"created:today", QT_TRANSLATE_NOOP("QueryHelp", "Today, yesterday, 2026-01 or 2026-01-21T10:30")},
    {"ended:<7d", QT_TRANSLATE_NOOP("QueryHelp", "Less than 7 days ago; also 90s, 30m, 12h, 2w")},
    {"started:2026-01-01..2026-01-15", QT_TRANSLATE_NOOP("QueryHelp", "From the first to the last day")},
    {"duration:>1h", QT_TRANSLATE_NOOP("QueryHelp", "Longer than that; waiting: before it began")},
    {"progress:<50%", QT_TRANSLATE_NOOP("QueryHelp", "Less than half; also >=, <= and =")},
    {"size:>1GB", QT_TRANSLATE_NOOP("QueryHelp", "Also files, items, done and retries")},
    {"started:none", QT_TRANSLATE_NOOP("QueryHelp", "The job has no such time or number")},
    {"is:pinned", QT_TRANSLATE_NOOP("QueryHelp", "Pinned jobs")},
    {"sort:-size,name", QT_TRANSLATE_NOOP("QueryHelp", "The order: the largest first, then by name")},
};

/// An example, drawn as a link.
class ExampleButton final : public QAbstractButton {
public:
    ExampleButton(const QString &example, QWidget *parent)
        : QAbstractButton(parent)
    {
        setText(example);
        setFont(fonts::fixed(font()));
        setCursor(Qt::PointingHandCursor);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(text()) + 2 * margin, fontMetrics().height() + margin};
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QColor accent = palette().color(QPalette::Active, QPalette::Highlight);
        if (underMouse() || hasFocus())
            painter.fillRect(rect(), fonts::blend(accent, palette().color(QPalette::Window), 0.12));
        if (hasFocus()) {
            painter.setPen(accent);
            painter.drawRect(rect().adjusted(0, 0, -1, -1));
        }
        painter.setPen(palette().color(QPalette::Link));
        painter.drawText(rect().adjusted(margin, 0, -margin, 0), Qt::AlignVCenter | Qt::TextSingleLine,
                         text());
    }

private:
    static constexpr int margin = 6;
};

} // namespace

QueryHelp::QueryHelp(QWidget *parent)
    : QFrame(parent, Qt::Popup)
{
    setFrameShape(StyledPanel);
    setAccessibleName(tr("How to search"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 12, 12, 12);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(0);
    auto *title = new QLabel(tr("How to search"), this);
    title->setFont(fonts::title(font()));
    grid->addWidget(title, 0, 0, 1, 2);
    auto *sentence =
        new QLabel(tr("All conditions must hold. Press an example to add it to your query."), this);
    grid->addWidget(sentence, 1, 0, 1, 2);
    grid->setRowMinimumHeight(2, 8);
    for (const Example &example : examples)
        addRow(grid, QString::fromLatin1(example.query), tr(example.meaning));
    hide();
}

void QueryHelp::addRow(QGridLayout *grid, const QString &example, const QString &meaning)
{
    const int row = grid->rowCount();
    auto *button = new ExampleButton(example, this);
    button->setAccessibleName(tr("%1: %2", "an example of a query and what it means").arg(example, meaning));
    connect(button, &QAbstractButton::clicked, this, [this, example] {
        hide();
        emit chosen(example);
    });
    auto *label = new QLabel(meaning, this);
    label->setTextFormat(Qt::PlainText);
    grid->addWidget(button, row, 0);
    grid->addWidget(label, row, 1);
}

void QueryHelp::openBelow(const QWidget *widget)
{
    adjustSize();
    QPoint at = widget->mapToGlobal(QPoint(widget->width() - width(), widget->height() + 4));
    const QRect screen = widget->screen()->availableGeometry();
    at.setX(std::clamp(at.x(), screen.left(), std::max(screen.left(), screen.right() - width())));
    move(at);
    show();
    if (auto *first = findChild<QAbstractButton *>())
        first->setFocus();
}

void QueryHelp::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
        focusNextChild();
        break;
    case Qt::Key_Up:
        focusPreviousChild();
        break;
    default:
        QFrame::keyPressEvent(event);
    }
}

} // namespace tallyman
