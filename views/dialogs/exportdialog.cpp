// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/exportdialog.h"

#include "views/elidedlabel.h"
#include "views/fonts.h"
#include "views/format.h"
#include "views/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace tallyman {

namespace {

constexpr int dialogWidth = 560;
constexpr int barSteps = 1000;
constexpr qint64 settledMilliseconds = 1000; // from when on it can be told how long it will take

// The number that tr() chooses the plural by.
int pluralOf(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

QString nameOf(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return ExportDialog::tr("CSV, a table for spreadsheets");
    case ExportFormat::Json:
        return ExportDialog::tr("JSON, one array");
    case ExportFormat::JsonLines:
        return ExportDialog::tr("JSON Lines, a job a line");
    }
    Q_UNREACHABLE();
}

QString fileNameFor(const QString &folder)
{
    return QDir(folder).filePath(
        QStringLiteral("jobs-%1.csv").arg(QDate::currentDate().toString(Qt::ISODate)));
}

} // namespace

ExportDialog::ExportDialog(ExportTask &task, JobFilter filter, QList<qint64> selected, const QString &folder,
                           QWidget *parent)
    : QDialog(parent)
    , m_task(&task)
    , m_filter(std::move(filter))
    , m_selected(std::move(selected))
    , m_all(new QRadioButton(this))
    , m_query(new ElidedLabel(this))
    , m_selection(new QRadioButton(this))
    , m_format(new QComboBox(this))
    , m_withResults(new QCheckBox(tr("With the &results of each job's items"), this))
    , m_path(new QLineEdit(QDir::toNativeSeparators(fileNameFor(folder)), this))
    , m_choose(new QPushButton(tr("&Choose…"), this))
    , m_note(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_status(new QLabel(this))
    , m_problem(new MessageBar(tr("&Try again"), this))
    , m_export(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export jobs"));
    for (const ExportFormat format : exportFormats())
        m_format->addItem(nameOf(format), QVariant::fromValue(format));
    (m_selected.isEmpty() ? m_all : m_selection)->setChecked(true);
    layOut();
    connectAll();
    showFormat();
    m_task->count(m_filter);
    showState();
}

ExportDialog::~ExportDialog()
{
    if (m_task)
        m_task->cancel();
}

void ExportDialog::layOut()
{
    for (QLabel *label : {m_note, m_status}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setFont(fonts::secondary(font()));
    }
    m_status->setFont(fonts::tabular(font()));
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_bar->setRange(0, barSteps);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_query->setText(toText(m_filter));
    m_query->setToolTip(QStringLiteral("<qt>%1</qt>").arg(m_query->text().toHtmlEscaped()));
    m_query->setFont(fonts::fixed(fonts::secondary(font())));
    QPalette faint = palette();
    faint.setColor(QPalette::WindowText, fonts::secondaryText(faint, QPalette::WindowText, QPalette::Window));
    m_query->setPalette(faint);
    m_query->setVisible(!m_filter.isEmpty());
    m_path->setAccessibleName(tr("File to write"));
    m_format->setAccessibleName(tr("Format"));
    m_choose->setAutoDefault(false);
    m_close->setAutoDefault(false);
    m_export->setDefault(true);

    auto *what = new QVBoxLayout;
    what->setSpacing(4);
    what->addWidget(m_all);
    auto *below = new QHBoxLayout; // below the text of the button
    below->addSpacing(style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth)
                      + style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing));
    below->setSpacing(0);
    below->addWidget(m_query, 1);
    what->addLayout(below);
    what->addWidget(m_selection);
    auto *file = new QHBoxLayout;
    file->setSpacing(8);
    file->addWidget(m_path, 1);
    file->addWidget(m_choose);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(8);
    form->setVerticalSpacing(8);
    form->addRow(tr("Jobs:"), what);
    form->addRow(tr("F&ormat:"), m_format);
    form->addRow(QString(), m_withResults);
    form->addRow(tr("&File:"), file);
    qobject_cast<QLabel *>(form->labelForField(file))->setBuddy(m_path);
    form->addRow(QString(), m_note);

    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    buttons->addButton(m_close, QDialogButtonBox::RejectRole);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addLayout(form);
    column->addSpacing(8);
    column->addWidget(m_bar);
    column->addWidget(m_status);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addWidget(buttons);
    resize(dialogWidth, sizeHint().height());
}

void ExportDialog::connectAll()
{
    connect(m_task, &ExportTask::counted, this, [this](qint64 jobs) {
        m_matching = jobs;
        showState();
    });
    connect(m_task, &ExportTask::progressed, this, &ExportDialog::showProgress);
    connect(m_task, &ExportTask::finished, this, &ExportDialog::showSummary);
    connect(m_task, &ExportTask::cancelled, this, [this] {
        m_running = false;
        m_status->setText(tr("Cancelled. Nothing was written."));
        showState();
    });
    connect(m_task, &ExportTask::failed, this, [this](const StoreError &error) {
        m_running = false;
        m_status->clear();
        m_problem->showMessage(error.message, error.detail);
        showState();
    });
    connect(m_problem, &MessageBar::acted, this, &ExportDialog::start);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_choose, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    connect(m_all, &QRadioButton::toggled, this, &ExportDialog::showState);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::showState);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showFormat);
}

