// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/querytext.h"

#include "app/cli/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(QueryText)
};

// Characters of a query that are shown around what is wrong in it.
constexpr qsizetype shownBefore = 50;
constexpr qsizetype shownInAll = 70;

// The query, or the part of it where the problem is, and below it a mark.
QString markedText(const QString &text, const FilterProblem &problem)
{
    const qsizetype at = std::clamp<qsizetype>(problem.column - 1, 0, text.size());
    const qsizetype from = std::max<qsizetype>(0, at - shownBefore);
    const QString lead = from > 0 ? QStringLiteral("  …") : QStringLiteral("  ");
    QString shown = harmlessLine(text.mid(from, shownInAll));
    if (from + shownInAll < text.size())
        shown += u'…';
    const QString before = lead + harmlessLine(text.mid(from, at - from));
    const qsizetype length = std::min(problem.length, std::max<qsizetype>(0, from + shownInAll - at));
    const int width = displayWidth(harmlessLine(text.mid(at, length)));
    return lead + shown + u'\n' + QString(displayWidth(before), u' ') + QString(std::max(1, width), u'^');
}

} // namespace

void declareQuery(OptionSet &options, QStringList &words)
{
    options.optionalArguments(
        QLatin1StringView("QUERY"), words,
        Tr::tr("Only jobs that match, such as: status:failed provider:vs* -user:bob created:<7d duration:>1h "
               "\"web server\" sort:-size. Several arguments are joined by blanks"));
}

Result<JobFilter> queryOf(const QStringList &words)
{
    const QString text = words.join(u' ');
    FilterProblem problem;
    auto filter = parseFilter(text, &problem);
    if (filter)
        return filter;
    StoreError error = filter.error();
    error.message += u'\n' + markedText(text, problem);
    return error;
}

Result<QList<SortKey>> sortOf(const QString &text)
{
    FilterProblem problem;
    const auto filter = parseFilter(QLatin1StringView("sort:") + text, &problem);
    if (filter && filter->terms.isEmpty() && !filter->deep)
        return filter->sort;
    return StoreError{ErrorCode::InvalidValue,
                      filter ? Tr::tr("--sort is “%1”, and must be fields such as created,-size.").arg(text)
                             : QStringLiteral("--sort: ") + problem.message,
                      {},
                      QStringLiteral("--sort")};
}

} // namespace tallyman::cli
