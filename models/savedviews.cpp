// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/savedviews.h"

#include <QDataStream>
#include <QLocale>
#include <QMimeData>

#include <algorithm>

namespace tallyman {

namespace {

constexpr QLatin1StringView rowType("application/x-tallyman-view-row");

} // namespace

SavedViews::SavedViews(const QString &databaseName, const Clock &clock, QObject *parent)
    : QAbstractListModel(parent)
    , m_views(shippedViews())
    , m_counts(m_views.size())
    , m_counter(databaseName, clock)
    , m_rounds(interval)
{
    connect(&m_rounds, &CountRounds::begin, this, &SavedViews::ask);
    connect(&m_rounds, &CountRounds::dropped, &m_counter, &JobCounter::cancel);
    connect(&m_counter, &JobCounter::answered, this, &SavedViews::take);
    connect(&m_counter, &JobCounter::finished, this, [this](qint64 milliseconds) {
        m_rounds.finished(milliseconds);
        emit counted();
    });
}

void SavedViews::setViews(const QList<SavedView> &views)
{
    beginResetModel();
    m_views = views;
    m_counts = QList<Count>(views.size());
    m_removed.reset();
    endResetModel();
    m_rounds.restart();
}

int SavedViews::add(SavedView view)
{
    view.name = uniqueName(view.title().simplified().left(SavedView::longestName), -1);
    insert(static_cast<int>(m_views.size()), view);
    return static_cast<int>(m_views.size()) - 1;
}

void SavedViews::insert(int row, const SavedView &view)
{
    beginInsertRows({}, row, row);
    m_views.insert(row, view);
    m_counts.insert(row, Count{});
    endInsertRows();
    emit edited();
    m_rounds.restart(); // the answers that are under way are for other rows
}

void SavedViews::replace(int row, const QString &query, const QByteArray &columns)
{
    m_views[row].query = query;
    m_views[row].columns = columns;
    m_counts[row] = {};
    emit dataChanged(index(row), index(row));
    emit edited();
    m_rounds.restart();
}

void SavedViews::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_removed = {row, m_views.takeAt(row)};
    m_counts.removeAt(row);
    endRemoveRows();
    emit edited();
    m_rounds.restart();
}

int SavedViews::undoRemove()
{
    const auto removed = std::exchange(m_removed, std::nullopt);
    if (!removed)
        return -1;
    const int row = std::min(removed->first, static_cast<int>(m_views.size()));
    insert(row, removed->second);
    return row;
}

void SavedViews::moveTo(int from, int to)
{
    moveRows({}, from, 1, {}, to > from ? to + 1 : to);
}

bool SavedViews::moveRows(const QModelIndex &source, int sourceRow, int count, const QModelIndex &destination,
                          int destinationChild)
{
    const int rows = static_cast<int>(m_views.size());
    if (source.isValid() || destination.isValid() || count != 1 || sourceRow < 0 || sourceRow >= rows
        || destinationChild < 0 || destinationChild > rows
        || !beginMoveRows({}, sourceRow, sourceRow, {}, destinationChild))
        return false;
    const int to = destinationChild > sourceRow ? destinationChild - 1 : destinationChild;
    m_views.move(sourceRow, to);
    m_counts.move(sourceRow, to);
    endMoveRows();
    emit edited();
    m_rounds.restart();
    return true;
}

bool SavedViews::lacksShipped() const
{
    const QList<SavedView> shipped = shippedViews();
    return std::any_of(shipped.begin(), shipped.end(), [this](const SavedView &view) {
        return std::none_of(m_views.begin(), m_views.end(),
                            [&view](const SavedView &mine) { return mine.shipped == view.shipped; });
    });
}

void SavedViews::restoreShipped()
{
    const QList<SavedView> shipped = shippedViews();
    for (const SavedView &view : shipped) {
        if (std::none_of(m_views.begin(), m_views.end(),
                         [&view](const SavedView &mine) { return mine.shipped == view.shipped; }))
            insert(static_cast<int>(m_views.size()), view);
    }
}

void SavedViews::setCurrentQuery(const QString &query)
{
    if (std::exchange(m_current, query) != query && !m_views.isEmpty())
        emit dataChanged(index(0), index(static_cast<int>(m_views.size()) - 1), {CurrentRole});
}

