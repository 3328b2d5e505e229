// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/jobtableview.h"

#include "models/jobtablemodel.h"
#include "views/jobs/jobheader.h"
#include "views/jobs/newrowspill.h"
#include "views/jobs/progressdelegate.h"
#include "views/jobs/scrollanchor.h"
#include "views/jobs/statusdelegate.h"
#include "views/jobs/timedelegates.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyle>

#include <cmath>

namespace tallyman {

namespace {

using namespace std::chrono_literals;

constexpr auto tickInterval = 1s;
constexpr auto stripeInterval = 50ms;
constexpr double stripePeriod = 3200.0; // ms, there and back

// The columns that can be shown, in the order in which they are at first. Widths are in the width of a
// digit, so that they follow the font.
struct Column {
    const char *name;
    int digits;
    bool shown;
};
constexpr Column columns[] = {
    {"status", 14, true},   {"name", 30, true},       {"provider", 11, true},   {"user", 10, true},
    {"progress", 17, true}, {"created_at", 12, true}, {"started_at", 12, true}, {"completed_at", 12, false},
    {"duration", 13, true}, {"id", 40, false},
};

} // namespace

JobTableView::JobTableView(JobTableModel &model, const Clock &clock, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_tick(this)
    , m_stripes(this)
{
    m_header = new JobHeader(this);
    setHorizontalHeader(m_header);
    setModel(&model);
    m_anchor = new ScrollAnchor(this);
    m_pill = new NewRowsPill(viewport());
    setAccessibleName(tr("Jobs"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    setRowHeight();
    setUpColumns(clock);
    setUpHeader();

    connect(m_anchor, &ScrollAnchor::rowsArrivedAbove, m_pill, &NewRowsPill::add);
    connect(m_pill, &NewRowsPill::clicked, this, [this] { verticalScrollBar()->setValue(0); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &JobTableView::scrolled);
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &JobTableView::rememberSelection);
    connect(&model, &JobTableModel::loaded, this, &JobTableView::restoreSelection);
    connect(&m_tick, &QTimer::timeout, this, &JobTableView::tick);
    connect(&m_stripes, &QTimer::timeout, this, &JobTableView::moveStripes);
    m_tick.setInterval(tickInterval);
    m_stripes.setInterval(stripeInterval);
}

JobTableView::~JobTableView() = default;

int JobTableView::column(const char *name) const
{
    const QLatin1StringView wanted(name);
    return wanted == QLatin1StringView("duration") ? m_model.durationColumn() : m_model.fieldIndex(wanted);
}

void JobTableView::setUpColumns(const Clock &clock)
{
    using Emphasis = JobDelegate::Emphasis;
    m_progress = new ProgressDelegate(this);
    auto *time = new TimeDelegate(clock, this);
    setItemDelegate(new JobDelegate(Emphasis::Secondary, Qt::AlignLeft, this));
    setItemDelegateForColumn(column("name"), new JobDelegate(Emphasis::Normal, Qt::AlignLeft, this));
    setItemDelegateForColumn(column("status"), new StatusDelegate(this));
    setItemDelegateForColumn(column("progress"), m_progress);
    setItemDelegateForColumn(column("duration"), new DurationDelegate(this));
    for (const char *name : {"created_at", "started_at", "completed_at"})
        setItemDelegateForColumn(column(name), time);

    QHeaderView *header = horizontalHeader();
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int i = 0; i < header->count(); ++i)
        header->hideSection(i);
    int position = 0;
    for (const Column &c : columns) {
        const int section = column(c.name);
        header->moveSection(header->visualIndex(section), position++);
        header->resizeSection(section, std::max(c.digits * digit, m_header->titleWidth(section)));
        header->setSectionHidden(section, !c.shown);
    }
    // The words for the states have very different lengths in different languages.
    const int states = StatusDelegate::widestText(fontMetrics());
    header->resizeSection(column("status"), std::max(header->sectionSize(column("status")), states));
    header->setSectionResizeMode(column("name"), QHeaderView::Stretch);
}

void JobTableView::setUpHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSortIndicator(column("created_at"), Qt::DescendingOrder);
    header->setAccessibleName(tr("Columns"));
    setSortingEnabled(true);
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](const QPoint &at) {
        QMenu menu;
        fillColumnsMenu(&menu);
        menu.exec(header->mapToGlobal(at));
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this,
            [this] { m_anchor->setHoldsPlace(!m_model.isComplete()); });
}

void JobTableView::setRowHeight()
{
    QHeaderView *rows = verticalHeader();
    rows->setMinimumSectionSize(1);
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setDefaultSectionSize(fontMetrics().height() + 10);
    verticalScrollBar()->setSingleStep(rows->defaultSectionSize());
}

qint64 JobTableView::selectedCount() const
{
    qint64 count = 0;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        count += range.height();
    return count;
}

QList<qint64> JobTableView::selectedSeqs() const
{
    QItemSelection selection = selectionModel()->selection();
    std::sort(selection.begin(), selection.end(),
              [](const auto &a, const auto &b) { return a.top() < b.top(); });
    QList<qint64> seqs;
    for (const QItemSelectionRange &range : std::as_const(selection)) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            seqs.append(m_model.seqAt(row));
    }
    return seqs;
}

