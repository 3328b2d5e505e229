// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/resultspage.h"

#include "views/details/ownshortcuts.h"
#include "views/details/rowdelegate.h"
#include "views/details/statusbadge.h"
#include "views/format.h"
#include "views/statuslook.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace tallyman {

namespace {

constexpr qsizetype shownLength = 1000;

// Shape and colour beside the word.
class ResultDelegate final : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        option->text = option->text.left(shownLength).section(u'\n', 0, 0);
        option->textElideMode =
            index.column() == JobResultsModel::ItemColumn ? Qt::ElideMiddle : Qt::ElideRight;
        if (index.column() != JobResultsModel::OutcomeColumn)
            return;
        const JobStatus status =
            index.data(JobResultsModel::SuccessRole).toBool() ? JobStatus::Completed : JobStatus::Failed;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {statusShapeSize, statusShapeSize};
        option->icon = statusIcon(status, *option->widget);
        option->palette.setColor(QPalette::Text, statusColour(status, isDark(option->palette)));
    }
};

} // namespace

ResultsPage::ResultsPage(JobStore &store, QWidget *parent)
    : QWidget(parent)
    , m_model(new JobResultsModel(store, this))
    , m_filter(new QLineEdit(this))
    , m_counts(new QLabel(this))
    , m_pages(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_nothing(new QLabel(this))
{
    auto *label = new QLabel(tr("F&ilter"), this);
    label->setBuddy(m_filter);
    m_filter->setAccessibleName(tr("Filter the results"));
    m_filter->setPlaceholderText(tr("Item, error or details"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, m_model, &JobResultsModel::setFilter);
    setUpTable();
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(16);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_nothing);

    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 8, 12, 0);
    line->setSpacing(8);
    line->addWidget(label);
    line->addWidget(m_filter, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(line);
    m_counts->setContentsMargins(12, 0, 12, 0);
    column->addWidget(m_counts);
    column->addWidget(m_pages, 1);
    connect(m_model, &JobResultsModel::loaded, this, &ResultsPage::showCounts);
    connect(m_model, &JobResultsModel::failed, this, &ResultsPage::failed);
}

void ResultsPage::setUpTable()
{
    m_table->setModel(m_model);
    new ResultDelegate(m_table);
    m_table->setAccessibleName(tr("Results"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setFixedHeight(fontMetrics().height() + 10);
    header->setStretchLastSection(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const int digit = fontMetrics().horizontalAdvance(u'0');
    int outcome = header->sectionSizeHint(JobResultsModel::OutcomeColumn);
    for (const char *word : {"OK", "Failed"})
        outcome = std::max(outcome,
                           fontMetrics().horizontalAdvance(JobResultsModel::tr(word)) + statusShapeSize + 20);
    header->resizeSection(JobResultsModel::OutcomeColumn, outcome);
    header->resizeSection(JobResultsModel::ItemColumn, 22 * digit);
    header->resizeSection(JobResultsModel::ErrorColumn, 22 * digit);

    auto *copy = new QAction(tr("&Copy"), m_table);
    copy->setShortcut(QKeySequence::Copy);
    connect(copy, &QAction::triggered, this, &ResultsPage::copySelected);
    m_table->addAction(copy);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    new OwnShortcuts(m_table);
}

void ResultsPage::showJob(std::optional<qint64> seq)
{
    if (seq == m_seq) {
        m_model->refresh();
        return;
    }
    m_seq = seq;
    m_counts->clear();
    m_model->setJob({});
    m_filter->clear();
    m_model->setJob(seq);
}

void ResultsPage::showCounts()
{
    const JobResultsModel::Counts &counts = m_model->counts();
    if (m_model->rowCount() == 0) {
        m_nothing->setText(counts.all == 0 ? tr("This job has not reported results of single items.")
                                           : tr("No item, error or details contain this text."));
    }
    m_pages->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    m_filter->setEnabled(counts.all > 0);
    QString text = tr("%1 items, %2 failed").arg(format::count(counts.all), format::count(counts.failed));
    if (!m_model->filter().isEmpty())
        text = tr("%1 of %2 items match").arg(format::count(counts.matching), format::count(counts.all));
    if (counts.matching > m_model->rowCount())
        text = tr("%1; the first %2 are shown").arg(text, format::count(m_model->rowCount()));
    m_counts->setText(text);
    m_counts->setVisible(counts.all > 0);
}

void ResultsPage::copySelected() const
{
    QStringList lines;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const JobResult &result = m_model->resultAt(row.row());
        lines << QStringList(
                     {result.item, row.data().toString(), result.error, QString::fromUtf8(result.details)})
                     .join(u'\t');
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace tallyman
