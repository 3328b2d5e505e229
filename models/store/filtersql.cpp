// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/filtersql.h"

#include "models/store/textmatchsql.h"

#include <QStringList>

#include <algorithm>

namespace tallyman {

namespace {

using L = QLatin1StringView;

QString literal(Timestamp time)
{
    return u'\'' + QString::fromLatin1(toIsoText(time)) + u'\'';
}

// The least text that comes after every text with that beginning, in the order of SQLite's BINARY; empty
// where there is none.
QString afterPrefix(const QString &prefix)
{
    QList<uint> characters = prefix.toUcs4();
    while (!characters.isEmpty() && characters.constLast() == QChar::LastValidCodePoint)
        characters.removeLast();
    if (characters.isEmpty())
        return {};
    uint &last = characters.last();
    ++last;
    if (QChar::isSurrogate(last))
        last = 0xe000;
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()), characters.size());
}

QString beginsWith(L column, const QString &prefix)
{
    const QString end = afterPrefix(prefix);
    QString sql = QStringLiteral("(%1 >= %2").arg(column, sqlLiteral(prefix));
    if (!end.isEmpty())
        sql += QStringLiteral(" AND %1 < %2").arg(column, sqlLiteral(end));
    return sql + u')';
}

// From the first to the last moment, in whole milliseconds; as elapsed() counts.
QString millisecondsBetween(const QString &from, const QString &to)
{
    return QStringLiteral("max(0, CAST(round((julianday(%1) - julianday(%2)) * 86400000.0) AS INTEGER))")
        .arg(to, from);
}

// The column or expression on `jobs` that has the field's value.
QString expressionOf(FilterField field, const FilterContext &context)
{
    switch (field) {
    case FilterField::Duration:
        return millisecondsBetween(QStringLiteral("started_at"),
                                   QStringLiteral("ifnull(completed_at, %1)").arg(literal(context.now)));
    case FilterField::Waiting:
        return millisecondsBetween(
            QStringLiteral("ifnull(queued_at, created_at)"),
            QStringLiteral("coalesce(started_at, completed_at, %1)").arg(literal(context.now)));
    case FilterField::Created:
        return QStringLiteral("created_at");
    case FilterField::Queued:
        return QStringLiteral("queued_at");
    case FilterField::Started:
        return QStringLiteral("started_at");
    case FilterField::Ended:
        return QStringLiteral("completed_at");
    case FilterField::Expires:
        return QStringLiteral("expires_at");
    case FilterField::Heartbeat:
        return QStringLiteral("heartbeat_at");
    case FilterField::Size:
        return QStringLiteral("total_size");
    case FilterField::Files:
        return QStringLiteral("files_count");
    case FilterField::Items:
        return QStringLiteral("total_items");
    case FilterField::Done:
        return QStringLiteral("processed_items");
    case FilterField::Retries:
        return QStringLiteral("retry_count");
    default:
        return info(field).name; // the column has the field's own name
    }
}

constexpr L inRowsBegin("seq IN (");

class ConditionWriter {
public:
    ConditionWriter(const JobFilter &filter, const FilterContext &context, WordSearch search)
        : m_context(context)
        , m_search(search)
        , m_deep(filter.deep)
    {
    }

    [[nodiscard]] QString termCondition(const FilterTerm &term) const
    {
        QStringList any;
        QStringList exact; // equal texts, which one list serves
        for (const FilterValue &value : term.values) {
            if (const QString literal = exactLiteral(term.field, value); !literal.isEmpty())
                exact << literal;
            else
                any << valueCondition(term.field, value);
        }
        if (exact.size() == 1)
            any << QStringLiteral("%1 = %2").arg(info(term.field).name, exact.constFirst());
        else if (!exact.isEmpty())
            any << QStringLiteral("%1 IN (%2)").arg(info(term.field).name, exact.join(L(", ")));
        const QString sql = any.size() == 1 ? any.constFirst() : u'(' + any.join(L(" OR ")) + u')';
        return term.negated ? QStringLiteral("NOT ifnull(%1, 0)").arg(sql) : sql;
    }

private:
    [[nodiscard]] static QString exactLiteral(FilterField field, const FilterValue &value)
    {
        if (const auto *status = std::get_if<JobStatus>(&value))
            return sqlLiteral(toWord(*status));
        const auto *match = std::get_if<TextMatch>(&value);
        if (!match || field == FilterField::Word || match->prefix || match->text.isEmpty()
            || info(field).kind != FilterKind::Text)
            return {};
        return sqlLiteral(match->text);
    }

