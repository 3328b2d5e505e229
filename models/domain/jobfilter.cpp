// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jobfilter.h"

#include "models/domain/filesize.h"
#include "models/domain/timespan.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace tallyman {

namespace {

using L = QLatin1StringView;

constexpr FilterFieldInfo fields[] = {
    {FilterField::Status, L("status"), FilterKind::Status, true},
    {FilterField::Provider, L("provider"), FilterKind::Text, true},
    {FilterField::User, L("user"), FilterKind::Text, true},
    {FilterField::Name, L("name"), FilterKind::Contains, true},
    {FilterField::Error, L("error"), FilterKind::Contains, false},
    {FilterField::Id, L("id"), FilterKind::Text, true},
    {FilterField::Created, L("created"), FilterKind::Time, true},
    {FilterField::Started, L("started"), FilterKind::Time, true},
    {FilterField::Ended, L("ended"), FilterKind::Time, true},
    {FilterField::Duration, L("duration"), FilterKind::Duration, true},
    {FilterField::Waiting, L("waiting"), FilterKind::Duration, true},
    {FilterField::Progress, L("progress"), FilterKind::Percent, true},
    {FilterField::Size, L("size"), FilterKind::Size, true},
    {FilterField::Files, L("files"), FilterKind::Whole, true},
    {FilterField::Items, L("items"), FilterKind::Whole, true},
    {FilterField::Done, L("done"), FilterKind::Whole, true},
    {FilterField::Retries, L("retries"), FilterKind::Whole, true},
    {FilterField::Queued, L("queued"), FilterKind::Time, true},
    {FilterField::Heartbeat, L("heartbeat"), FilterKind::Time, true},
    {FilterField::Expires, L("expires"), FilterKind::Time, true},
    {FilterField::Is, L("is"), FilterKind::Mark, false},
};

// Whether the parser reads the text as it stands, without quotation marks.
bool isBare(const QString &text)
{
    return !text.isEmpty() && !text.startsWith(u'-') && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isLetterOrNumber() || QStringView(u"._/@+#-").contains(c);
    });
}

QString quotedIfNeeded(const QString &text)
{
    if (isBare(text))
        return text;
    QString quoted = text;
    quoted.replace(u'\\', L("\\\\")).replace(u'"', L("\\\""));
    return u'"' + quoted + u'"';
}

QString timeText(const FilterTime &time)
{
    switch (time.kind) {
    case FilterTime::Kind::Moment:
        return time.moment;
    case FilterTime::Kind::Span:
        return toText(time.span);
    case FilterTime::Kind::Today:
        return QStringLiteral("today");
    case FilterTime::Kind::Yesterday:
        return QStringLiteral("yesterday");
    }
    Q_UNREACHABLE();
}

QString numberText(qint64 number, FilterKind kind)
{
    if (kind == FilterKind::Duration)
        return toText(std::chrono::milliseconds{number});
    return kind == FilterKind::Size ? fileSizeToText(number) : QString::number(number);
}

template<typename T, typename Text>
QString comparedText(const Compared<T> &compared, const Text &text)
{
    switch (compared.how) {
    case Comparison::Equal:
        return text(compared.value);
    case Comparison::Less:
        return u'<' + text(compared.value);
    case Comparison::AtMost:
        return L("<=") + text(compared.value);
    case Comparison::Greater:
        return u'>' + text(compared.value);
    case Comparison::AtLeast:
        return L(">=") + text(compared.value);
    case Comparison::Between:
        return text(compared.value) + L("..") + text(compared.upTo);
    }
    Q_UNREACHABLE();
}

// Of a value, within a field of that kind.
struct ValueText {
    FilterKind kind;

    QString operator()(const TextMatch &match) const
    {
        return quotedIfNeeded(match.text) + (match.prefix ? L("*") : L(""));
    }
    QString operator()(JobStatus status) const { return toWord(status); }
    QString operator()(FilterMark) const { return QStringLiteral("pinned"); }
    QString operator()(Absent) const { return QStringLiteral("none"); }
    QString operator()(const Compared<qint64> &compared) const
    {
        return comparedText(compared, [this](qint64 number) { return numberText(number, kind); });
    }
    QString operator()(const Compared<double> &compared) const
    {
        return comparedText(compared, [](double percent) {
            return QString::number(percent, 'g', QLocale::FloatingPointShortest) + u'%';
        });
    }
    QString operator()(const Compared<FilterTime> &compared) const
    {
        return comparedText(compared, timeText);
    }
};

} // namespace

std::span<const FilterFieldInfo> filterFields()
{
    return fields;
}

const FilterFieldInfo &info(FilterField field)
{
    const auto *found = std::find_if(std::begin(fields), std::end(fields),
                                     [field](const FilterFieldInfo &row) { return row.field == field; });
    Q_ASSERT(found != std::end(fields));
    return *found;
}

std::optional<FilterField> filterFieldFromName(QStringView name)
{
    for (const FilterFieldInfo &row : fields) {
        if (name.compare(row.name, Qt::CaseInsensitive) == 0)
            return row.field;
    }
    return {};
}

void JobFilter::add(FilterField field, FilterValue value, bool negated)
{
    terms.append({field, {std::move(value)}, negated});
}

void JobFilter::addText(FilterField field, const QString &text)
{
    add(field, TextMatch{text, false});
}

void JobFilter::addStatuses(const QList<JobStatus> &statuses)
{
    if (!statuses.isEmpty())
        terms.append({FilterField::Status, QList<FilterValue>(statuses.begin(), statuses.end()), false});
}

void JobFilter::addCreated(std::optional<Timestamp> since, std::optional<Timestamp> until)
{
    const auto moment = [](Timestamp time) {
        return FilterTime{FilterTime::Kind::Moment, QString::fromLatin1(toIsoText(time)), {}};
    };
    if (since)
        add(FilterField::Created, Compared<FilterTime>{Comparison::AtLeast, moment(*since), {}});
    if (until)
        add(FilterField::Created, Compared<FilterTime>{Comparison::Less, moment(*until), {}});
}

QString toText(const FilterTerm &term)
{
    QString text = term.negated ? QStringLiteral("-") : QString();
    if (term.field == FilterField::Word)
        return text + quotedIfNeeded(std::get<TextMatch>(term.values.constFirst()).text);
    const FilterFieldInfo &field = info(term.field);
    QStringList values;
    for (const FilterValue &value : term.values)
        values << std::visit(ValueText{field.kind}, value);
    return text + field.name + u':' + values.join(u',');
}

QString toText(const JobFilter &filter)
{
    QStringList parts;
    for (const FilterTerm &term : filter.terms)
        parts << toText(term);
    if (filter.deep)
        parts << QStringLiteral("in:all");
    if (!filter.sort.isEmpty()) {
        QStringList keys;
        for (const SortKey &key : filter.sort)
            keys << (key.descending ? L("-") : L("")) + info(key.field).name;
        parts << QStringLiteral("sort:") + keys.join(u',');
    }
    return parts.join(u' ');
}

} // namespace tallyman
