// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jsontree.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cctype>
#include <limits>

namespace tallyman {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// The text of a JSON string with its quotes.
QString unescaped(const QByteArray &json)
{
    if (!json.contains('\\'))
        return QString::fromUtf8(json.sliced(1, json.size() - 2));
    return QJsonDocument::fromJson('[' + json + ']').array().at(0).toString();
}

} // namespace

// Reads one text after the other. It has no need to be strict: what comes from the API was checked there.
// A text that cannot be read becomes one node.
class JsonTree::Builder {
public:
    explicit Builder(JsonTree &tree)
        : m_tree(tree)
    {
    }

    void run()
    {
        m_tree.m_nodes.emplace_back();
        open(root);
        for (quint32 i = 0; i < m_tree.m_texts.size(); ++i)
            readText(i);
        close();
    }

private:
    struct Level {
        Node node;
        std::vector<Node> children;
    };

    void readText(quint32 number)
    {
        m_number = number;
        m_text = m_tree.m_texts.at(number).second;
        m_at = 0;
        const std::size_t nodes = m_tree.m_nodes.size();
        const std::size_t children = m_tree.m_children.size();
        const bool fits = m_text.size() < std::numeric_limits<qint32>::max();
        if (fits && readAll())
            return;
        m_tree.m_nodes.resize(nodes);
        m_tree.m_children.resize(children);
        m_levels.erase(m_levels.begin() + 1, m_levels.end());
        m_levels.back().children.resize(number);
        const Node node = add(Type::Invalid, 0);
        m_tree.m_nodes[node].size = fits ? static_cast<quint32>(m_text.size()) : 0;
    }

    // One value and nothing after it; a loop, since nobody limits how deep a text goes that was imported.
    bool readAll()
    {
        do {
            if (!readMember())
                return false;
            // What is complete now may be the end of what it is in.
            while (m_levels.size() > 1 && atEndOfContainer()) {
                ++m_at;
                close();
            }
            skipSpace();
            if (m_levels.size() > 1 && childrenBefore() && !take(','))
                return false;
        } while (m_levels.size() > 1);
        return m_at == m_text.size();
    }

    bool readMember()
    {
        skipSpace();
        const qsizetype key = m_at;
        qsizetype keySize = 0;
        if (m_levels.size() > 1 && m_tree.m_nodes[m_levels.back().node].type == Type::Object) {
            if (!readString())
                return false;
            keySize = m_at - key;
            skipSpace();
            if (!take(':'))
                return false;
            skipSpace();
        }
        if (!readValue())
            return false;
        Record &record = m_tree.m_nodes[m_newest];
        record.keyFrom = static_cast<quint32>(key);
        record.keySize = static_cast<quint32>(keySize);
        return true;
    }

    bool readValue()
    {
        const qsizetype from = m_at;
        switch (peek()) {
        case '{':
        case '[':
            m_newest = add(peek() == '{' ? Type::Object : Type::Array, from);
            ++m_at;
            open(m_newest);
            return true;
        case '"':
            if (!readString())
                return false;
            m_newest = add(Type::Text, from);
            break;
        default:
            while (m_at < m_text.size()
                   && (std::isalnum(static_cast<unsigned char>(peek())) || peek() == '-' || peek() == '+'
                       || peek() == '.'))
                ++m_at;
            if (m_at == from)
                return false;
            m_newest = add(Type::Other, from);
        }
        m_tree.m_nodes[m_newest].size = static_cast<quint32>(m_at - from);
        return true;
    }

    bool readString()
    {
        if (!take('"'))
            return false;
        for (; m_at < m_text.size(); ++m_at) {
            if (peek() == '\\')
                ++m_at;
            else if (peek() == '"')
                return take('"');
        }
        return false;
    }

    Node add(Type type, qsizetype from)
    {
        const auto node = static_cast<Node>(m_tree.m_nodes.size());
        Level &level = m_levels.back();
        Record record;
        record.type = type;
        record.text = m_number;
        record.from = static_cast<quint32>(from);
        record.parent = level.node;
        record.row = static_cast<quint32>(level.children.size());
        m_tree.m_nodes.push_back(record);
        level.children.push_back(node);
        return node;
    }

    void open(Node node) { m_levels.push_back({node, {}}); }
    void close()
    {
        const Level level = std::move(m_levels.back());
        m_levels.pop_back();
        Record &record = m_tree.m_nodes[level.node];
        record.firstChild = static_cast<quint32>(m_tree.m_children.size());
        record.childCount = static_cast<quint32>(level.children.size());
        record.size = static_cast<quint32>(m_at) - record.from;
        m_tree.m_children.insert(m_tree.m_children.end(), level.children.begin(), level.children.end());
    }

