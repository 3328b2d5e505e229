// SPDX-License-Identifier: GPL-3.0-or-later
// Reads whatever text as a query. What is a query must print to a text that reads as the same query, and give
// SQL that SQLite can prepare; what is none must be pointed at within the text.
#include "models/store/filtersql.h"
#include "models/store/schema.h"

#include <sqlite3.h>

#include <cstdlib>
#include <memory>

using namespace tallyman;

namespace {

using Database = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

Database openDatabase()
{
    sqlite3 *handle = nullptr;
    if (sqlite3_open(":memory:", &handle) != SQLITE_OK)
        std::abort();
    for (const QByteArray &migration : builtInMigrations()) {
        if (sqlite3_exec(handle, migration.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
            std::abort();
    }
    return {handle, &sqlite3_close};
}

void prepare(sqlite3 *database, const QString &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.toUtf8().constData(), -1, &statement, nullptr) != SQLITE_OK)
        std::abort();
    sqlite3_finalize(statement);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const Database database = openDatabase();
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    FilterProblem problem;
    const auto filter = parseFilter(text, &problem);
    if (!filter) {
        const bool within = problem.column >= 1 && problem.length >= 0
            && problem.column - 1 + problem.length <= text.size() && !problem.message.isEmpty();
        if (!within)
            std::abort();
        return 0;
    }
    const QString printed = toText(*filter);
    // Quotation marks and units make a text longer, so a long one may come out too long to be read again.
    const auto back = parseFilter(printed);
    if (back ? *back != *filter : printed.size() <= JobFilter::maximumLength)
        std::abort();
    const FilterContext context{Timestamp{std::chrono::milliseconds{1768991400000}}, QTimeZone::utc()};
    for (const WordSearch search : {WordSearch::ByIndex, WordSearch::ByRow}) {
        const QString where = whereOf(*filter, context, search);
        prepare(database.get(),
                QStringLiteral("SELECT seq FROM jobs WHERE ")
                    + (where.isEmpty() ? QStringLiteral("1") : where) + u' '
                    + orderClause(sortKeysOf(filter->sort, context)));
    }
    return 0;
}
