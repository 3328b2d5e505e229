// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/filesize.h"
#include "models/domain/filtertime.h"
#include "models/domain/joblimits.h"
#include "models/domain/jobrules.h"
#include "models/domain/timespan.h"

#include <QCoreApplication>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace tallyman {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JobFilter)
};

using L = QLatin1StringView;

// A thousand years: with a span of that length the moment it leads to can still be stored.
constexpr std::chrono::hours longestSpan{1000 * 366 * 24};

// A word of the text: where it is, and what it says.
struct Token {
    qsizetype at = 0;
    qsizetype length = 0;
    QString text;
    bool quoted = false;
    bool star = false; // a `*` behind the quotation mark, or at the end of a bare one
};

class Parser {
public:
    explicit Parser(QStringView text)
        : m_text(text)
    {
    }

    bool run();
    [[nodiscard]] JobFilter &filter() { return m_filter; }
    [[nodiscard]] const FilterProblem &problem() const { return m_problem; }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar next() const { return atEnd() ? QChar() : m_text.at(m_at); }
    [[nodiscard]] bool atBlank() const { return atEnd() || next().isSpace(); }

    bool fail(qsizetype at, qsizetype length, const QString &message);
    bool fail(const Token &token, const QString &message) { return fail(token.at, token.length, message); }

    bool readTerm();
    bool readWord(bool negated);
    bool readField(const QString &name, qsizetype at, bool negated);
    bool readModifier(const QString &name, qsizetype at, bool negated);
    bool readSort();
    bool readQuoted(Token &token);
    bool readValue(Token &token);
    [[nodiscard]] QString fieldName() const;

    bool takeValue(const Token &token, FilterField field, FilterTerm &term);
    bool takeText(const Token &token, FilterKind kind, FilterTerm &term);
    bool takeStatus(const Token &token, FilterTerm &term);
    template<typename T, typename Read>
    bool takeCompared(const Token &token, FilterTerm &term, const Read &read);

    bool readNumber(QStringView text, const Token &token, FilterKind kind, qint64 &number);
    bool readPercent(QStringView text, const Token &token, double &percent);
    bool readTime(QStringView text, const Token &token, FilterTime &time);

    QStringView m_text;
    qsizetype m_at = 0;
    qsizetype m_values = 0;
    JobFilter m_filter;
    FilterProblem m_problem;
};

bool Parser::fail(qsizetype at, qsizetype length, const QString &message)
{
    m_problem = {at + 1, length, message};
    return false;
}

bool Parser::run()
{
    if (m_text.size() > JobFilter::maximumLength)
        return fail(JobFilter::maximumLength, m_text.size() - JobFilter::maximumLength,
                    Tr::tr("The query is longer than %1 characters.").arg(JobFilter::maximumLength));
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        const qsizetype length = m_text.at(i).isHighSurrogate() ? 2 : 1;
        if (!m_text.at(i).isSpace() && !isPlainLine(m_text.sliced(i, std::min(length, m_text.size() - i))))
            return fail(i, 1, Tr::tr("This character cannot be part of a query."));
        i += length - 1;
    }
    for (;;) {
        while (!atEnd() && next().isSpace())
            ++m_at;
        if (atEnd())
            return true;
        const qsizetype at = m_at;
        if (!readTerm())
            return false;
        if (m_filter.terms.size() > JobFilter::maximumTerms)
            return fail(at, m_at - at,
                        Tr::tr("There are more than %1 conditions.").arg(JobFilter::maximumTerms));
    }
}

bool Parser::readTerm()
{
    const bool negated = next() == u'-';
    if (negated && (++m_at, atBlank()))
        return fail(m_at - 1, 1, Tr::tr("Behind the minus sign must stand what to leave out."));
    const qsizetype at = m_at;
    const QString name = fieldName();
    if (name.isEmpty())
        return readWord(negated);
    m_at += name.size() + 1;
    return readField(name, at, negated);
}

// The letters in front of a colon, where the term has that form.
QString Parser::fieldName() const
{
    qsizetype end = m_at;
    while (end < m_text.size()
           && ((m_text.at(end) >= u'a' && m_text.at(end) <= u'z')
               || (m_text.at(end) >= u'A' && m_text.at(end) <= u'Z')))
        ++end;
    if (end == m_at || end >= m_text.size() || m_text.at(end) != u':')
        return {};
    return m_text.sliced(m_at, end - m_at).toString();
}

bool Parser::readWord(bool negated)
{
    Token token{m_at, 0, {}, false, false};
    if (next() == u'"') {
        if (!readQuoted(token))
            return false;
        if (!atBlank())
            return fail(m_at, 1, Tr::tr("Behind the quotation mark must follow a blank."));
        if (token.text.isEmpty())
            return fail(token, Tr::tr("There is nothing between the quotation marks."));
    } else {
        while (!atBlank())
            token.text += m_text.at(m_at++);
    }
    m_filter.add(FilterField::Word, TextMatch{token.text, false}, negated);
    return true;
}

