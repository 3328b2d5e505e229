// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"

#include <QByteArray>
#include <QLatin1StringView>

#include <optional>
#include <span>

namespace tallyman {

/// How exported jobs are written. All in UTF-8, without a byte order mark.
enum class ExportFormat {
    Csv, ///< RFC 4180: a row of names, then a row a job. Texts are kept as they are, formulas too
    Json, ///< one array, a job a line
    JsonLines, ///< a job a line (https://jsonlines.org)
};

/// Every format, in the order in which people should be offered them.
[[nodiscard]] std::span<const ExportFormat> exportFormats();
/// `csv`, `json`, `jsonl`: the word for it, and what its files' names end with.
[[nodiscard]] QLatin1StringView toWord(ExportFormat format);
[[nodiscard]] std::optional<ExportFormat> exportFormatFromWord(QStringView word);

/// Turns jobs into the text of an export, piece by piece: begin(), any number of jobs, end(); take() whatever
/// is there at any time. A CSV row has every field of the job under its name in the API, an absent one empty;
/// JSON is that of the API (models/domain/jobjson.h).
class JobEncoder {
public:
    /// `now`: what a running job's `elapsed` counts to. `withResults`: each job has a member `results`; not
    /// for CSV.
    JobEncoder(ExportFormat format, bool withResults, Timestamp now);

    void begin();
    void beginJob(const Job &job);
    void addResult(const JobResult &result);
    void endJob();
    void end();

    /// How many bytes wait to be taken.
    [[nodiscard]] qsizetype size() const { return m_text.size(); }
    [[nodiscard]] QByteArray take() { return std::exchange(m_text, {}); }

private:
    ExportFormat m_format;
    bool m_withResults;
    Timestamp m_now;
    QByteArray m_text;
    bool m_firstJob = true;
    bool m_firstResult = true;
};

} // namespace tallyman
