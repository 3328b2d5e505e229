// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/jobcolumns.h"

#include "models/jobtablemodel.h"
#include "views/jobs/jobheader.h"
#include "views/jobs/jobtableview.h"
#include "views/jobs/pindelegate.h"
#include "views/jobs/progressdelegate.h"
#include "views/jobs/statusdelegate.h"
#include "views/jobs/timedelegates.h"

#include <QCheckBox>
#include <QJsonObject>
#include <QMenu>
#include <QScopedValueRollback>
#include <QWidgetAction>

#include <algorithm>

namespace tallyman {

namespace {

using L = QLatin1StringView;

// Widths are in the width of a digit, so that they follow the font.
struct Column {
    const char *name;
    int digits;
    bool shown;
};
constexpr Column columns[] = {
    {"status", 14, true},        {"name", 30, true},          {"provider", 9, true},
    {"user", 7, true},           {"progress", 14, true},      {"created_at", 11, true},
    {"started_at", 12, false},   {"completed_at", 12, false}, {"duration", 11, true},
    {"waiting", 13, false},      {"remaining", 13, false},    {"processed_items", 15, false},
    {"total_size", 11, false},   {"files_count", 9, false},   {"retry_count", 9, false},
    {"error", 36, false},        {"pinned", 8, false},        {"queued_at", 12, false},
    {"heartbeat_at", 12, false}, {"expires_at", 12, false},   {"id", 40, false},
};
constexpr L stretched("name"); // takes the room that is left, and is always shown
constexpr int stretchedDigits = 20; // at the least
constexpr int widest = 4000;

} // namespace

JobColumns::JobColumns(const Clock &clock, JobTableModel &model, JobHeader *header, JobTableView *view)
    : QObject(view)
    , m_model(model)
    , m_header(header)
    , m_view(view)
{
    setUpDelegates(clock);
    reset();
    const auto changed = [this] {
        if (!m_arranging)
            emit layoutChanged();
    };
    connect(header, &QHeaderView::sectionMoved, this, changed);
    connect(header, &QHeaderView::sectionResized, this, [this, changed](int section) {
        if (m_model.columnName(section) == stretched)
            return;
        fit();
        changed();
    });
}

void JobColumns::setUpDelegates(const Clock &clock)
{
    using Emphasis = JobDelegate::Emphasis;
    m_progress = new ProgressDelegate(m_view);
    auto *time = new TimeDelegate(clock, m_view);
    auto *duration = new DurationDelegate(m_view);
    auto *number = new JobDelegate(Emphasis::Secondary, Qt::AlignRight, m_view);
    m_view->setItemDelegate(new JobDelegate(Emphasis::Secondary, Qt::AlignLeft, m_view));
    const auto set = [this](QAbstractItemDelegate *delegate, std::initializer_list<const char *> names) {
        for (const char *name : names)
            m_view->setItemDelegateForColumn(m_model.column(L(name)), delegate);
    };
    set(new JobDelegate(Emphasis::Normal, Qt::AlignLeft, m_view), {"name"});
    set(new StatusDelegate(m_view), {"status"});
    set(new PinDelegate(m_view), {"pinned"});
    set(m_progress, {"progress"});
    set(time, {"created_at", "started_at", "completed_at", "queued_at", "heartbeat_at", "expires_at"});
    set(duration, {"duration", "waiting", "remaining"});
    set(number, {"processed_items", "total_size", "files_count", "retry_count"});
}

QList<int> JobColumns::all() const
{
    QList<int> sections;
    for (const Column &c : columns)
        sections.append(m_model.column(L(c.name)));
    return sections;
}

int JobColumns::firstWidth(int section, int digits) const
{
    const int width =
        std::max(digits * m_view->fontMetrics().horizontalAdvance(u'0'), m_header->titleWidth(section));
    // The words for the states have very different lengths in different languages.
    return m_model.columnName(section) == L("status")
        ? std::max(width, StatusDelegate::widestText(m_view->fontMetrics()))
        : width;
}

void JobColumns::reset()
{
    QJsonArray layout;
    for (const Column &c : columns) {
        if (c.shown)
            layout.append(QJsonObject{{QStringLiteral("name"), L(c.name)}});
    }
    setLayout(layout);
}

void JobColumns::fillMenu(QMenu *menu)
{
    for (const Column &c : columns) {
        const int section = m_model.column(L(c.name));
        auto *box = new QCheckBox(m_model.headerData(section, Qt::Horizontal).toString(), menu);
        box->setChecked(!m_header->isSectionHidden(section));
        auto *action = new QWidgetAction(menu);
        action->setDefaultWidget(box);
        action->setText(box->text());
        action->setCheckable(true);
        action->setChecked(box->isChecked());
        action->setEnabled(L(c.name) != stretched); // a table without any column shows nothing
        connect(box, &QCheckBox::toggled, action, &QAction::setChecked);
        connect(action, &QAction::toggled, box, &QCheckBox::setChecked);
        connect(action, &QAction::toggled, this, [this, section](bool shown) { setShown(section, shown); });
        menu->addAction(action);
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Reset columns")), &QAction::triggered, this, [this] {
        reset();
        emit layoutChanged();
    });
}

