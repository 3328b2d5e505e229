// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jsontreemodel.h"

#include <algorithm>

namespace tallyman {

namespace {

constexpr qsizetype shownBytes = 300; // of a value, in its row

JsonTree::Node nodeOf(const QModelIndex &index)
{
    return index.isValid() ? static_cast<JsonTree::Node>(index.internalId()) : JsonTree::root;
}

} // namespace

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_tree(std::make_shared<JsonTree>())
{
}

void JsonTreeModel::setTree(std::shared_ptr<const JsonTree> tree)
{
    if (tree == m_tree || *tree == *m_tree)
        return;
    m_changing = true;
    beginResetModel();
    m_tree = std::move(tree);
    m_fetched.clear();
    endResetModel();
    m_changing = false;
}

QModelIndex JsonTreeModel::indexOf(const QString &pointer)
{
    const JsonTree::Node wanted = m_tree->find(pointer);
    QList<JsonTree::Node> way;
    for (JsonTree::Node node = wanted; node != JsonTree::root; node = m_tree->parent(node))
        way.prepend(node);
    for (const JsonTree::Node node : std::as_const(way))
        fetch(m_tree->parent(node), static_cast<int>(m_tree->row(node)) + 1);
    return indexOf(wanted);
}

QModelIndex JsonTreeModel::indexOf(JsonTree::Node node) const
{
    if (node == JsonTree::root)
        return {};
    return createIndex(static_cast<int>(m_tree->row(node)), KeyColumn, quintptr{node});
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr{m_tree->child(nodeOf(parent), static_cast<quint32>(row))});
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(m_tree->parent(nodeOf(child))) : QModelIndex();
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    return parent.column() <= 0 && m_tree->childCount(nodeOf(parent)) > 0;
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return 0;
    const JsonTree::Node node = nodeOf(parent);
    return std::min(static_cast<int>(m_tree->childCount(node)), m_fetched.value(node, chunk));
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    return !m_changing && parent.column() <= 0
        && rowCount(parent) < static_cast<int>(m_tree->childCount(nodeOf(parent)));
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        fetch(nodeOf(parent), rowCount(parent) + chunk);
}

void JsonTreeModel::fetch(JsonTree::Node node, int rows)
{
    const QModelIndex parent = indexOf(node);
    const int before = rowCount(parent);
    const int after = std::min(rows, static_cast<int>(m_tree->childCount(node)));
    if (after <= before)
        return;
    m_changing = true;
    beginInsertRows(parent, before, after - 1);
    m_fetched.insert(node, after);
    endInsertRows();
    m_changing = false;
}

QString JsonTreeModel::valueText(JsonTree::Node node) const
{
    switch (m_tree->type(node)) {
    case JsonTree::Type::Object:
        return QStringLiteral("{ %1 }").arg(m_tree->childCount(node));
    case JsonTree::Type::Array:
        return QStringLiteral("[ %1 ]").arg(m_tree->childCount(node));
    case JsonTree::Type::Text:
    case JsonTree::Type::Other:
        break;
    case JsonTree::Type::Invalid:
        return tr("Not JSON: %1").arg(QString::fromUtf8(m_tree->json(node, shownBytes)));
    }
    const QByteArray json = m_tree->json(node, shownBytes + 1);
    if (json.size() <= shownBytes)
        return QString::fromUtf8(json);
    return QString::fromUtf8(json.first(shownBytes)) + QStringLiteral("…");
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JsonTree::Node node = nodeOf(index);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == KeyColumn ? m_tree->key(node) : valueText(node);
    case PointerRole:
        return m_tree->pointer(node);
    case ValueRole:
        return m_tree->value(node);
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == KeyColumn ? tr("Key") : tr("Value");
}

} // namespace tallyman
