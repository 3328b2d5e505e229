// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/factspage.h"

#include "views/details/pathfield.h"
#include "views/details/readonlytext.h"
#include "views/elidedlabel.h"
#include "views/fonts.h"
#include "views/format.h"
#include "views/plaintooltip.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace tallyman {

namespace {

constexpr double mostErrorLines = 12; // beyond, it scrolls by itself

} // namespace

FactsPage::FactsPage(QWidget *parent)
    : QScrollArea(parent)
    , m_form(new QFormLayout)
    , m_errorBox(new QWidget(this))
    , m_errorTitle(new QLabel(tr("&Error"), m_errorBox))
    , m_error(new ReadOnlyText(m_errorBox))
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Facts"));
    m_errorTitle->setBuddy(m_error);
    m_error->setAccessibleName(tr("Error"));
    m_error->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_error->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    connect(m_error->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &FactsPage::fitError);
    auto *error = new QVBoxLayout(m_errorBox);
    error->setContentsMargins(0, 0, 0, 12);
    error->setSpacing(4);
    error->addWidget(m_errorTitle);
    error->addWidget(m_error);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(0);
    column->addWidget(m_errorBox);
    column->addLayout(m_form);
    column->addStretch(1);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRows();
    setWidget(content);
    setColours();
}

void FactsPage::addRows()
{
    addId();
    m_provider = addText(tr("Provider"));
    m_user = addText(tr("User"));
    m_items = addRow(tr("Items"));
    m_files = addRow(tr("Files"));
    m_size = addRow(tr("Size"));
    m_input = addPath(tr("Input"));
    m_output = addPath(tr("Output"));
    m_created = addRow(tr("Created"));
    m_queued = addRow(tr("Queued"));
    m_waited = addRow(tr("Waited"));
    m_started = addRow(tr("Started"));
    m_heartbeat = addRow(tr("Last report"));
    m_ended = addRow(tr("Ended"));
    m_duration = addRow(tr("Duration"));
    m_retries = addRow(tr("Retries"));
    m_expires = addRow(tr("Expires"));
}

QLabel *FactsPage::addRow(const QString &title)
{
    auto *value = new QLabel(this);
    value->setTextFormat(Qt::PlainText);
    // Not wrapped: QFormLayout of Qt 6.4 writes beyond its memory where rows are hidden and one has a height
    // that depends on its width.
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_form->addRow(new QLabel(title, this), value);
    return value;
}

ElidedLabel *FactsPage::addText(const QString &title)
{
    auto *value = new ElidedLabel(this);
    value->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_form->addRow(new QLabel(title, this), value);
    return value;
}

void FactsPage::addId()
{
    m_idRow = new QWidget(this);
    m_id = new ElidedLabel(m_idRow);
    m_id->setElideMode(Qt::ElideMiddle);
    m_id->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *copy = new QToolButton(m_idRow);
    copy->setText(tr("Cop&y"));
    copy->setToolTip(tr("Copy the ID"));
    copy->setAccessibleName(tr("Copy the ID"));
    copy->setFocusPolicy(Qt::TabFocus);
    connect(copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(m_id->text()); });
    auto *line = new QHBoxLayout(m_idRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_id, 1);
    line->addWidget(copy);
    m_form->addRow(new QLabel(tr("ID"), this), m_idRow);
}

PathField *FactsPage::addPath(const QString &title)
{
    auto *value = new PathField(title, this);
    auto *label = new QLabel(title, this);
    label->setAlignment(Qt::AlignTop); // beside the path, not between it and the buttons
    m_form->addRow(label, value);
    return value;
}

void FactsPage::setRow(QWidget *field, bool shown)
{
    if (m_form->isRowVisible(field) != shown)
        m_form->setRowVisible(field, shown);
}

void FactsPage::setValue(QLabel *label, const QString &text, const QString &tip)
{
    if (label->text() != text)
        label->setText(text);
    label->setToolTip(plainToolTip(tip));
    setRow(label, !text.isEmpty());
}

