// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>
#include <vector>

namespace tallyman {

/// JSON texts as one tree, for people to look through: in the producer's order and spelling, which
/// QJsonDocument keeps neither of. Never changes once it is there, so that a worker can build it and any
/// thread read it.
class JsonTree {
public:
    enum class Type {
        Object,
        Array,
        Text,
        Other, ///< a number, true, false or null
        Invalid, ///< a text that is not JSON
    };

    /// The number of a node; 0 is the root, an object with a member for each text.
    using Node = quint32;
    static constexpr Node root = 0;

    JsonTree();
    /// Names and texts, in the order shown.
    explicit JsonTree(QList<std::pair<QString, QByteArray>> texts);

    [[nodiscard]] Type type(Node node) const { return m_nodes[node].type; }
    [[nodiscard]] bool isContainer(Node node) const;
    /// The node that it is in; of the root itself.
    [[nodiscard]] Node parent(Node node) const { return m_nodes[node].parent; }
    /// Its place among its neighbours.
    [[nodiscard]] quint32 row(Node node) const { return m_nodes[node].row; }
    [[nodiscard]] quint32 childCount(Node node) const { return m_nodes[node].childCount; }
    [[nodiscard]] Node child(Node node, quint32 row) const
    {
        return m_children[m_nodes[node].firstChild + row];
    }

    /// The member's name, or the number in the array.
    [[nodiscard]] QString key(Node node) const;
    /// The value as JSON, as it is spelled; of the root nothing. The first `limit` bytes where given.
    [[nodiscard]] QByteArray json(Node node, qsizetype limit = -1) const;
    /// What a person would copy: a text without quotes and escapes, anything else as JSON.
    [[nodiscard]] QString value(Node node) const;
    /// The way from the root, as RFC 6901 writes it: `/options/deep/0`.
    [[nodiscard]] QString pointer(Node node) const;
    /// The node at the end of that way; the root where there is none.
    [[nodiscard]] Node find(const QString &pointer) const;

    friend bool operator==(const JsonTree &a, const JsonTree &b) { return a.m_texts == b.m_texts; }

private:
    class Builder;

    struct Record {
        Type type = Type::Object;
        quint32 text = 0; // which of m_texts
        quint32 keyFrom = 0; // with its quotes; keySize 0: an element of an array, or one of the texts
        quint32 keySize = 0;
        quint32 from = 0;
        quint32 size = 0;
        Node parent = 0;
        quint32 row = 0;
        quint32 firstChild = 0; // in m_children
        quint32 childCount = 0;
    };

    [[nodiscard]] bool hasKey(Node node, const QByteArray &utf8) const;

    QList<std::pair<QString, QByteArray>> m_texts;
    std::vector<Record> m_nodes;
    std::vector<Node> m_children;
};

/// Valid JSON, with line breaks and indentation by four spaces; the spelling stays.
[[nodiscard]] QByteArray indentedJson(QByteArrayView json);

} // namespace tallyman
