// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobcountworker.h"

#include <QHash>
#include <QSqlError>

#include <sqlite3.h>

#include <algorithm>

namespace tallyman {

namespace {

// How many steps of SQLite's machine between two questions whether to go on: about a millisecond.
constexpr int stepsPerQuestion = 4000;

// The values of a column by an index on it, jumping from one to the next, however many rows have them.
QString distinctSelect(QLatin1StringView column)
{
    return QStringLiteral(
               "WITH RECURSIVE found(value) AS (SELECT min(%1) FROM jobs WHERE %1 IS NOT NULL UNION ALL "
               "SELECT (SELECT min(%1) FROM jobs WHERE %1 > value) FROM found "
               "WHERE value IS NOT NULL LIMIT %2) "
               "SELECT value FROM found WHERE value <> ''")
        .arg(column)
        .arg(FacetCounts::mostValues);
}

/// Adds up the rows of a FacetSelect for each of its facets.
class Tally {
public:
    explicit Tally(const QList<Facet> &facets)
        : m_facets(facets)
        , m_counts(facets.size())
    {
    }

    void take(const QSqlQuery &query)
    {
        const qint64 count = query.value(static_cast<int>(m_facets.size())).toLongLong();
        for (qsizetype i = 0; i < m_facets.size(); ++i) {
            const QVariant value = query.value(static_cast<int>(i));
            if (m_facets.at(i) != Facet::Age) {
                m_counts[i][value.toString()] += count;
                continue;
            }
            const int bits = value.toInt();
            for (int bit = 0; bit < ageValues().size(); ++bit)
                m_counts[i][QString::number(bit)] += bits & (1 << bit) ? count : 0;
        }
    }

    [[nodiscard]] FacetCounts counts(qsizetype i) const
    {
        FacetCounts counts{m_facets.at(i), {}};
        const QHash<QString, qint64> &found = m_counts.at(i);
        if (counts.facet == Facet::Age) {
            const QList<FilterValue> ages = ageValues();
            for (qsizetype bit = 0; bit < ages.size(); ++bit)
                counts.counts.append({ages.at(bit), found.value(QString::number(bit))});
            return counts;
        }
        QList<std::pair<QString, qint64>> sorted;
        for (auto it = found.cbegin(); it != found.cend(); ++it)
            sorted.append({it.key(), it.value()});
        std::sort(sorted.begin(), sorted.end(), [](const auto &a, const auto &b) {
            return a.second != b.second ? a.second > b.second : a.first < b.first;
        });
        for (const auto &[text, count] : sorted.mid(0, FacetCounts::mostValues)) {
            if (counts.facet != Facet::Status)
                counts.counts.append({TextMatch{text, false}, count});
            else if (const auto status = jobStatusFromWord(text))
                counts.counts.append({*status, count});
        }
        return counts;
    }

private:
    QList<Facet> m_facets;
    QList<QHash<QString, qint64>> m_counts;
};

} // namespace

JobCountWorker::JobCountWorker(QString databaseName, const Clock &clock)
    : m_databaseName(std::move(databaseName))
    , m_clock(clock)
{
}

JobCountWorker::~JobCountWorker() = default;

bool JobCountWorker::ensureOpen()
{
    if (m_connection)
        return true;
    auto opened = SqliteConnection::open(m_databaseName, SqliteConnection::Mode::ReadOnly);
    if (!opened)
        return false;
    m_connection = std::move(opened).value();
    // Walks over more than any cache holds; what the system keeps of the file is enough.
    (void)m_connection->execute(QStringLiteral("PRAGMA cache_size=-2048"));
    if (sqlite3 *handle = m_connection->handle()) {
        const auto question = [](void *worker) {
            return static_cast<JobCountWorker *>(worker)->mustStop() ? 1 : 0;
        };
        sqlite3_progress_handler(handle, stepsPerQuestion, question, this);
    }
    return true;
}

void JobCountWorker::close()
{
    m_connection.reset();
}

bool JobCountWorker::mustStop() const
{
    return m_announced != m_running || (m_limit > 0 && m_sinceQuestion.elapsed() > m_limit);
}

void JobCountWorker::run(quint64 number, const QList<CountQuestion> &questions)
{
    m_running = number;
    QElapsedTimer timer;
    timer.start();
    for (const CountQuestion &question : questions) {
        m_limit = question.limit.count();
        m_sinceQuestion.start();
        if (m_announced != m_running || !ensureOpen())
            break;
        answer(question);
    }
    emit finished(number, timer.elapsed());
}

void JobCountWorker::answer(const CountQuestion &question)
{
    const FilterContext context{m_clock.now()};
    if (question.kind == CountQuestion::Kind::Facets)
        return answerFacets(question, context);
    if (question.kind == CountQuestion::Kind::Names)
        return answerNames(question);
    CountAnswer answer;
    answer.id = question.id;
    const bool counted = forEachRow(countSelect(question.filter, context), [&answer](const QSqlQuery &query) {
        answer.jobs = query.value(0).toLongLong();
    });
    answer.tooSlow = !counted && m_limit > 0 && m_announced == m_running && mustStop();
    if (counted || answer.tooSlow)
        give(answer);
}

void JobCountWorker::answerFacets(const CountQuestion &question, const FilterContext &context)
{
    const QList<FacetSelect> selects = facetSelects(question.filter, question.facets, context);
    for (const FacetSelect &select : selects) {
        Tally tally(select.facets);
        if (!forEachRow(select.sql, [&tally](const QSqlQuery &query) { tally.take(query); }))
            return;
        CountAnswer answer;
        answer.id = question.id;
        for (qsizetype i = 0; i < select.facets.size(); ++i)
            answer.facets.append(tally.counts(i));
        give(answer);
    }
}

void JobCountWorker::answerNames(const CountQuestion &question)
{
    CountAnswer answer;
    answer.id = question.id;
    const auto read = [this](QLatin1StringView column, QStringList &names) {
        const bool done = forEachRow(distinctSelect(column), [&names](const QSqlQuery &query) {
            names.append(query.value(0).toString());
        });
        names.sort(Qt::CaseInsensitive);
        return done;
    };
    if (read(QLatin1StringView("provider"), answer.names.providers)
        && read(QLatin1StringView("user"), answer.names.users))
        give(answer);
}

bool JobCountWorker::forEachRow(const QString &sql, const std::function<void(const QSqlQuery &)> &take)
{
    QSqlQuery query = m_connection->query();
    if (query.exec(sql)) {
        while (query.next())
            take(query);
    }
    if (!query.lastError().isValid())
        return true;
    const bool stopped = mustStop();
    query.finish();
    query = QSqlQuery(); // before its connection goes
    if (!stopped)
        m_connection.reset(); // opening it anew also finds a file that was put in the place of the old one
    return false;
}

} // namespace tallyman
