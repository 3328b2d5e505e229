// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jsontree.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>

namespace tallyman {

/// A JSON tree with a column for the keys and one for the values. Of an object or array with very many
/// members it gives the first, and more as a view asks for them.
class JsonTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { KeyColumn, ValueColumn, ColumnCount };
    /// The same for both columns of a row.
    enum Role {
        PointerRole = Qt::UserRole + 1, ///< QString: the way to the value, as RFC 6901 writes it
        ValueRole, ///< QString: the whole value; a text without quotes and escapes, anything else as JSON
    };

    /// How many members it gives at once.
    static constexpr int chunk = 500;

    explicit JsonTreeModel(QObject *parent = nullptr);

    /// Resets the model, unless this is the same tree as before.
    void setTree(std::shared_ptr<const JsonTree> tree);
    [[nodiscard]] const JsonTree &tree() const { return *m_tree; }
    /// The row at the end of that way, fetched where it must be; invalid where there is none.
    [[nodiscard]] QModelIndex indexOf(const QString &pointer);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QModelIndex indexOf(JsonTree::Node node) const;
    [[nodiscard]] QString valueText(JsonTree::Node node) const;
    void fetch(JsonTree::Node node, int rows);

    std::shared_ptr<const JsonTree> m_tree;
    QHash<JsonTree::Node, int> m_fetched; // rows given, where that is more than the first chunk
    bool m_changing = false; // whoever hears of a change must not make the next one before its end
};

} // namespace tallyman