bool Parser::readField(const QString &name, qsizetype at, bool negated)
{
    if (name.compare(L("in"), Qt::CaseInsensitive) == 0 || name.compare(L("sort"), Qt::CaseInsensitive) == 0)
        return readModifier(name, at, negated);
    const auto field = filterFieldFromName(name);
    if (!field)
        return fail(at, name.size(),
                    Tr::tr("There is no field “%1”. To search for a text with a colon, put it in quotation "
                           "marks.")
                        .arg(name));
    FilterTerm term{*field, {}, negated};
    for (;;) {
        Token token;
        if (!readValue(token) || !takeValue(token, *field, term))
            return false;
        if (++m_values > JobFilter::maximumValues)
            return fail(token, Tr::tr("There are more than %1 values.").arg(JobFilter::maximumValues));
        if (next() != u',')
            break;
        ++m_at;
    }
    m_filter.terms.append(std::move(term));
    return true;
}

bool Parser::readModifier(const QString &name, qsizetype at, bool negated)
{
    if (negated)
        return fail(at - 1, 1, Tr::tr("“%1” has no opposite; leave the minus sign out.").arg(name.toLower()));
    if (name.compare(L("sort"), Qt::CaseInsensitive) == 0)
        return readSort();
    Token token;
    if (!readValue(token))
        return false;
    if (token.text.compare(L("all"), Qt::CaseInsensitive) != 0 || !atBlank())
        return fail(token,
                    Tr::tr("Only “in:all” is known: it searches input, output, JSON and results too."));
    m_filter.deep = true;
    return true;
}

bool Parser::readSort()
{
    if (!m_filter.sort.isEmpty())
        return fail(m_at, 0, Tr::tr("“sort:” is there twice; put all fields into one, with commas."));
    for (;;) {
        Token token;
        if (!readValue(token))
            return false;
        const bool descending = token.text.startsWith(u'-');
        const auto field = filterFieldFromName(QStringView(token.text).mid(descending ? 1 : 0));
        if (!field || !info(*field).sortable)
            return fail(token, Tr::tr("Jobs cannot be sorted by “%1”.").arg(token.text));
        for (const SortKey &key : std::as_const(m_filter.sort)) {
            if (key.field == *field)
                return fail(token, Tr::tr("“%1” is there twice.").arg(info(*field).name));
        }
        m_filter.sort.append({*field, descending});
        if (m_filter.sort.size() > JobFilter::maximumSortKeys)
            return fail(token,
                        Tr::tr("There are more than %1 fields to sort by.").arg(JobFilter::maximumSortKeys));
        if (next() != u',')
            return true;
        ++m_at;
    }
}

bool Parser::readQuoted(Token &token)
{
    token.quoted = true;
    const qsizetype open = m_at++;
    while (!atEnd() && next() != u'"') {
        if (next() == u'\\') {
            ++m_at;
            if (next() != u'"' && next() != u'\\')
                return fail(m_at - 1, 1, Tr::tr("Behind a backslash must follow \" or \\."));
        }
        token.text += m_text.at(m_at++);
    }
    if (atEnd())
        return fail(open, m_text.size() - open, Tr::tr("The closing quotation mark is missing."));
    ++m_at;
    token.length = m_at - token.at;
    return true;
}

// A value behind a colon or a comma, up to the next comma or blank.
bool Parser::readValue(Token &token)
{
    token.at = m_at;
    if (next() == u'"') {
        if (!readQuoted(token))
            return false;
        token.star = next() == u'*';
        m_at += token.star ? 1 : 0;
        token.length = m_at - token.at;
        if (!atBlank() && next() != u',')
            return fail(m_at, 1, Tr::tr("Behind the quotation mark must follow a blank or a comma."));
        return true;
    }
    while (!atBlank() && next() != u',')
        token.text += m_text.at(m_at++);
    token.length = m_at - token.at;
    if (token.text.isEmpty())
        return fail(token, Tr::tr("A value is missing here. For a field without text write \"\"."));
    return true;
}

bool Parser::takeValue(const Token &token, FilterField field, FilterTerm &term)
{
    const FilterKind kind = info(field).kind;
    const bool isText = kind == FilterKind::Text || kind == FilterKind::Contains;
    if (isText)
        return takeText(token, kind, term);
    if (token.quoted)
        return fail(token, Tr::tr("“%1” takes no text in quotation marks.").arg(info(field).name));
    if (kind == FilterKind::Status)
        return takeStatus(token, term);
    if (kind == FilterKind::Mark) {
        if (token.text.compare(L("pinned"), Qt::CaseInsensitive) != 0)
            return fail(token, Tr::tr("Only “is:pinned” is known."));
        term.values.append(FilterMark::Pinned);
        return true;
    }
    if (token.text.compare(L("none"), Qt::CaseInsensitive) == 0) {
        term.values.append(Absent{});
        return true;
    }
    if (kind == FilterKind::Time)
        return takeCompared<FilterTime>(
            token, term, [&](QStringView text, FilterTime &time) { return readTime(text, token, time); });
    if (kind == FilterKind::Percent)
        return takeCompared<double>(token, term, [&](QStringView text, double &percent) {
            return readPercent(text, token, percent);
        });
    return takeCompared<qint64>(
        token, term, [&](QStringView text, qint64 &number) { return readNumber(text, token, kind, number); });
}

