// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/search/nomatchpage.h"

#include "models/domain/jobfilter.h"
#include "views/fonts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tallyman {

namespace {

constexpr int contentWidth = 640;

QLabel *label(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

// What was looked for in name and error only.
bool couldSearchDeeper(const JobFilter &filter)
{
    return !filter.deep && std::any_of(filter.terms.begin(), filter.terms.end(), [](const FilterTerm &term) {
        return term.field == FilterField::Word && !term.negated;
    });
}

} // namespace

NoMatchPage::NoMatchPage(QWidget *parent)
    : QWidget(parent)
    , m_query(label({}, this))
    , m_explanation(
          label(tr("The words were looked for in name and error, and as the beginning of ID, provider "
                   "and user. A deep search also reads input, output, JSON and results of every job."),
                this))
    , m_clear(new QPushButton(tr("C&lear search"), this))
    , m_deep(new QPushButton(tr("Searc&h deep"), this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *title = label(tr("No job matches"), this);
    title->setFont(fonts::title(fonts::title(font())));
    m_query->setFont(fonts::fixed(font()));
    m_query->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_query->setAccessibleName(tr("Query"));
    for (QPushButton *button : {m_clear, m_deep})
        button->setMinimumSize(button->sizeHint() + QSize(32, 6));
    connect(m_clear, &QPushButton::clicked, this, &NoMatchPage::clearRequested);
    connect(m_deep, &QPushButton::clicked, this, &NoMatchPage::deepRequested);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_clear);
    buttons->addWidget(m_deep);
    buttons->addStretch();
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addStretch(2);
    column->addWidget(title);
    column->addWidget(m_query);
    column->addSpacing(8);
    column->addLayout(buttons);
    column->addSpacing(8);
    column->addWidget(m_explanation);
    column->addStretch(3);
    auto *content = new QWidget(this);
    content->setMaximumWidth(contentWidth);
    content->setLayout(column);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(24, 24, 24, 24);
    line->addStretch(1);
    line->addWidget(content, 1000); // up to its width; what is left is margin
    line->addStretch(1);
    recolour();
}

void NoMatchPage::setFilter(const JobFilter &filter)
{
    m_query->setText(toText(filter));
    const bool deeper = couldSearchDeeper(filter);
    m_deep->setVisible(deeper);
    m_explanation->setVisible(deeper);
}

void NoMatchPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

void NoMatchPage::recolour()
{
    QPalette weak = palette();
    for (const auto role : {QPalette::WindowText, QPalette::Text})
        weak.setColor(role, fonts::secondaryText(palette()));
    m_explanation->setPalette(weak);
}

} // namespace tallyman