int SavedViews::rowOf(const QString &query) const
{
    const auto found = std::find_if(m_views.begin(), m_views.end(),
                                    [&query](const SavedView &view) { return view.query == query; });
    return found == m_views.end() ? -1 : static_cast<int>(found - m_views.begin());
}

void SavedViews::ask(CountRounds::Round round)
{
    QList<CountQuestion> questions;
    for (int row = 0; row < m_views.size(); ++row) {
        const auto filter = parseFilter(m_views.at(row).query);
        if (filter && (round == CountRounds::Round::All || isCountedInTotals(*filter)))
            questions.append({row, CountQuestion::Kind::Jobs, *filter, {}, limit});
    }
    // What job_totals knows is there at once.
    std::stable_partition(questions.begin(), questions.end(),
                          [](const CountQuestion &question) { return isCountedInTotals(question.filter); });
    m_counter.ask(questions);
}

void SavedViews::take(const CountAnswer &answer)
{
    Count &count = m_counts[answer.id];
    count.jobs = answer.tooSlow ? std::nullopt : std::optional(answer.jobs);
    count.tooSlow = answer.tooSlow;
    emit dataChanged(index(answer.id), index(answer.id));
}

int SavedViews::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_views.size());
}

QVariant SavedViews::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_views.size())
        return {};
    const SavedView &view = m_views.at(index.row());
    const Count &count = m_counts.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return view.title();
    case Qt::ToolTipRole:
        return countText(index.row()) + u'\n' + (view.query.isEmpty() ? tr("every job") : view.query);
    case Qt::AccessibleTextRole:
        return accessibleText(index.row());
    case QueryRole:
        return view.query;
    case CountRole:
        return count.jobs ? QVariant(*count.jobs) : QVariant();
    case TooSlowRole:
        return count.tooSlow;
    case CurrentRole:
        return view.query == m_current;
    default:
        return {};
    }
}

QString SavedViews::countText(int row) const
{
    const Count &count = m_counts.at(row);
    if (count.tooSlow)
        return tr("Counting these takes too long to be done again and again");
    if (!count.jobs)
        return tr("Not counted yet");
    return tr("%1 jobs", nullptr, static_cast<int>(std::min<qint64>(*count.jobs, INT_MAX)))
        .arg(QLocale().toString(*count.jobs));
}

QString SavedViews::accessibleText(int row) const
{
    const QString text = tr("%1: %2", "a view and its count").arg(m_views.at(row).title(), countText(row));
    return m_views.at(row).query == m_current ? tr("%1, open", "a view").arg(text) : text;
}

bool SavedViews::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const QString name = value.toString().simplified().left(SavedView::longestName);
    if (!index.isValid() || role != Qt::EditRole || name.isEmpty())
        return false;
    SavedView &view = m_views[index.row()];
    if (name == view.title())
        return true;
    view.name = uniqueName(name, index.row());
    emit dataChanged(index, index);
    emit edited();
    return true;
}

Qt::ItemFlags SavedViews::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between two views, not onto one
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled
        | Qt::ItemNeverHasChildren;
}

QString SavedViews::uniqueName(const QString &name, int exceptRow) const
{
    const auto taken = [&](const QString &text) {
        for (int row = 0; row < m_views.size(); ++row) {
            if (row != exceptRow && m_views.at(row).title() == text)
                return true;
        }
        return false;
    };
    QString unique = name;
    for (int number = 2; taken(unique); ++number)
        unique = name + u' ' + QString::number(number);
    return unique;
}

QStringList SavedViews::mimeTypes() const
{
    return {rowType};
}

QMimeData *SavedViews::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.size() != 1)
        return nullptr;
    auto *data = new QMimeData;
    data->setData(rowType, QByteArray::number(indexes.constFirst().row()));
    return data;
}

// Moves at once and answers that nothing was moved, so that the view does not take the row out afterwards.
bool SavedViews::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int,
                              const QModelIndex &parent)
{
    if (action != Qt::MoveAction || parent.isValid() || !data->hasFormat(rowType))
        return false;
    const int to = row < 0 ? static_cast<int>(m_views.size()) : row;
    moveRows({}, data->data(rowType).toInt(), 1, {}, to);
    return false;
}

} // namespace tallyman
