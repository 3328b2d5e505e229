// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobreader.h"

#include "models/jobtexts.h"
#include "models/store/jobstore.h"

#include <QLocale>

namespace tallyman {

namespace {

// About what a job takes as text; the texts of its own are all that can be long.
qsizetype lettersOf(const Job &job)
{
    return 500 + job.name.size() + job.input.size() + job.output.size() + job.error.size() + job.note.size()
        + job.options.size() + job.result.size() + job.metadata.size() + job.progressDetails.size()
        + job.webhook.size();
}

} // namespace

JobReader::JobReader(JobStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_pool(this)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1); // the store keeps a connection for each thread that reads
}

JobReader::~JobReader()
{
    ++m_number;
    m_pool.waitForDone();
}

void JobReader::copy(const JobChoice &jobs, Form form)
{
    const quint64 number = ++m_number;
    if (jobs.size() > rowsAtMost) {
        emit failed({ErrorCode::InvalidValue,
                     tr("%1 jobs are too many for the clipboard, which takes %2 at the most. Export them "
                        "instead.")
                         .arg(QLocale().toString(jobs.size()), QLocale().toString(rowsAtMost)),
                     {},
                     {}});
        return;
    }
    m_pool.start([this, seqs = jobs.toList(), form, api = m_api, number] {
        auto copy = textOf(seqs, form, api, number);
        post(number, [this, copy = std::move(copy)] {
            if (copy)
                emit copied(copy->text, copy->count);
            else
                emit failed(copy.error());
        });
    });
}

void JobReader::read(qint64 seq)
{
    const quint64 number = ++m_number;
    m_pool.start([this, seq, number] {
        auto job = m_store.findBySeq(seq);
        if (job && !*job)
            job = StoreError{ErrorCode::NotFound, tr("This job is not there any more."), {}, {}};
        post(number, [this, job = std::move(job)] {
            if (job)
                emit jobRead(**job);
            else
                emit failed(job.error());
        });
    });
}

// Drops what nobody waits for any more.
void JobReader::post(quint64 number, std::function<void()> call)
{
    QMetaObject::invokeMethod(
        this,
        [this, number, call = std::move(call)] {
            if (number == m_number)
                call();
        },
        Qt::QueuedConnection);
}

Result<JobReader::Copied> JobReader::textOf(const QList<qint64> &seqs, Form form, const QString &api,
                                            quint64 number) const
{
    QList<Job> jobs;
    qsizetype letters = 0;
    for (const qint64 seq : seqs) {
        if (number != m_number)
            return Copied{};
        auto job = m_store.findBySeq(seq);
        if (!job)
            return job.error();
        if (!*job)
            continue;
        letters += lettersOf(**job);
        if (letters > lettersAtMost)
            return StoreError{ErrorCode::InvalidValue,
                              tr("The texts of these jobs are too long for the clipboard. Select fewer, or "
                                 "export them instead."),
                              {},
                              {}};
        jobs.append(std::move(**job));
    }
    return Copied{text(jobs, form, api), jobs.size()};
}

QString JobReader::text(const QList<Job> &jobs, Form form, const QString &api) const
{
    switch (form) {
    case Form::Table:
        return jobtexts::table(jobs);
    case Form::Json:
        return jobtexts::json(jobs, m_clock.now());
    case Form::CurlQuery:
        return jobtexts::curlQuery(jobs, api);
    case Form::CurlAdd:
        return jobtexts::curlAdd(jobs, api);
    }
    Q_UNREACHABLE();
}

} // namespace tallyman
