// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/querysuggestions.h"

#include "models/domain/jobfilter.h"

#include <QCoreApplication>

#include <algorithm>

namespace tallyman {

namespace {

using L = QLatin1StringView;

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(QuerySuggestions)
};

// More than this many nobody looks through; typing on is quicker.
constexpr qsizetype mostSuggestions = 50;

QString meaningOf(FilterField field)
{
    switch (field) {
    case FilterField::Word:
        return {};
    case FilterField::Name:
        return Tr::tr("text in the name");
    case FilterField::Error:
        return Tr::tr("text in the error");
    case FilterField::Id:
        return Tr::tr("ID, or its beginning with *");
    case FilterField::Provider:
        return Tr::tr("provider, or its beginning with *");
    case FilterField::User:
        return Tr::tr("user, or its beginning with *");
    case FilterField::Status:
        return Tr::tr("state of the job");
    case FilterField::Is:
        return Tr::tr("pinned");
    case FilterField::Progress:
        return Tr::tr("how far: <50%");
    case FilterField::Duration:
        return Tr::tr("how long it ran: >1h");
    case FilterField::Waiting:
        return Tr::tr("how long it waited: >10m");
    case FilterField::Created:
        return Tr::tr("when it was created: <7d");
    case FilterField::Queued:
        return Tr::tr("when it was queued");
    case FilterField::Started:
        return Tr::tr("when it began");
    case FilterField::Ended:
        return Tr::tr("when it ended: today");
    case FilterField::Expires:
        return Tr::tr("when it may be pruned");
    case FilterField::Heartbeat:
        return Tr::tr("when it last reported: >10m");
    case FilterField::Size:
        return Tr::tr("total size: >1GB");
    case FilterField::Files:
        return Tr::tr("number of files");
    case FilterField::Items:
        return Tr::tr("number of items");
    case FilterField::Done:
        return Tr::tr("number of items done");
    case FilterField::Retries:
        return Tr::tr("how often it was retried");
    }
    Q_UNREACHABLE();
}

QList<QuerySuggestion> fieldNames()
{
    QList<QuerySuggestion> all;
    for (const FilterFieldInfo &field : filterFields())
        all.append({field.name + u':', meaningOf(field.field)});
    all.append({QStringLiteral("sort:"), Tr::tr("the order: -created for newest first")});
    all.append({QStringLiteral("in:all"), Tr::tr("search input, output, JSON and results too")});
    return all;
}

QList<QuerySuggestion> times(bool ahead)
{
    if (ahead)
        return {{QStringLiteral("<1d"), Tr::tr("within a day")},
                {QStringLiteral("<7d"), Tr::tr("within a week")}};
    return {{QStringLiteral("today"), {}},
            {QStringLiteral("yesterday"), {}},
            {QStringLiteral("<1h"), Tr::tr("less than an hour ago")},
            {QStringLiteral("<7d"), Tr::tr("less than a week ago")},
            {QStringLiteral("<30d"), Tr::tr("less than 30 days ago")},
            {QStringLiteral(">30d"), Tr::tr("more than 30 days ago")}};
}

// A text as a value of a query: toText() knows when it needs quotation marks.
QString valueText(FilterField field, const QString &text)
{
    const FilterTerm term{field, {TextMatch{text, false}}, false};
    return toText(term).mid(info(field).name.size() + 1);
}

QList<QuerySuggestion> texts(FilterField field, const QStringList &names)
{
    QList<QuerySuggestion> all;
    for (const QString &name : names)
        all.append({valueText(field, name), {}});
    return all;
}

QList<QuerySuggestion> examples(std::initializer_list<const char *> words)
{
    QList<QuerySuggestion> all;
    for (const char *word : words)
        all.append({QString::fromLatin1(word), {}});
    return all;
}

QList<QuerySuggestion> sortKeys()
{
    QList<QuerySuggestion> all;
    for (const FilterFieldInfo &field : filterFields()) {
        if (field.sortable)
            all.append({field.name, {}});
    }
    return all;
}

QList<QuerySuggestion> valuesOf(FilterField field, const KnownNames &names)
{
    QList<QuerySuggestion> all;
    switch (info(field).kind) {
    case FilterKind::Status:
        for (const JobStatus status : allJobStatuses)
            all.append({toWord(status), {}});
        return all;
    case FilterKind::Mark:
        return {{QStringLiteral("pinned"), {}}};
    case FilterKind::Time:
        return times(field == FilterField::Expires);
    case FilterKind::Duration:
        return examples({">1m", ">10m", ">1h", "<10s"});
    case FilterKind::Percent:
        return examples({"<50%", ">=90%", "100%"});
    case FilterKind::Size:
        return examples({">1MB", ">1GB", "<1MB"});
    case FilterKind::Whole:
        return examples({">0", ">10", "0"});
    case FilterKind::Text:
        if (field == FilterField::Id)
            return {};
        return texts(field, field == FilterField::Provider ? names.providers : names.users);
    case FilterKind::Contains:
        return {};
    }
    Q_UNREACHABLE();
}

QList<QuerySuggestion> candidates(const QueryToken &token, const KnownNames &names)
{
    if (token.kind == QueryToken::Kind::Name)
        return token.typed.isEmpty() ? QList<QuerySuggestion>() : fieldNames();
    if (token.kind == QueryToken::Kind::None)
        return {};
    if (token.field == L("sort"))
        return sortKeys();
    if (token.field == L("in"))
        return {{QStringLiteral("all"), Tr::tr("input, output, JSON and results too")}};
    const auto field = filterFieldFromName(token.field);
    return field ? valuesOf(*field, names) : QList<QuerySuggestion>();
}

} // namespace

QList<QuerySuggestion> querySuggestions(const QueryToken &token, const KnownNames &names)
{
    QList<QuerySuggestion> begins;
    QList<QuerySuggestion> contains;
    const QList<QuerySuggestion> all = candidates(token, names);
    for (const QuerySuggestion &suggestion : all) {
        const QStringView plain = suggestion.text.startsWith(u'"') ? QStringView(suggestion.text).mid(1)
                                                                   : QStringView(suggestion.text);
        if (plain.startsWith(token.typed, Qt::CaseInsensitive))
            begins.append(suggestion);
        else if (token.kind == QueryToken::Kind::Value && plain.contains(token.typed, Qt::CaseInsensitive))
            contains.append(suggestion);
    }
    QList<QuerySuggestion> fitting = (begins + contains).mid(0, mostSuggestions);
    if (fitting.size() == 1 && fitting.constFirst().text.compare(token.typed, Qt::CaseInsensitive) == 0)
        fitting.clear();
    return fitting;
}

} // namespace tallyman