void JobTableView::goToNewest()
{
    horizontalHeader()->setSortIndicator(column("created_at"), Qt::DescendingOrder);
    verticalScrollBar()->setValue(0);
}

void JobTableView::fillColumnsMenu(QMenu *menu)
{
    for (const Column &c : columns) {
        const int section = column(c.name);
        QAction *action = menu->addAction(m_model.headerData(section, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(section));
        action->setEnabled(qstrcmp(c.name, "name") != 0); // a table without any column shows nothing
        connect(action, &QAction::toggled, this,
                [this, section](bool shown) { setColumnHidden(section, !shown); });
    }
}

void JobTableView::fillSortMenu(QMenu *menu)
{
    QHeaderView *header = horizontalHeader();
    const auto add = [this, menu](QActionGroup *group, const QString &text, bool checked, auto act) {
        QAction *action = group->addAction(text);
        action->setCheckable(true);
        action->setChecked(checked);
        connect(action, &QAction::triggered, this, act);
        menu->addAction(action);
    };
    auto *sections = new QActionGroup(menu);
    for (const Column &c : columns) {
        const int section = column(c.name);
        add(sections, m_model.headerData(section, Qt::Horizontal).toString(),
            section == header->sortIndicatorSection(),
            [header, section] { header->setSortIndicator(section, header->sortIndicatorOrder()); });
    }
    menu->addSeparator();
    auto *orders = new QActionGroup(menu);
    for (const auto &[order, text] :
         {std::pair(Qt::AscendingOrder, tr("&Ascending")), std::pair(Qt::DescendingOrder, tr("&Descending"))})
        add(orders, text, order == header->sortIndicatorOrder(),
            [header, order = order] { header->setSortIndicator(header->sortIndicatorSection(), order); });
}

// What a header was saved for: another set of columns must not be restored from it.
QByteArray JobTableView::headerMark() const
{
    QStringList names;
    for (int i = 0; i < m_model.columnCount(); ++i)
        names.append(m_model.record().fieldName(i));
    return names.join(u',').toUtf8() + '\n';
}

QByteArray JobTableView::saveHeader() const
{
    return headerMark() + horizontalHeader()->saveState();
}

bool JobTableView::restoreHeader(const QByteArray &state)
{
    const QByteArray mark = headerMark();
    if (!state.startsWith(mark) || !horizontalHeader()->restoreState(state.mid(mark.size())))
        return false;
    // It restores the indicator without saying so to anybody.
    sortByColumn(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
    return true;
}

// Home and End mean the first and the last job, not a column.
QModelIndex JobTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int last = m_model.rowCount() - 1;
    if (last >= 0 && (action == MoveHome || action == MoveEnd)) {
        const int section = currentIndex().isValid() ? currentIndex().column() : column("name");
        return m_model.index(action == MoveHome ? 0 : last, section);
    }
    return QTableView::moveCursor(action, modifiers);
}

void JobTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit selectionChangedTo(selectedCount());
}

