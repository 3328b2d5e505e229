// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/jobencoder.h"

#include "models/domain/jobdescription.h"
#include "models/domain/jobjson.h"
#include "models/domain/jsonwriter.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace tallyman {

namespace {

using L = QLatin1StringView;

constexpr std::array formats{ExportFormat::Csv, ExportFormat::Json, ExportFormat::JsonLines};

bool needsQuotes(char c)
{
    return c == '"' || c == ',' || c == '\r' || c == '\n';
}

// One row of CSV.
class CsvRow {
public:
    explicit CsvRow(QByteArray &text)
        : m_text(text)
    {
    }
    void add(QByteArrayView field)
    {
        if (!std::exchange(m_first, false))
            m_text += ',';
        if (!std::any_of(field.begin(), field.end(), needsQuotes)) {
            m_text += field;
            return;
        }
        m_text += '"';
        m_text += field.toByteArray().replace('"', "\"\"");
        m_text += '"';
    }
    void end() { m_text += "\r\n"; }

private:
    QByteArray &m_text;
    bool m_first = true;
};

struct CsvNames {
    template<typename Value>
    void put(L name, const Value &)
    {
        row.add(QByteArrayView(name.data(), name.size()));
    }

    CsvRow row;
};

struct CsvValues {
    void put(L, const QString &text) { row.add(text.toUtf8()); }
    void put(L, L word) { row.add(QByteArrayView(word.data(), word.size())); }
    void put(L, bool value) { row.add(value ? "true" : "false"); }
    void put(L, RawJson json) { row.add(json.text); }
    void put(L, const std::optional<Timestamp> &time) { row.add(time ? toIsoText(*time) : QByteArray()); }
    void put(L, const std::optional<qint64> &number)
    {
        row.add(number ? QByteArray::number(*number) : QByteArray());
    }
    void put(L, const std::optional<double> &number)
    {
        row.add(number ? QByteArray::number(*number, 'g', QLocale::FloatingPointShortest) : QByteArray());
    }

    CsvRow row;
};

// On one line: a producer's JSON may have several. Within its texts line ends are escapes, so that what is
// replaced here is blank space.
template<typename Value, typename... More>
QByteArray jsonLine(const Value &value, More... more)
{
    JsonWriter writer;
    writeJson(writer, value, more...);
    return writer.take().replace('\n', ' ').replace('\r', ' ');
}

} // namespace

std::span<const ExportFormat> exportFormats()
{
    return formats;
}

QLatin1StringView toWord(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return L("csv");
    case ExportFormat::Json:
        return L("json");
    case ExportFormat::JsonLines:
        return L("jsonl");
    }
    Q_UNREACHABLE();
}

std::optional<ExportFormat> exportFormatFromWord(QStringView word)
{
    const auto found = std::find_if(formats.begin(), formats.end(),
                                    [word](ExportFormat format) { return toWord(format) == word; });
    return found == formats.end() ? std::nullopt : std::optional(*found);
}

JobEncoder::JobEncoder(ExportFormat format, bool withResults, Timestamp now)
    : m_format(format)
    , m_withResults(withResults && format != ExportFormat::Csv)
    , m_now(now)
{
}

void JobEncoder::begin()
{
    if (m_format == ExportFormat::Json)
        m_text += '[';
    if (m_format != ExportFormat::Csv)
        return;
    CsvNames names{CsvRow(m_text)};
    describeJob(Job(), names);
    names.row.end();
}

void JobEncoder::beginJob(const Job &job)
{
    if (m_format == ExportFormat::Csv) {
        CsvValues values{CsvRow(m_text)};
        describeJob(job, values);
        values.row.end();
        return;
    }
    if (m_format == ExportFormat::Json)
        m_text += m_firstJob ? "\n" : ",\n";
    m_firstJob = false;
    m_text += jsonLine(job, m_now);
    if (m_withResults) { // one more member, before the end of the object
        m_text.chop(1);
        m_text += ",\"results\":[";
        m_firstResult = true;
    }
}

void JobEncoder::addResult(const JobResult &result)
{
    if (!m_withResults)
        return;
    if (!std::exchange(m_firstResult, false))
        m_text += ',';
    m_text += jsonLine(result);
}

void JobEncoder::endJob()
{
    if (m_withResults)
        m_text += "]}";
    if (m_format == ExportFormat::JsonLines)
        m_text += '\n';
}

void JobEncoder::end()
{
    if (m_format == ExportFormat::Json)
        m_text += m_firstJob ? "]\n" : "\n]\n";
}

} // namespace tallyman
