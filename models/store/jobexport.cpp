// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/jobexport.h"

#include "models/store/jobstore.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstring>

namespace tallyman {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JobExport)
};

constexpr qsizetype pieceBytes = 1 << 20;
constexpr int pieceJobs = 1000;
constexpr qint64 resultsAtOnce = 1000;

// After a call to `device` that failed, errno being 0 before it. `place`: what people call it.
StoreError writeError(const QString &place, const QIODevice &device)
{
    const int code = errno;
    const QString reason = code != 0 ? QString::fromLocal8Bit(std::strerror(code)) : device.errorString();
    const QString message = code == ENOSPC || code == EDQUOT
        ? Tr::tr("There is no room left on the disk for %1. Free some space and try again.")
        : Tr::tr("%1 cannot be written. Check that its folder exists and that you may write there.");
    return {code == ENOSPC || code == EDQUOT ? ErrorCode::NoSpace : ErrorCode::Internal,
            message.arg(place),
            reason,
            {}};
}

using MaybeSummary = std::optional<ExportSummary>;

} // namespace

// One export on its way.
class JobExport::Writing {
public:
    /// `place`: what people call the device.
    Writing(JobStore &store, JobEncoder encoder, bool withResults, QIODevice &device, QString place,
            const ExportControl &control)
        : m_store(store)
        , m_encoder(std::move(encoder))
        , m_withResults(withResults)
        , m_device(device)
        , m_place(std::move(place))
        , m_control(control)
    {
    }

    [[nodiscard]] Result<MaybeSummary> run(const QList<qint64> &seqs);

private:
    [[nodiscard]] bool cancelled() const { return m_control.cancelled && m_control.cancelled(); }
    [[nodiscard]] Result<void> writeJob(qint64 seq);
    [[nodiscard]] Result<void> encodeResults(const JobId &id);
    [[nodiscard]] Result<void> flush();

    JobStore &m_store;
    JobEncoder m_encoder;
    bool m_withResults;
    QIODevice &m_device;
    QString m_place;
    const ExportControl &m_control;
    ExportSummary m_summary;
};

Result<MaybeSummary> JobExport::Writing::run(const QList<qint64> &seqs)
{
    m_encoder.begin();
    for (qsizetype i = 0; i < seqs.size(); ++i) {
        if (cancelled())
            return MaybeSummary();
        if (auto written = writeJob(seqs.at(i)); !written)
            return written.error();
        if (m_encoder.size() < pieceBytes && (i + 1) % pieceJobs != 0)
            continue;
        if (auto flushed = flush(); !flushed)
            return flushed.error();
        if (m_control.progressed)
            m_control.progressed(i + 1, seqs.size());
    }
    m_encoder.end();
    if (auto flushed = flush(); !flushed)
        return flushed.error();
    return cancelled() ? MaybeSummary() : MaybeSummary(m_summary);
}

Result<void> JobExport::Writing::writeJob(qint64 seq)
{
    const auto job = m_store.findBySeq(seq);
    if (!job)
        return job.error();
    if (!*job) {
        ++m_summary.gone;
        return {};
    }
    m_encoder.beginJob(**job);
    if (m_withResults) {
        if (auto encoded = encodeResults((*job)->id); !encoded)
            return encoded;
    }
    m_encoder.endJob();
    ++m_summary.exported;
    return {};
}

Result<void> JobExport::Writing::encodeResults(const JobId &id)
{
    for (qint64 offset = 0;; offset += resultsAtOnce) {
        const auto results = m_store.results(id, resultsAtOnce, offset);
        if (!results)
            return results.error();
        for (const JobResult &result : *results)
            m_encoder.addResult(result);
        if (results->size() < resultsAtOnce || cancelled())
            return {};
        if (auto flushed = flush(); !flushed)
            return flushed;
    }
}

Result<void> JobExport::Writing::flush()
{
    const QByteArray piece = m_encoder.take();
    errno = 0;
    if (m_device.write(piece) != piece.size())
        return writeError(m_place, m_device);
    m_summary.bytes += piece.size();
    return {};
}

JobExport::JobExport(JobStore &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
}

Result<MaybeSummary> JobExport::write(const ExportRequest &request, QIODevice &device,
                                      const ExportControl &control) const
{
    return write(request, device, Tr::tr("The output"), control);
}

Result<MaybeSummary> JobExport::write(const ExportRequest &request, QIODevice &device, const QString &place,
                                      const ExportControl &control) const
{
    Writing writing(m_store, JobEncoder(request.format, request.withResults, m_clock.now()),
                    request.withResults && request.format != ExportFormat::Csv, device, place, control);
    if (const auto *seqs = std::get_if<QList<qint64>>(&request.jobs))
        return writing.run(*seqs);
    const auto found = m_store.seqsOf(std::get<JobFilter>(request.jobs),
                                      [&control] { return control.cancelled && control.cancelled(); });
    if (!found)
        return found.error();
    return *found ? writing.run(**found) : MaybeSummary();
}

Result<MaybeSummary> JobExport::writeFile(const ExportRequest &request, const QString &path,
                                          const ExportControl &control) const
{
    // A device or a pipe would be replaced, too.
    if (const QFileInfo old(path); old.exists() && !old.isFile())
        return StoreError{
            ErrorCode::Internal,
            Tr::tr("%1 is no ordinary file, and cannot be replaced by one. Choose another name.").arg(path),
            {},
            {}};
    QSaveFile file(path);
    errno = 0;
    if (!file.open(QIODevice::WriteOnly))
        return writeError(path, file);
    auto written = write(request, file, path, control);
    if (!written || !*written) // QSaveFile takes away what it began
        return written;
    errno = 0;
    if (!file.commit())
        return writeError(path, file);
    return written;
}

} // namespace tallyman
