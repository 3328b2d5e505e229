// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/countrounds.h"
#include "models/jobcounter.h"
#include "models/savedview.h"

#include <QAbstractListModel>

#include <optional>

namespace tallyman {

/// The user's saved views, in the user's order, each with the number of jobs that it finds now.
class SavedViews : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        QueryRole = Qt::UserRole + 1, ///< QString
        CountRole, ///< qint64; invalid while it is not known
        TooSlowRole, ///< bool: counting takes too long to be done again and again
        CurrentRole, ///< bool: its query is the one that is shown
    };

    /// A view that takes longer is not counted.
    static constexpr std::chrono::milliseconds limit{2000};
    /// The least time between two rounds of counting.
    static constexpr std::chrono::milliseconds interval{2000};

    /// Begins with the shipped views.
    SavedViews(const QString &databaseName, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] const QList<SavedView> &views() const { return m_views; }
    [[nodiscard]] const SavedView &view(int row) const { return m_views.at(row); }
    /// Takes over what was kept.
    void setViews(const QList<SavedView> &views);

    /// Adds a view at the end; its row. Another one of that name gets a number behind it.
    int add(SavedView view);
    /// Gives a view another query and other columns.
    void replace(int row, const QString &query, const QByteArray &columns);
    /// Takes a view out. undoRemove() brings back the last one, where it was; its row, or -1.
    void remove(int row);
    int undoRemove();
    [[nodiscard]] bool canUndoRemove() const { return m_removed.has_value(); }
    /// Moves a view to another row, at which it is then.
    void moveTo(int from, int to);
    /// Brings back the shipped views that are gone, at the end.
    void restoreShipped();
    [[nodiscard]] bool lacksShipped() const;

    /// The query that is shown.
    void setCurrentQuery(const QString &query);
    /// The first view of that query; -1: none.
    [[nodiscard]] int rowOf(const QString &query) const;

    /// Something in the store has changed. Returns at once.
    void refresh() { m_rounds.changed(); }
    /// Whether anybody looks at the counts. Counts nothing before.
    void setActive(bool active) { m_rounds.setActive(active); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Renames; false for an empty name.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool moveRows(const QModelIndex &source, int sourceRow, int count, const QModelIndex &destination,
                  int destinationChild) override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

signals:
    /// The views are to be kept: something other than a count has changed.
    void edited();
    /// A round of counting has come to its end.
    void counted();

private:
    struct Count {
        std::optional<qint64> jobs;
        bool tooSlow = false;
    };

    void insert(int row, const SavedView &view);
    void ask(CountRounds::Round round);
    void take(const CountAnswer &answer);
    [[nodiscard]] QString uniqueName(const QString &name, int exceptRow) const;
    [[nodiscard]] QString accessibleText(int row) const;
    [[nodiscard]] QString countText(int row) const;

    QList<SavedView> m_views;
    QList<Count> m_counts; // of each view
    std::optional<std::pair<int, SavedView>> m_removed;
    QString m_current;
    JobCounter m_counter;
    CountRounds m_rounds;
};

} // namespace tallyman