void JobTableView::mouseMoveEvent(QMouseEvent *event)
{
    setHoveredRow(rowAt(event->position().toPoint().y()));
    QTableView::mouseMoveEvent(event);
}

void JobTableView::leaveEvent(QEvent *event)
{
    setHoveredRow(-1);
    QTableView::leaveEvent(event);
}

void JobTableView::setHoveredRow(int row)
{
    const int before = std::exchange(m_hoveredRow, row);
    for (const int changed : {before, row}) {
        if (changed >= 0 && before != row)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
    }
}

void JobTableView::scrolled(int value)
{
    if (value == 0)
        m_pill->clear();
    if (m_hoveredRow >= 0)
        setHoveredRow(rowAt(viewport()->mapFromGlobal(QCursor::pos()).y()));
}

void JobTableView::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    m_tick.start();
    tick();
}

void JobTableView::hideEvent(QHideEvent *event)
{
    m_tick.stop();
    m_stripes.stop();
    QTableView::hideEvent(event);
}

void JobTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_pill->place();
}

// Every selected row is drawn in another way then, not only the current cell.
void JobTableView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void JobTableView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void JobTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        setRowHeight();
}

std::pair<int, int> JobTableView::rowsOnScreen() const
{
    const int height = verticalHeader()->defaultSectionSize();
    const int first = verticalScrollBar()->value() / height;
    return {first, std::min(first + viewport()->height() / height + 1, m_model.rowCount() - 1)};
}

void JobTableView::tick()
{
    for (const char *name : {"created_at", "started_at", "completed_at", "duration"})
        updateColumn(column(name));

    bool stripes = false;
    const auto [first, last] = rowsOnScreen();
    for (int row = first; row <= last && !stripes; ++row)
        stripes = ProgressDelegate::isUnknown(m_model.index(row, 0));
    if (!stripes || style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) == 0) {
        m_stripes.stop();
        m_progress->setPhase(0.5);
    } else if (!m_stripes.isActive()) {
        m_stripesSince.start();
        m_stripes.start();
    }
}

void JobTableView::moveStripes()
{
    const double turn = std::fmod(static_cast<double>(m_stripesSince.elapsed()) / stripePeriod + 0.25, 1.0);
    m_progress->setPhase(turn < 0.5 ? 2.0 * turn : 2.0 - 2.0 * turn);
    updateColumn(column("progress"));
}

void JobTableView::updateColumn(int column)
{
    if (!isColumnHidden(column))
        viewport()->update(columnViewportPosition(column), 0, columnWidth(column), viewport()->height());
}

// A reset forgets the selection; the jobs are known by their numbers.
void JobTableView::rememberSelection()
{
    if (m_remembered)
        return;
    m_remembered = Selection{selectedSeqs(), {}};
    if (currentIndex().isValid())
        m_remembered->current = m_model.seqAt(currentIndex().row());
}

void JobTableView::restoreSelection()
{
    m_anchor->setHoldsPlace(false);
    const auto remembered = std::exchange(m_remembered, std::nullopt);
    if (!remembered || (remembered->seqs.isEmpty() && !remembered->current))
        return;
    QItemSelection selection;
    const QList<int> rows = m_model.rowsOf(remembered->seqs);
    for (qsizetype i = 0, end = 0; i < rows.size(); i = end) {
        for (end = i + 1; end < rows.size() && rows.at(end) == rows.at(end - 1) + 1;)
            ++end;
        selection.select(m_model.index(rows.at(i), 0),
                         m_model.index(rows.at(end - 1), m_model.columnCount() - 1));
    }
    if (remembered->current) {
        for (const int row : m_model.rowsOf({*remembered->current}))
            selectionModel()->setCurrentIndex(m_model.index(row, column("name")),
                                              QItemSelectionModel::NoUpdate);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

} // namespace tallyman
