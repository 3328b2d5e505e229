// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobstatus.h"
#include "models/domain/result.h"
#include "models/domain/timestamp.h"

#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>
#include <span>
#include <variant>

namespace tallyman {

/// What a term of a query asks about.
enum class FilterField {
    Word, ///< name or error contain it, or id, provider or user begin with it
    Name,
    Error,
    Id,
    Provider,
    User,
    Status,
    Is,
    Progress,
    Duration, ///< from start to end; of a running job until now
    Waiting, ///< from when it last became pending to its start; of a pending job until now
    Created,
    Queued,
    Started,
    Ended,
    Expires,
    Heartbeat,
    Size,
    Files,
    Items,
    Done,
    Retries,
};

/// How the values of a field are written and compared.
enum class FilterKind {
    Contains, ///< contained, without regard to case
    Text, ///< exactly, or by prefix with a `*` at the end
    Status,
    Mark, ///< `pinned`
    Percent, ///< `50%` or `0.5`
    Duration, ///< `90s`, `1h30m`, `250ms`
    Time, ///< `2026-01`, `2026-01-21T10:30`, `today`; with < and > also `7d`: that long ago
    Size, ///< `10MB`, `1.5GiB`, `1024`
    Whole,
};

/// A field as people write it.
struct FilterFieldInfo {
    FilterField field;
    QLatin1StringView name;
    FilterKind kind;
    bool sortable;
};

/// Every field but Word, in the order in which people should be offered them.
[[nodiscard]] std::span<const FilterFieldInfo> filterFields();
/// The field's row of that table; not for Word.
[[nodiscard]] const FilterFieldInfo &info(FilterField field);
/// The field of that name, case aside.
[[nodiscard]] std::optional<FilterField> filterFieldFromName(QStringView name);

/// A text to be found. An empty one stands for a field without text.
struct TextMatch {
    QString text;
    bool prefix = false; ///< only where the field's kind is Text

    friend bool operator==(const TextMatch &, const TextMatch &) = default;
};

/// A property that a job has or has not.
enum class FilterMark { Pinned };

/// `none`: the field has no value.
struct Absent {
    friend bool operator==(const Absent &, const Absent &) = default;
};

enum class Comparison { Equal, Less, AtMost, Greater, AtLeast, Between };

/// A comparison with one value, or two: Between takes in both ends.
template<typename T>
struct Compared {
    Comparison how = Comparison::Equal;
    T value{};
    T upTo{}; ///< only of Between

    friend bool operator==(const Compared &, const Compared &) = default;
};

/// A time as it is written; what it means is found when the query is asked (see interval()).
struct FilterTime {
    enum class Kind { Moment, Span, Today, Yesterday };

    Kind kind = Kind::Moment;
    QString moment; ///< of Moment: ISO 8601 from the year to the millisecond; without a zone local time
    std::chrono::milliseconds span{0}; ///< of Span: that long ago; of `expires`, from now

    friend bool operator==(const FilterTime &, const FilterTime &) = default;
};

using FilterValue = std::variant<TextMatch, JobStatus, FilterMark, Absent, Compared<qint64>, Compared<double>,
                                 Compared<FilterTime>>;

/// One condition: the field has any of these values; or has none of them.
struct FilterTerm {
    FilterField field = FilterField::Word;
    QList<FilterValue> values; ///< of the field's kind; milliseconds, bytes, percent
    bool negated = false;

    friend bool operator==(const FilterTerm &, const FilterTerm &) = default;
};

struct SortKey {
    FilterField field = FilterField::Created;
    bool descending = false;

    friend bool operator==(const SortKey &, const SortKey &) = default;
};

/// Which jobs, and in what order: a plain value with one text form, the same in the desktop's search field,
/// on the command line and in the API (DESIGN, "One query language"):
///
///     status:failed,cancelled provider:vs* -user:bob created:>2026-01-01 duration:>1h "web server"
///     sort:-size
///
/// All terms must hold. It never reaches SQL as the user's text; see models/store/filtersql.h.
struct JobFilter {
    // A query beyond a limit is refused with the column.
    static constexpr qsizetype maximumLength = 4096; ///< characters (UTF-16 units) of the text
    static constexpr qsizetype maximumTerms = 64;
    static constexpr qsizetype maximumValues = 256; ///< of all terms together
    static constexpr qsizetype maximumSortKeys = 8;

    QList<FilterTerm> terms;
    QList<SortKey> sort; ///< the first one counts most; empty: newest first
    bool deep = false; ///< `in:all`: words are looked for in input, output, JSON and results too; a scan

    [[nodiscard]] bool isEmpty() const { return terms.isEmpty(); }
    /// Adds a term of one value.
    void add(FilterField field, FilterValue value, bool negated = false);
    /// Adds a text that a field is to be exactly, or to contain where its kind is so.
    void addText(FilterField field, const QString &text);
    void addStatuses(const QList<JobStatus> &statuses);
    /// Created at or after `since` and before `until`, either of which may be absent.
    void addCreated(std::optional<Timestamp> since, std::optional<Timestamp> until);

    friend bool operator==(const JobFilter &, const JobFilter &) = default;
};

/// Which of the jobs that were found.
struct JobPage {
    qint64 limit = 1000; ///< how many at the most; at least 0
    qint64 offset = 0; ///< how many to leave out first
};

/// Where a query's text is wrong.
struct FilterProblem {
    qsizetype column = 1; ///< of the first character at fault, from 1, in UTF-16 units
    qsizetype length = 0; ///< how many are at fault; 0 where something is missing
    QString message; ///< translated; without the column

    friend bool operator==(const FilterProblem &, const FilterProblem &) = default;
};

/// The query of that text. The error is InvalidValue of field `q` and names the column; `problem`, where it
/// is given, is told the same in parts.
[[nodiscard]] Result<JobFilter> parseFilter(const QString &text, FilterProblem *problem = nullptr);

/// The text that parses to this query again.
[[nodiscard]] QString toText(const JobFilter &filter);
[[nodiscard]] QString toText(const FilterTerm &term);

} // namespace tallyman