ExportFormat ExportDialog::chosenFormat() const
{
    return m_format->currentData().value<ExportFormat>();
}

std::optional<qint64> ExportDialog::chosenCount() const
{
    return m_all->isChecked() ? m_matching : std::optional<qint64>(m_selected.size());
}

void ExportDialog::start()
{
    if (m_running || !m_export->isEnabled())
        return;
    m_problem->hide();
    m_running = true;
    m_cancelling = false;
    m_since.start();
    ExportRequest request{m_filter, chosenFormat(), m_withResults->isEnabled() && m_withResults->isChecked()};
    if (!m_all->isChecked())
        request.jobs = m_selected;
    m_task->start(request, QDir::fromNativeSeparators(m_path->text()));
    showProgress(0, 0);
    showState();
}

void ExportDialog::reject()
{
    if (!m_running) {
        QDialog::reject();
        return;
    }
    m_cancelling = true;
    m_task->cancel();
    showState();
}

void ExportDialog::chooseFile()
{
    auto *chooser = new QFileDialog(this, tr("Export to"), m_path->text());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setDefaultSuffix(toWord(chosenFormat()));
    chooser->selectFile(m_path->text());
    connect(chooser, &QFileDialog::fileSelected, m_path,
            [this](const QString &file) { m_path->setText(QDir::toNativeSeparators(file)); });
    chooser->open();
}

// The name of the file ends as its format does, unless the user gave it another ending.
void ExportDialog::showFormat()
{
    m_withResults->setEnabled(chosenFormat() != ExportFormat::Csv);
    m_withResults->setToolTip(m_withResults->isEnabled() ? QString() : tr("A table has no room for them"));
    const QString suffix = QFileInfo(m_path->text()).suffix();
    if (exportFormatFromWord(suffix))
        m_path->setText(m_path->text().chopped(suffix.size()) + toWord(chosenFormat()));
    showState();
}

void ExportDialog::showState()
{
    const QString count = m_matching ? format::count(*m_matching) : QString();
    if (m_filter.isEmpty())
        m_all->setText(m_matching ? tr("&All %1").arg(count) : tr("&All (counting…)"));
    else
        m_all->setText(m_matching ? tr("&All %1 that match the query").arg(count)
                                  : tr("&All that match the query (counting…)"));
    m_selection->setText(tr("The %1 &selected").arg(format::count(m_selected.size())));
    m_selection->setEnabled(!m_running && !m_selected.isEmpty());
    for (QWidget *input : std::initializer_list<QWidget *>{m_all, m_format, m_path, m_choose})
        input->setEnabled(!m_running);
    m_withResults->setEnabled(!m_running && chosenFormat() != ExportFormat::Csv);
    const QFileInfo file(QDir::fromNativeSeparators(m_path->text()));
    m_note->setText(file.isDir()        ? tr("This is a folder. Give the name of a file in it.")
                        : file.exists() ? tr("This file is there already and will be replaced.")
                                        : QString());
    const auto chosen = chosenCount();
    m_export->setText(chosen ? tr("&Export %1 jobs", nullptr, pluralOf(*chosen)).arg(format::count(*chosen))
                             : tr("&Export jobs"));
    m_export->setEnabled(!m_running && !m_path->text().isEmpty() && !file.isDir() && chosen.value_or(1) > 0);
    m_bar->setVisible(m_running);
    m_close->setText(!m_running ? tr("Close") : m_cancelling ? tr("Cancelling…") : tr("Cancel"));
    m_status->setVisible(!m_status->text().isEmpty());
}

void ExportDialog::showProgress(qint64 done, qint64 total)
{
    if (!m_running)
        return;
    m_bar->setRange(0, total > 0 ? barSteps : 0);
    if (total <= 0) {
        m_status->setText(tr("Finding the jobs…"));
        return;
    }
    const double share = static_cast<double>(done) / static_cast<double>(total);
    m_bar->setValue(static_cast<int>(share * barSteps));
    QString text = tr("%1 of %2 jobs").arg(format::count(done), format::count(total));
    const qint64 passed = m_since.elapsed();
    if (done > 0 && passed > settledMilliseconds) {
        const double left = static_cast<double>(passed) * (1.0 / share - 1.0);
        text +=
            tr(", about %1 left").arg(format::duration(std::chrono::milliseconds{static_cast<qint64>(left)}));
    }
    m_status->setText(text);
}

void ExportDialog::showSummary(const ExportSummary &summary)
{
    m_running = false;
    QString text = tr("%1 jobs written, %2.", nullptr, pluralOf(summary.exported))
                       .arg(format::count(summary.exported), QLocale().formattedDataSize(summary.bytes));
    if (summary.gone > 0)
        text += u' '
            + tr("%1 jobs were deleted meanwhile and are left out.", nullptr, pluralOf(summary.gone))
                  .arg(format::count(summary.gone));
    m_status->setText(text);
    showState();
    m_note->clear(); // it is there because we wrote it
    m_close->setFocus();
}

QString ExportDialog::statusText() const
{
    return m_status->text();
}

} // namespace tallyman