    bool atEndOfContainer()
    {
        skipSpace();
        return peek() == (m_tree.m_nodes[m_levels.back().node].type == Type::Object ? '}' : ']');
    }
    [[nodiscard]] bool childrenBefore() const { return !m_levels.back().children.empty(); }

    // A NUL stands for the end, too; there is none in JSON.
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(char c)
    {
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }
    void skipSpace()
    {
        while (isSpace(peek()))
            ++m_at;
    }

    JsonTree &m_tree;
    std::vector<Level> m_levels;
    quint32 m_number = 0;
    QByteArray m_text;
    qsizetype m_at = 0;
    Node m_newest = 0;
};

JsonTree::JsonTree()
    : m_nodes(1)
{
}

JsonTree::JsonTree(QList<std::pair<QString, QByteArray>> texts)
    : m_texts(std::move(texts))
{
    Builder(*this).run();
}

bool JsonTree::isContainer(Node node) const
{
    return type(node) == Type::Object || type(node) == Type::Array;
}

QString JsonTree::key(Node node) const
{
    const Record &record = m_nodes[node];
    if (node == root)
        return {};
    if (record.parent == root)
        return m_texts.at(record.text).first;
    if (record.keySize == 0)
        return QString::number(record.row);
    return unescaped(m_texts.at(record.text).second.sliced(record.keyFrom, record.keySize));
}

bool JsonTree::hasKey(Node node, const QByteArray &utf8) const
{
    const Record &record = m_nodes[node];
    if (record.keySize == 0)
        return key(node).toUtf8() == utf8;
    const auto quoted = QByteArrayView(m_texts.at(record.text).second).sliced(record.keyFrom, record.keySize);
    return quoted.contains('\\') ? key(node).toUtf8() == utf8 : quoted.sliced(1, quoted.size() - 2) == utf8;
}

QByteArray JsonTree::json(Node node, qsizetype limit) const
{
    if (node == root)
        return {};
    const Record &record = m_nodes[node];
    const qsizetype size = limit < 0 ? record.size : std::min<qsizetype>(limit, record.size);
    return m_texts.at(record.text).second.sliced(record.from, size);
}

QString JsonTree::value(Node node) const
{
    const QByteArray text = json(node);
    return type(node) == Type::Text ? unescaped(text) : QString::fromUtf8(text);
}

QString JsonTree::pointer(Node node) const
{
    QStringList steps;
    for (; node != root; node = parent(node))
        steps.prepend(
            key(node).replace(u'~', QLatin1StringView("~0")).replace(u'/', QLatin1StringView("~1")));
    return steps.isEmpty() ? QString() : u'/' + steps.join(u'/');
}

JsonTree::Node JsonTree::find(const QString &pointer) const
{
    Node node = root;
    QStringList steps = pointer.split(u'/').mid(1);
    for (QString &step : steps) {
        step.replace(QLatin1StringView("~1"), QLatin1StringView("/"))
            .replace(QLatin1StringView("~0"), QLatin1StringView("~"));
        quint32 row = 0;
        if (type(node) == Type::Array) {
            bool isNumber = false;
            row = step.toUInt(&isNumber);
            if (!isNumber)
                return root;
        } else {
            const QByteArray plain = step.toUtf8();
            while (row < childCount(node) && !hasKey(child(node, row), plain))
                ++row;
        }
        if (row >= childCount(node))
            return root;
        node = child(node, row);
    }
    return node;
}

QByteArray indentedJson(QByteArrayView json)
{
    constexpr int width = 4;
    QByteArray text;
    text.reserve(json.size() * 3 / 2);
    int depth = 0;
    const auto newLine = [&] { text.append('\n').append(qsizetype{depth} * width, ' '); };
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (c == '"') {
            const qsizetype from = i++;
            for (; i < json.size() && json[i] != '"'; ++i) {
                if (json[i] == '\\')
                    ++i;
            }
            text += json.sliced(from, std::min(i + 1, json.size()) - from);
        } else if (c == '{' || c == '[') {
            qsizetype next = i + 1;
            while (next < json.size() && isSpace(json[next]))
                ++next;
            text += c;
            if (next < json.size() && (json[next] == '}' || json[next] == ']')) {
                text += json[next];
                i = next;
                continue;
            }
            ++depth;
            newLine();
        } else if (c == '}' || c == ']') {
            depth = std::max(0, depth - 1);
            newLine();
            text += c;
        } else if (c == ',') {
            text += c;
            newLine();
        } else if (c == ':') {
            text += ": ";
        } else if (!isSpace(c)) {
            text += c;
        }
    }
    return text + '\n';
}

} // namespace tallyman
