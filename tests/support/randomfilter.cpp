// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomfilter.h"

#include <algorithm>

namespace tallyman::test {

using namespace std::chrono_literals;

namespace {

const QStringList &words()
{
    static const QStringList words{
        QStringLiteral("web"),         QStringLiteral("Web-01"),     QStringLiteral("WEB SERVER"),
        QStringLiteral("100%"),        QStringLiteral("a_b"),        QStringLiteral("axb"),
        QStringLiteral("it's"),        QStringLiteral("'; DROP --"), QStringLiteral("\"quoted\" \\ back"),
        QStringLiteral("Ärger"),       QStringLiteral("äRGER"),      QStringLiteral("ОШИБКА диска"),
        QStringLiteral("ошибка"),      QStringLiteral("ΣΊΣΥΦΟΣ"),    QStringLiteral("日本語テスト"),
        QStringLiteral("😀🎉"),          QStringLiteral("*?[x]"),      QStringLiteral("[^a-z]*"),
        QStringLiteral("x"),           QStringLiteral("ab"),         QStringLiteral("none"),
        QStringLiteral("status:done"), QStringLiteral("-minus"),     QStringLiteral("vsphere"),
        QStringLiteral("vs"),          QStringLiteral("vsphere*"),   QStringLiteral("\U0010FFFF")};
    return words;
}

// The same texts come again and again.
const QString &folded(const QString &text)
{
    static QHash<QString, QString> known;
    QString &result = known[text];
    if (result.isEmpty()) {
        const QList<uint> characters = text.toUcs4();
        for (const uint c : characters)
            result += QChar::fromUcs4(QChar::toCaseFolded(c));
    }
    return result;
}

bool contains(const QString &text, const QString &part)
{
    const QString where = folded(text); // the next call may move what this one refers to
    return where.contains(folded(part));
}

const QString &textOf(const Job &job, FilterField field)
{
    static const QString none;
    switch (field) {
    case FilterField::Name:
        return job.name;
    case FilterField::Error:
        return job.error;
    case FilterField::Id:
        return job.id.text();
    case FilterField::Provider:
        return job.provider;
    case FilterField::User:
        return job.user;
    default:
        return none;
    }
}

bool wordMatches(const QString &word, const Job &job, bool deep)
{
    if (contains(job.name, word) || contains(job.error, word) || job.id.text().startsWith(word)
        || job.provider.startsWith(word) || job.user.startsWith(word))
        return true;
    const QString texts[] = {job.input,
                             job.output,
                             job.note,
                             QString::fromUtf8(job.options),
                             QString::fromUtf8(job.result),
                             QString::fromUtf8(job.metadata),
                             QString::fromUtf8(job.progressDetails)};
    return deep && std::any_of(std::begin(texts), std::end(texts), [&word](const QString &text) {
               return contains(text, word);
           });
}

std::optional<qint64> numberOf(const Job &job, FilterField field, Timestamp now)
{
    switch (field) {
    case FilterField::Duration: {
        const auto duration = elapsed(job, now);
        return duration ? std::optional<qint64>(duration->count()) : std::nullopt;
    }
    case FilterField::Waiting:
        return waited(job, now).count();
    case FilterField::Size:
        return job.totalSize;
    case FilterField::Files:
        return job.filesCount;
    case FilterField::Items:
        return job.totalItems;
    case FilterField::Done:
        return job.processedItems;
    default:
        return job.retryCount;
    }
}

std::optional<Timestamp> timeOf(const Job &job, FilterField field)
{
    switch (field) {
    case FilterField::Created:
        return job.createdAt;
    case FilterField::Queued:
        return job.queuedAt;
    case FilterField::Started:
        return job.startedAt;
    case FilterField::Ended:
        return job.completedAt;
    case FilterField::Expires:
        return job.expiresAt;
    default:
        return job.heartbeatAt;
    }
}

template<typename T>
bool compare(const T &value, const Compared<T> &with)
{
    switch (with.how) {
    case Comparison::Equal:
        return value == with.value;
    case Comparison::Less:
        return value < with.value;
    case Comparison::AtMost:
        return value <= with.value;
    case Comparison::Greater:
        return value > with.value;
    case Comparison::AtLeast:
        return value >= with.value;
    case Comparison::Between:
        return value >= with.value && value <= with.upTo;
    }
    Q_UNREACHABLE();
}

// A time as a number of whole units from one that it lies in or at: below 0 before it, above 0 after it.
int position(Timestamp time, const TimeInterval &interval)
{
    if (time < interval.start)
        return -1;
    return time == interval.start || time < interval.end ? 0 : 1;
}

bool compareTime(Timestamp time, const Compared<FilterTime> &with, const FilterContext &context, bool ahead)
{
    const int first = position(time, interval(with.value, context, ahead));
    // An age grows backwards.
    const int sign = with.value.kind == FilterTime::Kind::Span && !ahead ? -1 : 1;
    switch (with.how) {
    case Comparison::Equal:
        return first == 0;
    case Comparison::Less:
        return sign * first < 0;
    case Comparison::AtMost:
        return sign * first <= 0;
    case Comparison::Greater:
        return sign * first > 0;
    case Comparison::AtLeast:
        return sign * first >= 0;
    case Comparison::Between:
        return first >= 0 && position(time, interval(with.upTo, context, ahead)) <= 0;
    }
    Q_UNREACHABLE();
}

bool textMatches(const TextMatch &match, const Job &job, FilterField field)
{
    const QString &text = textOf(job, field);
    if (match.prefix)
        return text.startsWith(match.text);
    if (match.text.isEmpty())
        return text.isEmpty();
    return info(field).kind == FilterKind::Contains ? contains(text, match.text) : text == match.text;
}

bool valueMatches(const FilterValue &value, FilterField field, const Job &job, const FilterContext &context,
                  bool deep)
{
    if (const auto *match = std::get_if<TextMatch>(&value))
        return field == FilterField::Word ? wordMatches(match->text, job, deep)
                                          : textMatches(*match, job, field);
    if (const auto *status = std::get_if<JobStatus>(&value))
        return job.status == *status;
    if (std::holds_alternative<FilterMark>(value))
        return job.pinned;
    if (const auto *percent = std::get_if<Compared<double>>(&value))
        return compare(job.progress, {percent->how, percent->value / 100.0, percent->upTo / 100.0});
    const bool isTime = field != FilterField::Progress && info(field).kind == FilterKind::Time;
    if (std::holds_alternative<Absent>(value)) {
        if (field == FilterField::Progress)
            return false;
        return isTime ? !timeOf(job, field) : !numberOf(job, field, context.now);
    }
    if (isTime) {
        const auto time = timeOf(job, field);
        return time
            && compareTime(*time, std::get<Compared<FilterTime>>(value), context,
                           field == FilterField::Expires);
    }
    const auto number = numberOf(job, field, context.now);
    return number && compare(*number, std::get<Compared<qint64>>(value));
}

template<typename T>
const T &oneOf(QRandomGenerator &random, const QList<T> &values)
{
    return values.at(random.bounded(static_cast<int>(values.size())));
}

} // namespace

bool matches(const JobFilter &filter, const Job &job, const FilterContext &context)
{
    return std::all_of(filter.terms.begin(), filter.terms.end(), [&](const FilterTerm &term) {
        const bool any = std::any_of(term.values.begin(), term.values.end(), [&](const FilterValue &value) {
            return valueMatches(value, term.field, job, context, filter.deep);
        });
        return any != term.negated;
    });
}

JobFilter RandomFilters::next()
{
    JobFilter filter;
    const auto fields = filterFields();
    for (int terms = below(4); terms >= 0; --terms) {
        FilterTerm term{FilterField::Word, {}, below(4) == 0};
        if (below(3) == 0) {
            term.values = {TextMatch{oneOf(m_random, words()), false}};
        } else {
            const FilterFieldInfo &field = fields[static_cast<std::size_t>(below(int(fields.size())))];
            term.field = field.field;
            for (int values = below(3); values >= 0; --values)
                term.values.append(value(field));
        }
        filter.terms.append(term);
    }
    filter.deep = below(8) == 0;
    if (below(3) == 0) {
        const FilterFieldInfo &field = fields[static_cast<std::size_t>(below(int(fields.size())))];
        if (field.sortable)
            filter.sort.append({field.field, below(2) == 0});
        if (field.field != FilterField::Id)
            filter.sort.append({FilterField::Id, below(2) == 0});
    }
    return filter;
}

FilterValue RandomFilters::value(const FilterFieldInfo &field)
{
    const bool absent = below(8) == 0;
    switch (field.kind) {
    case FilterKind::Contains:
        return TextMatch{absent ? QString() : oneOf(m_random, words()), false};
    case FilterKind::Text: {
        const QString text = absent ? QString() : oneOf(m_random, words());
        return TextMatch{text, !absent && below(2) == 0};
    }
    case FilterKind::Status:
        return allJobStatuses.at(static_cast<std::size_t>(below(int(allJobStatuses.size()))));
    case FilterKind::Mark:
        return FilterMark::Pinned;
    default:
        break;
    }
    if (absent)
        return Absent{};
    if (field.kind == FilterKind::Time)
        return compared<FilterTime>([this] { return time(); });
    if (field.kind == FilterKind::Percent)
        return compared<double>([this] { return below(2) ? below(101) : below(10001) / 100.0; });
    if (field.kind == FilterKind::Whole)
        return compared<qint64>([this] { return qint64{below(12)}; });
    return compared<qint64>([this] { return qint64{below(5000)} * (below(2) ? 1 : 1024); });
}

FilterTime RandomFilters::time()
{
    static const QStringList moments{
        QStringLiteral("2026"),          QStringLiteral("2026-01"),
        QStringLiteral("2026-01-21"),    QStringLiteral("2026-01-20"),
        QStringLiteral("2026-01-21T10"), QStringLiteral("2026-01-21T10:29:59.000Z"),
        QStringLiteral("0001"),          QStringLiteral("9998-12-31")};
    switch (below(5)) {
    case 0:
        return {FilterTime::Kind::Today, {}, {}};
    case 1:
        return {FilterTime::Kind::Yesterday, {}, {}};
    case 2:
        return {FilterTime::Kind::Span, {}, std::chrono::seconds{below(200000)}};
    default:
        return {FilterTime::Kind::Moment, oneOf(m_random, moments), {}};
    }
}

template<typename T, typename Make>
Compared<T> RandomFilters::compared(const Make &make)
{
    Compared<T> compared{static_cast<Comparison>(below(6)), make(), {}};
    if (compared.how == Comparison::Between)
        compared.upTo = make();
    if constexpr (std::is_same_v<T, FilterTime>) {
        // "Exactly 7d ago" is nothing that can be written.
        if (compared.how == Comparison::Equal && compared.value.kind == FilterTime::Kind::Span)
            compared.how = Comparison::Less;
    }
    return compared;
}

QList<Job> randomJobs(int count, quint32 seed, Timestamp now)
{
    QRandomGenerator random(seed);
    const auto below = [&random](int limit) { return random.bounded(limit); };
    const auto text = [&]() -> QString {
        if (below(4) == 0)
            return {};
        QString text = oneOf(random, words());
        if (below(3) == 0)
            text += u' ' + oneOf(random, words());
        return text;
    };
    QList<Job> jobs;
    for (int i = 0; i < count; ++i) {
        Job job;
        const QString prefix = below(3) == 0 ? oneOf(random, words()) : QStringLiteral("job");
        job.id = *JobId::fromText(prefix + QString::number(i));
        job.name = text();
        job.provider = text();
        job.user = text();
        job.status = allJobStatuses.at(static_cast<std::size_t>(below(int(allJobStatuses.size()))));
        if (job.status == JobStatus::Failed)
            job.error = below(50) == 0 ? QString(3000, u'e') + text() : text();
        job.progress = job.status == JobStatus::Completed ? 1.0 : below(101) / 100.0;
        job.createdAt = now - std::chrono::seconds{below(400000)};
        if (job.status != JobStatus::Pending && below(10) != 0)
            job.startedAt = job.createdAt + std::chrono::milliseconds{below(90000)};
        if (isFinished(job.status))
            job.completedAt =
                job.startedAt.value_or(job.createdAt) + std::chrono::milliseconds{below(5'000'000)};
        if (below(3) == 0)
            job.expiresAt = now + std::chrono::seconds{below(400000) - 200000};
        if (job.status == JobStatus::Running)
            job.heartbeatAt = now - std::chrono::seconds{below(4000)};
        if (below(2) == 0)
            job.totalItems = 12;
        job.processedItems = below(12);
        if (below(2) == 0)
            job.totalSize = qint64{below(5000)} * (below(2) ? 1 : 1024);
        if (below(4) == 0)
            job.filesCount = below(2) ? below(12) : std::numeric_limits<qint64>::max();
        job.retryCount = below(4);
        job.pinned = below(5) == 0;
        if (below(5) == 0)
            job.input = u'/' + oneOf(random, words());
        if (below(5) == 0)
            job.note = text();
        if (below(5) == 0)
            job.metadata = "{\"k\":\"ошибка 日本語テスト\"}";
        jobs.append(job);
    }
    return jobs;
}

} // namespace tallyman::test