void JobColumns::setShown(int section, bool shown)
{
    m_header->setSectionHidden(section, !shown);
    if (shown && m_header->sectionSize(section) == 0)
        m_header->resizeSection(section, m_header->titleWidth(section));
    emit layoutChanged();
}

QJsonArray JobColumns::layout() const
{
    QJsonArray layout;
    for (int position = 0; position < m_header->count(); ++position) {
        const int section = m_header->logicalIndex(position);
        if (m_header->isSectionHidden(section))
            continue;
        QJsonObject column{{QStringLiteral("name"), m_model.columnName(section)}};
        if (m_model.columnName(section) != stretched)
            column[L("width")] = m_header->sectionSize(section);
        layout.append(column);
    }
    return layout;
}

bool JobColumns::setLayout(const QJsonArray &layout)
{
    const QScopedValueRollback arranging(m_arranging, true);
    QList<std::pair<int, int>> wanted; // section and width
    for (const QJsonValue &value : layout) {
        const QString name = value[L("name")].toString();
        const auto *const c = std::find_if(std::begin(columns), std::end(columns),
                                           [&name](const Column &column) { return name == L(column.name); });
        if (c == std::end(columns))
            continue;
        const int section = m_model.column(L(c->name));
        const int width = value[L("width")].toInt();
        wanted.append({section,
                       width >= m_header->minimumSectionSize() && width <= widest
                           ? width
                           : firstWidth(section, c->digits)});
    }
    if (wanted.isEmpty())
        return false;
    const int name = m_model.column(stretched);
    if (std::none_of(wanted.begin(), wanted.end(), [name](const auto &w) { return w.first == name; }))
        wanted.prepend({name, 0});

    for (int section = 0; section < m_header->count(); ++section)
        m_header->hideSection(section);
    int position = 0;
    for (const auto &[section, width] : std::as_const(wanted)) {
        m_header->showSection(section);
        m_header->moveSection(m_header->visualIndex(section), position++);
        if (section != name)
            m_header->resizeSection(section, width);
    }
    // Those that are hidden behind them, each where people look for it when it is shown.
    for (const Column &c : columns) {
        const int section = m_model.column(L(c.name));
        if (m_header->isSectionHidden(section)) {
            m_header->moveSection(m_header->visualIndex(section), position++);
            m_header->resizeSection(section, firstWidth(section, c.digits));
        }
    }
    m_header->setSectionResizeMode(name, QHeaderView::Fixed);
    fit();
    return true;
}

void JobColumns::fit()
{
    const int name = m_model.column(stretched);
    const int others = m_header->length() - m_header->sectionSize(name);
    m_header->resizeSection(
        name, std::max(firstWidth(name, stretchedDigits), m_view->viewport()->width() - others));
}

} // namespace tallyman
