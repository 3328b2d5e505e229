// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/query.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace tallyman::http {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(HttpQuery)
};

StoreError invalid(const QString &field, const QString &message)
{
    return {ErrorCode::InvalidValue, message, {}, field};
}

std::optional<QString> decoded(QByteArray text)
{
    text = QByteArray::fromPercentEncoding(text.replace('+', ' '));
    if (!QUtf8StringView(text).isValidUtf8())
        return {};
    return QString::fromUtf8(text);
}

} // namespace

Result<Query> Query::parse(const QByteArray &text)
{
    Query query;
    for (const QByteArray &part : text.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const auto name = decoded(equals < 0 ? part : part.left(equals));
        const auto value = decoded(equals < 0 ? QByteArray() : part.mid(equals + 1));
        if (!name || !value)
            return invalid(name ? name->left(60) : QString(), Tr::tr("A parameter is not valid UTF-8."));
        const auto isThis = [&name](const auto &item) { return item.first == *name; };
        if (std::any_of(query.m_items.begin(), query.m_items.end(), isThis))
            return invalid(name->left(60), Tr::tr("The parameter %1 is given twice.").arg(name->left(60)));
        query.m_items.append({*name, *value});
    }
    return query;
}

Result<void> Query::allowOnly(const QList<QLatin1StringView> &names) const
{
    for (const auto &[name, value] : m_items) {
        if (std::find(names.begin(), names.end(), name) == names.end())
            return invalid(name.left(60), Tr::tr("There is no parameter “%1” here.").arg(name.left(60)));
    }
    return {};
}

std::optional<QString> Query::value(QLatin1StringView name) const
{
    for (const auto &[itemName, itemValue] : m_items) {
        if (itemName == name)
            return itemValue;
    }
    return {};
}

Result<qint64> Query::number(QLatin1StringView name, qint64 least, qint64 most, qint64 absent) const
{
    const auto text = value(name);
    if (!text)
        return absent;
    const bool digits = !text->isEmpty()
        && std::all_of(text->begin(), text->end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const qint64 number = text->toLongLong(&fits);
    if (!digits || !fits || number < least || number > most)
        return invalid(QString(name),
                       Tr::tr("%1 must be a whole number from %2 to %3.").arg(name).arg(least).arg(most));
    return number;
}

Result<std::optional<Timestamp>> Query::time(QLatin1StringView name) const
{
    const auto text = value(name);
    if (!text)
        return std::optional<Timestamp>();
    if (const auto time = timestampFromIsoText(text->toUtf8()))
        return time;
    return invalid(QString(name),
                   Tr::tr("%1 must be a time in ISO 8601, such as 2026-01-21T10:30:00Z.").arg(name));
}

QByteArray Query::withoutPaging() const
{
    QByteArray text;
    for (const auto &[name, value] : m_items) {
        if (name == QLatin1StringView("limit") || name == QLatin1StringView("offset"))
            continue;
        text += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value) + '&';
    }
    return text;
}

QByteArray nextPage(const QByteArray &path, const Query &query, qint64 limit, qint64 offset)
{
    return path + '?' + query.withoutPaging() + "limit=" + QByteArray::number(limit)
        + "&offset=" + QByteArray::number(offset + limit);
}

} // namespace tallyman::http
