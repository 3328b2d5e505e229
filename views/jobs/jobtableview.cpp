// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/jobtableview.h"

#include "models/jobtablemodel.h"
#include "views/jobs/jobcolumns.h"
#include "views/jobs/jobheader.h"
#include "views/jobs/newrowspill.h"
#include "views/jobs/progressdelegate.h"
#include "views/jobs/readingbar.h"
#include "views/jobs/scrollanchor.h"
#include "views/jobs/sortmenu.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
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
    m_reading = new ReadingBar(model, viewport());
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
    verticalHeader()->hide();
    setRowHeight();
    m_columns = new JobColumns(clock, model, m_header, this);
    connect(m_columns, &JobColumns::layoutChanged, this, &JobTableView::columnLayoutChanged);
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

void JobTableView::setUpHeader()
{
    QHeaderView *header = horizontalHeader();
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setAccessibleName(tr("Columns"));
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](const QPoint &at) {
        QMenu menu;
        fillColumnsMenu(&menu);
        menu.exec(header->mapToGlobal(at));
    });
    connect(m_header, &JobHeader::sortRequested, this, [this](int section, bool further) {
        if (const auto field = m_model.sortField(section))
            m_model.setSortKeys(sortKeysAfterClick(m_model.sortKeys(), *field, further));
    });
    connect(&m_model, &JobTableModel::sortChanged, this, [this] {
        m_anchor->setHoldsPlace(true); // until it is loaded
        showSort();
    });
    showSort();
    m_model.select();
}

void JobTableView::showSort()
{
    QList<JobHeader::SortedSection> sorted;
    for (const SortKey &key : m_model.sortKeys())
        sorted.append({m_model.columnOf(key.field), key.descending});
    m_header->setSorted(sorted);
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

QList<RowRange> JobTableView::selectedRanges() const
{
    QList<RowRange> ranges;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection)
        ranges.append({range.top(), range.height()});
    std::sort(ranges.begin(), ranges.end(),
              [](const RowRange &a, const RowRange &b) { return a.first < b.first; });
    return ranges;
}

JobChoice JobTableView::selectedJobs() const
{
    return {m_model.rows(), selectedRanges()};
}

QList<qint64> JobTableView::selectedSeqs() const
{
    return selectedJobs().toList();
}

void JobTableView::goToNewest()
{
    m_model.setSortKeys({});
    verticalScrollBar()->setValue(0);
}

void JobTableView::fillColumnsMenu(QMenu *menu)
{
    m_columns->fillMenu(menu);
}

void JobTableView::fillSortMenu(QMenu *menu)
{
    tallyman::fillSortMenu(menu, m_model, m_columns->all());
}

QJsonArray JobTableView::columnLayout() const
{
    return m_columns->layout();
}

bool JobTableView::setColumnLayout(const QJsonArray &layout)
{
    return m_columns->setLayout(layout);
}

QByteArray JobTableView::saveHeader() const
{
    JobFilter sort;
    sort.sort = m_model.jobFilter().sort;
    const QJsonObject header{{QStringLiteral("columns"), columnLayout()},
                             {QStringLiteral("sort"), toText(sort)}};
    return QJsonDocument(header).toJson(QJsonDocument::Compact);
}

bool JobTableView::restoreHeader(const QByteArray &state)
{
    const QJsonObject header = QJsonDocument::fromJson(state).object();
    if (!setColumnLayout(header[QLatin1StringView("columns")].toArray()))
        return false;
    if (const auto sort = parseFilter(header[QLatin1StringView("sort")].toString()); sort)
        m_model.setSortKeys(sort->sort);
    return true;
}

// Home and End mean the first and the last job, not a column.
QModelIndex JobTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int last = m_model.rowCount() - 1;
    if (last >= 0 && (action == MoveHome || action == MoveEnd)) {
        const int section =
            currentIndex().isValid() ? currentIndex().column() : m_model.column(QLatin1StringView("name"));
        return m_model.index(action == MoveHome ? 0 : last, section);
    }
    return QTableView::moveCursor(action, modifiers);
}

void JobTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit selectionChangedTo(selectedCount());
}

// Esc stops what takes long, before it means anything else.
void JobTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_reading->isVisible())
        m_model.cancel();
    else
        QTableView::keyPressEvent(event);
}

void JobTableView::keyboardSearch(const QString &search)
{
    if (!m_sinceTyped.isValid() || m_sinceTyped.hasExpired(QApplication::keyboardInputInterval()))
        m_typed.clear();
    m_sinceTyped.start();
    m_typed += search;
    if (m_model.rowCount() == 0 || m_typed.trimmed().isEmpty())
        return;
    // The first letter, and the same one again, go on to the next name; further letters may fit this one.
    const bool next = m_typed.count(m_typed.front()) == m_typed.size();
    const int current = std::max(0, currentIndex().row());
    const auto row = rowBeginningWith(next ? m_typed.first(1) : m_typed, next ? current + 1 : current);
    if (row)
        setCurrentIndex(m_model.index(*row, m_model.column(QLatin1StringView("name"))));
    else
        emit typeAheadFailed(m_typed);
}

// From that row on, and then before it.
std::optional<int> JobTableView::rowBeginningWith(const QString &typed, int from) const
{
    const auto search = [&](int first, int last) -> std::optional<int> {
        for (int row = first; row < last; ++row) {
            if (m_model.nameIfRead(row).startsWith(typed, Qt::CaseInsensitive))
                return row;
        }
        return {};
    };
    const auto behind = search(from, std::min(from + typeAheadReach, m_model.rowCount()));
    return behind ? behind : search(std::max(0, from - typeAheadReach), std::min(from, m_model.rowCount()));
}

void JobTableView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid()) {
        const QRect cell = visualRect(currentIndex());
        at = viewport()->mapToGlobal(QPoint(cell.left(), std::clamp(cell.bottom(), 0, viewport()->height())));
    }
    emit menuRequested(at);
    event->accept();
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
    m_columns->fit();
    m_pill->place();
    m_reading->place();
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
    for (const char *name : {"created_at", "started_at", "completed_at", "queued_at", "heartbeat_at",
                             "expires_at", "duration", "waiting", "remaining"})
        updateColumn(name);

    bool stripes = false;
    const auto [first, last] = rowsOnScreen();
    for (int row = first; row <= last && !stripes; ++row)
        stripes = ProgressDelegate::isUnknown(m_model.index(row, 0));
    if (!stripes || style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this) == 0) {
        m_stripes.stop();
        m_columns->progress()->setPhase(0.5);
    } else if (!m_stripes.isActive()) {
        m_stripesSince.start();
        m_stripes.start();
    }
}

void JobTableView::moveStripes()
{
    const double turn = std::fmod(static_cast<double>(m_stripesSince.elapsed()) / stripePeriod + 0.25, 1.0);
    m_columns->progress()->setPhase(turn < 0.5 ? 2.0 * turn : 2.0 - 2.0 * turn);
    updateColumn("progress");
}

void JobTableView::updateColumn(const char *name)
{
    const int column = m_model.column(QLatin1StringView(name));
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
            selectionModel()->setCurrentIndex(m_model.index(row, m_model.column(QLatin1StringView("name"))),
                                              QItemSelectionModel::NoUpdate);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

} // namespace tallyman