bool Parser::takeText(const Token &token, FilterKind kind, FilterTerm &term)
{
    TextMatch match{token.text, false};
    if (kind == FilterKind::Text) {
        const bool bareStar = !token.quoted && token.text.endsWith(u'*');
        if (bareStar)
            match.text.chop(1);
        match.prefix = token.star || bareStar;
        if (match.prefix && match.text.isEmpty())
            return fail(token, Tr::tr("In front of the * must stand how the text begins."));
    } else if (token.star) {
        return fail(token, Tr::tr("A * is not needed here: every text that contains this is found."));
    }
    term.values.append(match);
    return true;
}

bool Parser::takeStatus(const Token &token, FilterTerm &term)
{
    const auto status = jobStatusFromWord(token.text.toLower());
    if (!status)
        return fail(token, unknownStatusError(token.text).message);
    term.values.append(*status);
    return true;
}

template<typename T, typename Read>
bool Parser::takeCompared(const Token &token, FilterTerm &term, const Read &read)
{
    constexpr std::pair<L, Comparison> signs[] = {{L(">="), Comparison::AtLeast},
                                                  {L("<="), Comparison::AtMost},
                                                  {L(">"), Comparison::Greater},
                                                  {L("<"), Comparison::Less},
                                                  {L("="), Comparison::Equal}};
    Compared<T> compared;
    QStringView text(token.text);
    const qsizetype dots = text.indexOf(L(".."));
    const auto *sign = std::find_if(std::begin(signs), std::end(signs),
                                    [text](const auto &one) { return text.startsWith(one.first); });
    if (sign != std::end(signs)) {
        compared.how = sign->second;
        text = text.sliced(sign->first.size());
    } else if (dots >= 0) {
        compared.how = Comparison::Between;
        if (!read(text.sliced(dots + 2), compared.upTo))
            return false;
        text = text.first(dots);
    }
    if (!read(text, compared.value))
        return false;
    if constexpr (std::is_same_v<T, FilterTime>) {
        if (compared.how == Comparison::Equal && compared.value.kind == FilterTime::Kind::Span)
            return fail(token, Tr::tr("Write <%1 for less than that long ago, or >%1 for more.").arg(text));
    }
    term.values.append(compared);
    return true;
}

bool Parser::readNumber(QStringView text, const Token &token, FilterKind kind, qint64 &number)
{
    if (kind == FilterKind::Duration) {
        const auto span = timeSpanFromText(text);
        if (!span)
            return fail(token, Tr::tr("“%1” is no length of time such as 90s, 1h30m or 250ms.").arg(text));
        number = span->count();
        return true;
    }
    bool whole = false;
    const bool digits = !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    number = digits ? text.toLongLong(&whole) : 0;
    if (whole)
        return true;
    if (kind == FilterKind::Whole)
        return fail(token, Tr::tr("“%1” is no whole number.").arg(text));
    const auto size = fileSizeFromText(text);
    if (!size)
        return fail(token, Tr::tr("“%1” is no size such as 10MB, 1.5GiB or 1024.").arg(text));
    number = *size;
    return true;
}

bool Parser::readPercent(QStringView text, const Token &token, double &percent)
{
    const bool sign = text.endsWith(u'%');
    const QStringView number = sign ? text.chopped(1) : text;
    bool ok = !number.isEmpty() && std::all_of(number.begin(), number.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || QStringView(u".e-").contains(c);
    });
    percent = ok ? number.toDouble(&ok) * (sign ? 1.0 : 100.0) : 0.0;
    if (!ok || !(percent >= 0.0 && percent <= 100.0))
        return fail(token, Tr::tr("“%1” is no progress from 0% to 100%, or from 0 to 1.").arg(text));
    return true;
}

bool Parser::readTime(QStringView text, const Token &token, FilterTime &time)
{
    using Kind = FilterTime::Kind;
    if (text.compare(L("today"), Qt::CaseInsensitive) == 0) {
        time.kind = Kind::Today;
    } else if (text.compare(L("yesterday"), Qt::CaseInsensitive) == 0) {
        time.kind = Kind::Yesterday;
    } else if (const auto span = timeSpanFromText(text)) {
        if (*span > longestSpan)
            return fail(token, Tr::tr("“%1” is longer than a thousand years.").arg(text));
        time.kind = Kind::Span;
        time.span = *span;
    } else if (const auto moment = momentFromText(text)) {
        time.moment = *moment;
    } else {
        return fail(
            token,
            Tr::tr("“%1” is no time such as 2026-01-21, 2026-01-21T10:30, today, or 7d behind < or >.")
                .arg(text));
    }
    return true;
}

} // namespace

Result<JobFilter> parseFilter(const QString &text, FilterProblem *problem)
{
    Parser parser(text);
    if (parser.run())
        return std::move(parser.filter());
    if (problem)
        *problem = parser.problem();
    return StoreError{
        ErrorCode::InvalidValue,
        Tr::tr("Column %1 of the query: %2").arg(parser.problem().column).arg(parser.problem().message),
        {},
        QStringLiteral("q")};
}

} // namespace tallyman
