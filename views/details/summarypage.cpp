// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/summarypage.h"

#include "views/details/statusbadge.h"
#include "views/fonts.h"
#include "views/format.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace tallyman {

SummaryPage::SummaryPage(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout)
    , m_progress(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 12);
    column->setSpacing(8);
    column->addLayout(m_form);
    column->addWidget(m_progress);
    column->addStretch(1);
    m_form->setHorizontalSpacing(24);
    m_form->setVerticalSpacing(8);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const JobStatus status : allJobStatuses) {
        auto *badge = new StatusBadge(this);
        badge->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        badge->setStatus(status, 0.5);
        auto *value = new QLabel(this);
        addRow(badge, value);
        m_statuses.at(static_cast<std::size_t>(status)) = value;
    }
    m_items = addNumber(tr("Items"));
    m_files = addNumber(tr("Files"));
    m_size = addNumber(tr("Size"));
    m_duration = addNumber(tr("Duration"));
    m_average = addNumber(tr("On average"));
    begin();
}

QLabel *SummaryPage::addNumber(const QString &title)
{
    auto *value = new QLabel(this);
    addRow(new QLabel(title, this), value);
    return value;
}

void SummaryPage::addRow(QWidget *title, QLabel *value)
{
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setFont(fonts::tabular(font()));
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_form->addRow(title, value);
}

void SummaryPage::setNumber(QLabel *value, bool shown, const QString &text)
{
    value->setText(text);
    m_form->setRowVisible(value, shown);
}

void SummaryPage::begin()
{
    showSummary({}, 0, 0);
}

void SummaryPage::showSummary(const JobSummary &summary, qint64 counted, qint64 count)
{
    for (const JobStatus status : allJobStatuses) {
        const qint64 jobs = summary.present[status];
        setNumber(m_statuses.at(static_cast<std::size_t>(status)), jobs > 0, format::count(jobs));
    }
    setNumber(
        m_items, summary.totalItems > 0 || summary.processedItems > 0,
        summary.totalItems > 0
            ? tr("%1 of %2").arg(format::count(summary.processedItems), format::count(summary.totalItems))
            : format::count(summary.processedItems));
    setNumber(m_files, summary.filesCount > 0, format::count(summary.filesCount));
    setNumber(m_size, summary.totalSize > 0, format::size(summary.totalSize));
    setNumber(m_duration, summary.timed > 0, format::duration(summary.duration));
    setNumber(m_average, summary.timed > 1,
              summary.timed > 1 ? format::duration(summary.duration / summary.timed) : QString());
    m_progress->setText(tr("%1 of %2 jobs added up").arg(format::count(counted), format::count(count)));
    m_progress->setVisible(counted < count);
}

QStringList SummaryPage::lines() const
{
    QStringList lines;
    for (int row = 0; row < m_form->rowCount(); ++row) {
        QWidget *title = m_form->itemAt(row, QFormLayout::LabelRole)->widget();
        const auto *value = qobject_cast<QLabel *>(m_form->itemAt(row, QFormLayout::FieldRole)->widget());
        if (m_form->isRowVisible(row)) {
            const auto *label = qobject_cast<QLabel *>(title);
            lines << (label ? label->text() : title->accessibleName()) + QLatin1StringView(": ")
                    + value->text();
        }
    }
    return lines;
}

} // namespace tallyman
