// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queryhistory.h"

namespace tallyman {

void QueryHistory::setQueries(const QStringList &queries)
{
    m_queries.clear();
    for (const QString &query : queries) {
        if (!query.isEmpty() && !m_queries.contains(query) && m_queries.size() < limit)
            m_queries.append(query);
    }
    emit changed();
}

void QueryHistory::add(const QString &query)
{
    const QString text = query.trimmed();
    if (text.isEmpty() || m_queries.value(0) == text)
        return;
    m_queries.removeAll(text);
    m_queries.prepend(text);
    if (m_queries.size() > limit)
        m_queries.removeLast();
    emit changed();
}

std::optional<QString> QueryHistory::back(const QString &shown)
{
    const QString text = shown.trimmed();
    qsizetype at = m_queries.indexOf(text);
    if (at < 0 && !text.isEmpty()) {
        add(text);
        at = 0;
    }
    if (at + 1 >= m_queries.size())
        return {};
    return m_queries.at(at + 1);
}

std::optional<QString> QueryHistory::forward(const QString &shown)
{
    const qsizetype at = m_queries.indexOf(shown.trimmed());
    if (at < 0)
        return {};
    // In front of the newest is the empty query: every job.
    return at == 0 ? QString() : m_queries.at(at - 1);
}

} // namespace tallyman
