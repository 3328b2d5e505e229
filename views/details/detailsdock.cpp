// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/detailsdock.h"

#include "models/jobtablemodel.h"
#include "views/details/detailsheader.h"
#include "views/details/factspage.h"
#include "views/details/jobtextpage.h"
#include "views/details/jsonpage.h"
#include "views/details/readonlytext.h"
#include "views/details/resultspage.h"
#include "views/details/summarypage.h"
#include "views/details/timelinepage.h"
#include "views/jobs/jobtableview.h"
#include "views/messagebar.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

namespace tallyman {

namespace {

using namespace std::chrono_literals;

constexpr auto tickInterval = 1s;
constexpr int narrowest = 325; // all tabs are seen
constexpr int usualWidth = 380;

// As wide at first as most of what it shows needs.
class DockContent final : public QWidget {
public:
    using QWidget::QWidget;
    [[nodiscard]] QSize sizeHint() const override { return {usualWidth, QWidget::sizeHint().height()}; }
};

} // namespace

DetailsDock::DetailsDock(JobStore &store, JobTableModel &jobs, JobTableView &table, const Clock &clock,
                         QWidget *parent)
    : QDockWidget(tr("Details"), parent)
    , m_jobs(jobs)
    , m_table(table)
    , m_clock(clock)
    , m_loader(new JobDetailsLoader(store, clock, this))
    , m_problem(new MessageBar(tr("Read a&gain"), this))
    , m_header(new DetailsHeader(this))
    , m_pages(new QStackedWidget(this))
    , m_sentence(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_facts(new FactsPage(this))
    , m_timeline(new TimelinePage(this))
    , m_results(new ResultsPage(store, this))
    , m_json(new JsonPage(this))
    , m_text(new JobTextPage(this))
    , m_summary(new SummaryPage(this))
    , m_settle(this)
    , m_tick(this)
{
    setObjectName(QStringLiteral("detailsDock"));
    setAccessibleName(tr("Details"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    toggleViewAction()->setText(tr("&Details"));
    toggleViewAction()->setToolTip(tr("Show everything about the selected job"));
    toggleViewAction()->setStatusTip(tr("Show everything about the selected job"));
    toggleViewAction()->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleTime);
    m_tick.setInterval(tickInterval);
    setUpContent();
    connectAll(jobs);
    setState(State::Nothing);
}

DetailsDock::~DetailsDock() = default;

void DetailsDock::setUpContent()
{
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setMargin(16);
    m_tabs->setDocumentMode(true);
    addTab(m_facts, m_facts, tr("F&acts"));
    addTab(m_timeline, m_timeline, tr("Ti&meline"));
    addTab(m_results, m_results->table(), tr("Res&ults"));
    addTab(m_json, m_json->view(), tr("JSO&N"));
    addTab(m_text, m_text->text(), tr("A&s JSON"));
    m_tabs->setTabToolTip(m_tabs->indexOf(m_text), tr("The whole job as JSON"));
    m_pages->addWidget(m_sentence);
    m_pages->addWidget(m_tabs);
    m_pages->addWidget(m_summary);

    auto *content = new DockContent(this);
    content->setMinimumWidth(narrowest);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_problem);
    column->addWidget(m_header);
    column->addWidget(m_pages, 1);
    setWidget(content);
}

void DetailsDock::addTab(QWidget *page, QWidget *focus, const QString &title)
{
    if (focus != page)
        page->setFocusProxy(focus);
    m_tabs->addTab(page, title);
}

void DetailsDock::connectAll(JobTableModel &jobs)
{
    const auto settleSoon = [this] { m_settle.start(); };
    connect(&m_table, &JobTableView::selectionChangedTo, this, settleSoon);
    connect(&jobs, &JobTableModel::loaded, this, settleSoon);
    connect(&m_settle, &QTimer::timeout, this, &DetailsDock::settle);
    connect(&jobs, &JobTableModel::storeChanged, m_loader, &JobDetailsLoader::refresh);
    connect(this, &QDockWidget::visibilityChanged, this, [this](bool visible) {
        m_reading = false;
        if (visible) {
            m_tick.start();
            m_settle.start();
        } else {
            m_tick.stop();
            m_loader->stop();
        }
    });
    connect(m_loader, &JobDetailsLoader::loaded, this, &DetailsDock::take);
    connect(m_loader, &JobDetailsLoader::filesFound, this,
            [this](qint64, const JobFiles &files) { m_facts->showFiles(files); });
    connect(m_loader, &JobDetailsLoader::gone, this, [this] {
        m_problem->hide();
        setState(State::Gone);
    });
    connect(m_loader, &JobDetailsLoader::summed, this, [this](const JobSummary &summary, qint64 counted) {
        m_problem->hide();
        m_summary->showSummary(summary, counted, m_count);
    });
    connect(m_loader, &JobDetailsLoader::failed, this, &DetailsDock::showProblem);
    connect(m_results, &ResultsPage::failed, this, &DetailsDock::showProblem);
    connect(m_problem, &MessageBar::acted, this, [this] {
        m_reading = false;
        settle();
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, &DetailsDock::showCurrentPage);
    connect(&m_tick, &QTimer::timeout, this, &DetailsDock::tick);
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &DetailsDock::leave);
}

void DetailsDock::setActions(const QList<QAction *> &actions)
{
    m_header->setActions(actions);
}

void DetailsDock::openAndFocus()
{
    if (isHidden())
        toggleViewAction()->trigger();
    raise();
    activateWindow();
    m_settle.stop();
    settle();
    if (m_state == State::One)
        m_tabs->currentWidget()->setFocus();
    else
        setFocus(); // until there is something to read
}

// Esc clears, then goes back to the table.
void DetailsDock::leave()
{
    if (m_results->filterField()->hasFocus() && !m_results->filterField()->text().isEmpty())
        m_results->filterField()->clear();
    else
        m_table.setFocus();
}

void DetailsDock::settle()
{
    if (!isVisible())
        return;
    const QList<RowRange> ranges = m_table.selectedRanges();
    qint64 count = 0;
    for (const RowRange &range : ranges)
        count += range.count;
    if (count == 1) {
        readOne(m_jobs.seqAt(static_cast<int>(ranges.first().first)));
    } else if (count > 1) {
        sumUp(ranges, count);
    } else if (!m_jobs.isComplete()) {
        return; // the table is being filled anew; what was selected may come back
    } else if (m_state == State::One && m_seq) {
        m_deselected = true;
        m_loader->read(*m_seq);
    } else if (m_state == State::Several) {
        m_loader->stop();
        setState(State::Nothing);
    }
}

void DetailsDock::readOne(qint64 seq)
{
    const bool same = m_reading && m_seq == seq && !m_deselected;
    m_deselected = false;
    if (same)
        return;
    m_seq = seq;
    m_reading = true;
    m_loader->read(seq);
}

void DetailsDock::sumUp(const QList<RowRange> &ranges, qint64 count)
{
    m_seq.reset();
    m_reading = true;
    m_count = count;
    if (m_state != State::Several)
        m_summary->begin();
    m_header->showCount(count);
    setState(State::Several);
    m_loader->sumUp(m_jobs.rows(), ranges);
}

void DetailsDock::take(const JobDetails &details)
{
    m_problem->hide();
    if (m_deselected) {
        m_loader->stop();
        m_reading = false;
        setState(State::Nothing);
        return;
    }
    const bool another = !m_details || m_details->job.seq != details.job.seq;
    m_details = details;
    if (another)
        m_facts->showFiles({});
    m_header->showJob(details.job, m_clock.now());
    setState(State::One);
    showCurrentPage();
    if (hasFocus())
        m_tabs->currentWidget()->setFocus();
    if (!another)
        return;
    m_facts->verticalScrollBar()->setValue(0);
    m_timeline->verticalScrollBar()->setValue(0);
    m_json->view()->verticalScrollBar()->setValue(0);
    m_text->text()->verticalScrollBar()->setValue(0);
}

void DetailsDock::setState(State state)
{
    m_state = state;
    if (state != State::One) {
        m_details.reset();
        m_results->showJob({});
    }
    if (state == State::Nothing)
        m_sentence->setText(tr("Select a job to see everything about it."));
    else if (state == State::Gone)
        m_sentence->setText(tr("This job has been deleted."));
    m_header->setVisible(state == State::One || state == State::Several);
    switch (state) {
    case State::Nothing:
    case State::Gone:
        m_pages->setCurrentWidget(m_sentence);
        break;
    case State::One:
        m_pages->setCurrentWidget(m_tabs);
        break;
    case State::Several:
        m_pages->setCurrentWidget(m_summary);
        break;
    }
}

// What is shown stays as it is.
void DetailsDock::showProblem(const StoreError &error)
{
    m_problem->showMessage(error.message, error.detail);
}

void DetailsDock::showCurrentPage()
{
    if (!m_details)
        return;
    const QWidget *page = m_tabs->currentWidget();
    if (page == m_facts)
        m_facts->showJob(m_details->job, m_clock.now());
    else if (page == m_timeline)
        m_timeline->showTimeline(m_details->job, m_details->timeline, m_clock.now());
    else if (page == m_results)
        m_results->showJob(m_details->job.seq);
    else if (page == m_json)
        m_json->showTree(m_details->json);
    else if (page == m_text)
        m_text->showText(m_details->text);
}

void DetailsDock::tick()
{
    if (!m_details)
        return;
    m_header->showJob(m_details->job, m_clock.now());
    if (m_tabs->currentWidget() == m_facts || m_tabs->currentWidget() == m_timeline)
        showCurrentPage();
}

QString DetailsDock::sentence() const
{
    return m_pages->currentWidget() == m_sentence ? m_sentence->text() : QString();
}

} // namespace tallyman