    [[nodiscard]] QString valueCondition(FilterField field, const FilterValue &value) const
    {
        const QString column = field == FilterField::Word ? QString() : expressionOf(field, m_context);
        if (const auto *match = std::get_if<TextMatch>(&value))
            return textCondition(field, *match);
        if (std::holds_alternative<FilterMark>(value))
            return QStringLiteral("pinned = 1");
        if (std::holds_alternative<Absent>(value))
            return column + L(" IS NULL");
        if (const auto *number = std::get_if<Compared<qint64>>(&value))
            return compared(column, *number, [](qint64 n) { return QString::number(n); });
        if (const auto *percent = std::get_if<Compared<double>>(&value))
            return compared(column, *percent, [](double p) { return QString::number(p / 100.0, 'g', 17); });
        return timeCondition(column, std::get<Compared<FilterTime>>(value), field == FilterField::Expires);
    }

    template<typename T, typename Text>
    [[nodiscard]] static QString compared(const QString &column, const Compared<T> &compared,
                                          const Text &text)
    {
        const auto sign = [&](L sign) { return column + sign + text(compared.value); };
        switch (compared.how) {
        case Comparison::Equal:
            return sign(L(" = "));
        case Comparison::Less:
            return sign(L(" < "));
        case Comparison::AtMost:
            return sign(L(" <= "));
        case Comparison::Greater:
            return sign(L(" > "));
        case Comparison::AtLeast:
            return sign(L(" >= "));
        case Comparison::Between:
            return QStringLiteral("%1 BETWEEN %2 AND %3")
                .arg(column, text(compared.value), text(compared.upTo));
        }
        Q_UNREACHABLE();
    }

    [[nodiscard]] QString timeCondition(const QString &column, const Compared<FilterTime> &compared,
                                        bool ahead) const
    {
        const TimeInterval value = interval(compared.value, m_context, ahead);
        // "Less than 7d ago" is later than that moment.
        const bool back = compared.value.kind == FilterTime::Kind::Span && !ahead;
        const auto is = [&column](L sign, Timestamp time) { return column + sign + literal(time); };
        switch (compared.how) {
        case Comparison::Less:
            return back ? is(L(" > "), value.start) : is(L(" < "), value.start);
        case Comparison::Greater:
            return back                    ? is(L(" < "), value.start)
                : value.end == value.start ? is(L(" > "), value.start)
                                           : is(L(" >= "), value.end);
        case Comparison::AtMost:
            return back                    ? is(L(" >= "), value.start)
                : value.end == value.start ? is(L(" <= "), value.start)
                                           : is(L(" < "), value.end);
        case Comparison::AtLeast:
            return back ? is(L(" <= "), value.start) : is(L(" >= "), value.start);
        case Comparison::Equal:
        case Comparison::Between:
            break;
        }
        const TimeInterval last =
            compared.how == Comparison::Between ? interval(compared.upTo, m_context, ahead) : value;
        return QStringLiteral("(%1 AND %2)")
            .arg(is(L(" >= "), value.start),
                 last.end == last.start ? is(L(" <= "), last.start) : is(L(" < "), last.end));
    }

    [[nodiscard]] QString textCondition(FilterField field, const TextMatch &match) const
    {
        if (field == FilterField::Word)
            return wordCondition(match.text);
        if (match.prefix)
            return beginsWith(info(field).name, match.text);
        if (!match.text.isEmpty())
            return containsCondition(field, match.text);
        if (field == FilterField::Error)
            return QStringLiteral("NOT EXISTS (SELECT 1 FROM job_payload p WHERE p.seq = jobs.seq AND "
                                  "p.error <> '')");
        return QStringLiteral("ifnull(%1, '') = ''").arg(info(field).name);
    }

    [[nodiscard]] static QString nameContains(const QString &pattern) { return L("name GLOB ") + pattern; }

    [[nodiscard]] static QString payloadContains(std::initializer_list<L> columns, const QString &pattern)
    {
        QStringList any;
        for (const L column : columns)
            any << QStringLiteral("p.%1 GLOB %2").arg(column, pattern);
        return QStringLiteral("EXISTS (SELECT 1 FROM job_payload p WHERE p.seq = jobs.seq AND (%1))")
            .arg(any.join(L(" OR ")));
    }

    [[nodiscard]] static QString inRows(const QString &select) { return inRowsBegin + select + u')'; }

    // The rows that the trigram index finds, and those that it does not hold yet.
    [[nodiscard]] static QString indexed(const QString &query, const QString &byRow)
    {
        return QStringLiteral("SELECT rowid FROM job_search WHERE job_search MATCH %1 UNION ALL "
                              "SELECT seq FROM jobs WHERE seq > (SELECT seq FROM job_search_state) AND (%2)")
            .arg(sqlLiteral(query), byRow);
    }

