// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/countrounds.h"
#include "models/facets.h"
#include "models/jobcounter.h"

#include <QAbstractItemModel>

#include <functional>
#include <optional>

namespace tallyman {

/// The facets, each with its values below it: how many jobs of the current query have each of them, the
/// facet's own terms left out, so that it tells what choosing another value would give. Counts come late;
/// until then the old ones stay, and are told to be old. Counts nothing before it is active.
class FacetModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Kind { Facet, Value, More };
    Q_ENUM(Kind)
    enum Role {
        KindRole = Qt::UserRole + 1, ///< int of Kind
        FacetRole, ///< int of tallyman::Facet
        CountRole, ///< qint64; invalid while it is not known
        StaleRole, ///< bool: the count is that of an earlier query
        UseRole, ///< int of FacetUse
        StatusRole, ///< JobStatus; only of values of Facet::Status
    };

    /// As many values are shown of a facet that is not unfolded.
    static constexpr int fewValues = 12;
    /// The least time between two rounds of counting, unless the query changes.
    static constexpr std::chrono::milliseconds interval{1000};

    FacetModel(const QString &databaseName, const Clock &clock, QObject *parent = nullptr);

    /// What people call a status; the words of the query without it.
    void setStatusText(std::function<QString(JobStatus)> text) { m_statusText = std::move(text); }

    [[nodiscard]] const JobFilter &filter() const { return m_filter; }
    /// Another query.
    void setFilter(const JobFilter &filter);
    /// Something in the store has changed. Returns at once.
    void refresh() { m_rounds.changed(); }
    /// Whether anybody looks.
    void setActive(bool active) { m_rounds.setActive(active); }

    /// The current query with that value in or out; the query itself where the index is that of no value.
    [[nodiscard]] JobFilter toggledAt(const QModelIndex &index) const;
    [[nodiscard]] JobFilter excludedAt(const QModelIndex &index) const;
    /// Shows all values of the facet that this row is of, or few again.
    void setUnfolded(const QModelIndex &index, bool unfolded);
    [[nodiscard]] bool isUnfolded(const QModelIndex &index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    /// The last round of counting has come to its end.
    void counted();

private:
    struct Entry {
        FilterValue value;
        std::optional<qint64> count;
    };
    struct Group {
        Facet facet = Facet::Status;
        QList<Entry> all; // as they were counted
        QList<Entry> shown;
        bool hasMore = false; // whether a row for that stands below
        bool unfolded = false;
        bool stale = true;
        bool sorts = true; // with the next counts; else the values stay where they are
    };

    void ask(CountRounds::Round round);
    void take(const CountAnswer &answer);
    void showGroup(int number);
    [[nodiscard]] QList<Entry> entriesToShow(const Group &group) const;
    void replaceShown(int number, const QList<Entry> &entries);
    void setHasMore(int number, bool hasMore);
    void groupChanged(int number);
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] QString valueText(Facet facet, const FilterValue &value) const;
    [[nodiscard]] QString accessibleText(const QModelIndex &index) const;
    [[nodiscard]] const Entry *entryAt(const QModelIndex &index) const;
    [[nodiscard]] static int groupOf(const QModelIndex &index);

    JobFilter m_filter;
    QList<Group> m_groups;
    std::function<QString(JobStatus)> m_statusText;
    JobCounter m_counter;
    CountRounds m_rounds;
};

} // namespace tallyman