void FactsPage::setText(ElidedLabel *label, const QString &text)
{
    label->setText(text);
    label->setToolTip(plainToolTip(text));
}

void FactsPage::setTime(QLabel *label, std::optional<Timestamp> time, Timestamp now)
{
    if (!time)
        return setRow(label, false);
    const QDateTime moment = format::dateTime(*time);
    setValue(label, format::relativeTime(moment, now), format::exactTime(moment));
}

void FactsPage::showJob(const Job &job, Timestamp now)
{
    showError(job.error);
    setText(m_id, job.id.text());
    setText(m_provider, job.provider);
    setRow(m_provider, !job.provider.isEmpty());
    setText(m_user, job.user);
    setRow(m_user, !job.user.isEmpty());
    m_input->setText(job.input);
    setRow(m_input, !job.input.isEmpty());
    m_output->setText(job.output);
    setRow(m_output, !job.output.isEmpty());
    showNumbers(job, now);
    setTime(m_created, job.createdAt, now);
    // Only a retry comes into the queue later than it comes into being.
    setTime(m_queued, job.queuedAt != job.createdAt ? job.queuedAt : std::nullopt, now);
    setTime(m_started, job.startedAt, now);
    setTime(m_heartbeat, job.status == JobStatus::Running ? job.heartbeatAt : std::nullopt, now);
    setTime(m_ended, job.completedAt, now);
    setTime(m_expires, job.expiresAt, now);
}

void FactsPage::showNumbers(const Job &job, Timestamp now)
{
    QString items;
    if (job.totalItems)
        items = tr("%1 of %2").arg(format::count(job.processedItems), format::count(*job.totalItems));
    else if (job.processedItems > 0)
        items = format::count(job.processedItems);
    setValue(m_items, items);
    setValue(m_files, job.filesCount ? format::count(*job.filesCount) : QString());
    setValue(m_size, job.totalSize ? format::size(*job.totalSize) : QString(),
             job.totalSize ? tr("%1 bytes").arg(format::count(*job.totalSize)) : QString());
    const Timestamp queued = job.queuedAt.value_or(job.createdAt);
    setValue(m_waited,
             job.startedAt && *job.startedAt >= queued ? format::duration(*job.startedAt - queued)
                                                       : QString());
    const auto took = elapsed(job, now);
    setValue(m_duration, took ? format::duration(*took) : QString());
    setValue(m_retries,
             job.retryCount > 0
                 ? tr("%1 of %2").arg(format::count(job.retryCount), format::count(job.maxRetries))
                 : QString());
}

void FactsPage::showError(const QString &error)
{
    m_errorBox->setVisible(!error.isEmpty());
    m_error->showText(error);
}

// As high as its lines, which are wrapped to the width there is, up to where it scrolls.
void FactsPage::fitError(const QSizeF &lines)
{
    const double shown = std::clamp(lines.height(), 1.0, mostErrorLines);
    // Lines end on whole pixels; and one that just fits is taken for one that does not.
    const double line = std::ceil(QFontMetricsF(m_error->font()).lineSpacing());
    const double margins = 2.0 * (m_error->document()->documentMargin() + m_error->frameWidth() + 2.0);
    m_error->setFixedHeight(static_cast<int>(std::ceil(shown * line + margins)));
}

void FactsPage::showFiles(const JobFiles &files)
{
    m_input->setFile(files.input);
    m_output->setFile(files.output);
}

void FactsPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setColours();
}

void FactsPage::setColours()
{
    QPalette weak = palette();
    weak.setColor(QPalette::WindowText,
                  fonts::secondaryText(palette(), QPalette::WindowText, QPalette::Window));
    m_errorTitle->setPalette(weak);
    for (int row = 0; row < m_form->rowCount(); ++row) {
        if (QLayoutItem *item = m_form->itemAt(row, QFormLayout::LabelRole))
            item->widget()->setPalette(weak);
    }
}

} // namespace tallyman