    [[nodiscard]] QString containsCondition(FilterField field, const QString &text) const
    {
        const QString pattern = sqlLiteral(containsPattern(text));
        const bool name = field == FilterField::Name;
        const QString byRow = name ? nameContains(pattern) : payloadContains({L("error")}, pattern);
        if (m_search == WordSearch::ByRow || !isIndexable(text))
            return byRow;
        return inRows(indexed(indexQuery(text, info(field).name), byRow));
    }

    [[nodiscard]] QString wordCondition(const QString &text) const
    {
        const QString pattern = sqlLiteral(containsPattern(text));
        QStringList byRow{nameContains(pattern), payloadContains({L("error")}, pattern)};
        const QStringList prefixes{beginsWith(L("id"), text), beginsWith(L("provider"), text),
                                   beginsWith(L("user"), text)};
        if (m_deep) {
            byRow << payloadContains({L("input"), L("output"), L("options"), L("result"), L("metadata"),
                                      L("progress_details"), L("note")},
                                     pattern)
                  << QStringLiteral("EXISTS (SELECT 1 FROM job_results r WHERE r.seq = jobs.seq AND (r.item "
                                    "GLOB %1 OR r.error GLOB %1 OR r.details GLOB %1))")
                         .arg(pattern);
        }
        if (m_search == WordSearch::ByRow || m_deep || !isIndexable(text))
            return u'(' + (byRow + prefixes).join(L(" OR ")) + u')';
        QString sql = indexed(indexQuery(text), byRow.join(L(" OR ")));
        for (const QString &prefix : prefixes)
            sql += L(" UNION ALL SELECT seq FROM jobs WHERE ") + prefix;
        return inRows(sql);
    }

    const FilterContext &m_context;
    WordSearch m_search;
    bool m_deep;
};

SqlSortKey sortKeyOf(const SortKey &key, const FilterContext &context)
{
    const QString expression = expressionOf(key.field, context);
    switch (info(key.field).kind) {
    case FilterKind::Contains:
        return {L("name COLLATE NOCASE"), L("name COLLATE NOCASE"), key.descending};
    case FilterKind::Text:
    case FilterKind::Status:
    case FilterKind::Time:
        return {expression, QStringLiteral("ifnull(%1, '')").arg(expression), key.descending};
    default:
        return {expression, QStringLiteral("ifnull(%1, -1)").arg(expression), key.descending};
    }
}

} // namespace

QString whereOf(const JobFilter &filter, const FilterContext &context, WordSearch search)
{
    const ConditionWriter writer(filter, context, search);
    QStringList all;
    for (const FilterTerm &term : filter.terms)
        all << writer.termCondition(term);
    return all.join(L(" AND "));
}

QString indexSearchOf(const FilterTerm &term, bool deep, const FilterContext &context)
{
    const bool texts = term.field == FilterField::Word || info(term.field).kind == FilterKind::Contains;
    if (term.negated || !texts)
        return {};
    QStringList searches;
    for (const FilterValue &value : term.values) {
        JobFilter one;
        one.deep = deep;
        one.add(term.field, value);
        const QString condition = whereOf(one, context, WordSearch::ByIndex);
        if (!condition.startsWith(inRowsBegin))
            return {};
        searches << condition.mid(inRowsBegin.size()).chopped(1);
    }
    return searches.join(L(" UNION ALL "));
}

QList<SqlSortKey> sortKeysOf(const QList<SortKey> &sort, const FilterContext &context)
{
    QList<SqlSortKey> keys;
    for (const SortKey &key : sort)
        keys << sortKeyOf(key, context);
    // In the direction of the last key, so that an index on (key, created_at) serves both.
    const bool descending = sort.isEmpty() || sort.constLast().descending;
    const auto isCreated = [](const SortKey &key) { return key.field == FilterField::Created; };
    if (std::none_of(sort.begin(), sort.end(), isCreated))
        keys << sortKeyOf({FilterField::Created, descending}, context);
    keys << SqlSortKey{QStringLiteral("seq"), QStringLiteral("seq"), descending};
    return keys;
}

QString orderClause(const QList<SqlSortKey> &keys)
{
    QStringList parts;
    for (const SqlSortKey &key : keys)
        parts << key.expression + (key.descending ? L(" DESC") : L(" ASC"));
    return L("ORDER BY ") + parts.join(L(", "));
}

QString sqlLiteral(const QString &text)
{
    QString escaped = text;
    return u'\'' + escaped.replace(u'\'', L("''")) + u'\'';
}

} // namespace tallyman
