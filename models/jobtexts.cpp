// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobtexts.h"

#include "models/domain/jobjson.h"
#include "models/domain/jsonwriter.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <array>
#include <cmath>

namespace tallyman::jobtexts {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JobTexts)
};

constexpr std::size_t columnCount = 8;
using Line = std::array<QString, columnCount>;

QString timeText(const std::optional<Timestamp> &time)
{
    return time ? QString::fromLatin1(toIsoText(*time)) : QString();
}

Line lineOf(const Job &job)
{
    return {job.id.text(),
            QString(toWord(job.status)),
            QStringLiteral("%1 %").arg(static_cast<int>(std::floor(job.progress * 100.0 + 1e-9))),
            job.name,
            job.provider,
            job.user,
            timeText(job.createdAt),
            job.error.section(u'\n', 0, 0)};
}

void put(JsonWriter &writer, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        writer.name(name).value(text);
}

void put(JsonWriter &writer, QLatin1StringView name, const JsonText &json)
{
    if (!json.isEmpty())
        writer.name(name).raw(json);
}

QString jobToAdd(const Job &job)
{
    using L = QLatin1StringView;
    JsonWriter writer;
    writer.beginObject();
    put(writer, L("name"), job.name);
    put(writer, L("provider"), job.provider);
    put(writer, L("user"), job.user);
    put(writer, L("input"), job.input);
    if (job.totalItems)
        writer.name(L("total_items")).value(*job.totalItems);
    put(writer, L("options"), job.options);
    put(writer, L("metadata"), job.metadata);
    put(writer, L("webhook"), job.webhook);
    writer.name(L("max_retries")).value(qint64{job.maxRetries});
    writer.endObject();
    return QString::fromUtf8(writer.take());
}

template<typename Command>
QString commands(const QList<Job> &jobs, Command command)
{
    QString text;
    for (const Job &job : jobs)
        text += command(job) + u'\n';
    return text;
}

} // namespace

QString table(const QList<Job> &jobs)
{
    const Line titles{Tr::tr("ID"),       Tr::tr("Status"), Tr::tr("Progress"), Tr::tr("Name"),
                      Tr::tr("Provider"), Tr::tr("User"),   Tr::tr("Created"),  Tr::tr("Error")};
    QList<Line> lines;
    std::transform(jobs.begin(), jobs.end(), std::back_inserter(lines), lineOf);
    std::array<qsizetype, columnCount> widths{}; // 0: no job has anything there
    for (std::size_t i = 0; i < columnCount; ++i) {
        for (const Line &line : std::as_const(lines))
            widths.at(i) = std::max(widths.at(i), line.at(i).size());
        if (widths.at(i) > 0)
            widths.at(i) = std::max(widths.at(i), titles.at(i).size());
    }
    lines.prepend(titles);
    QString text;
    for (const Line &line : std::as_const(lines)) {
        QString row;
        for (std::size_t i = 0; i < columnCount; ++i) {
            if (widths.at(i) > 0)
                row += line.at(i).leftJustified(widths.at(i) + 2);
        }
        while (row.endsWith(u' '))
            row.chop(1);
        text += row + u'\n';
    }
    return text;
}

QString json(const QList<Job> &jobs, Timestamp now)
{
    JsonWriter writer;
    if (jobs.size() != 1)
        writer.beginArray();
    for (const Job &job : jobs)
        writeJson(writer, job, now);
    if (jobs.size() != 1)
        writer.endArray();
    return QString::fromUtf8(writer.take()) + u'\n';
}

QString curlQuery(const QList<Job> &jobs, const QString &api)
{
    return commands(jobs, [&api](const Job &job) {
        return QStringLiteral("curl ")
            + shellWord(api + QLatin1StringView("/api/v1/jobs/")
                        + QString::fromLatin1(QUrl::toPercentEncoding(job.id.text())));
    });
}

QString curlAdd(const QList<Job> &jobs, const QString &api)
{
    return commands(jobs, [&api](const Job &job) {
        // Not -d, which reads a file where the text begins with an @, and drops line feeds there.
        return QStringLiteral("curl -H 'Content-Type: application/json' --data-raw ")
            + shellWord(jobToAdd(job)) + u' ' + shellWord(api + QLatin1StringView("/api/v1/jobs"));
    });
}

QString shellWord(const QString &text)
{
    return u'\'' + QString(text).replace(u'\'', QLatin1StringView("'\\''")) + u'\'';
}

} // namespace tallyman::jobtexts
