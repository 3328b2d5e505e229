// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/timestamp.h"
#include "models/jobchoice.h"

#include <QList>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <functional>

namespace tallyman {

class JobStore;
struct Job;

/// Reads what actions on single jobs need to know first, in a thread of its own.
class JobReader : public QObject {
    Q_OBJECT

public:
    enum class Form { Table, Json, CurlQuery, CurlAdd };

    /// More is for an export.
    static constexpr qsizetype rowsAtMost = 10'000;
    static constexpr qsizetype lettersAtMost = 64'000'000; ///< of text

    /// Store and clock must outlive this.
    JobReader(JobStore &store, const Clock &clock, QObject *parent = nullptr);
    ~JobReader() override;

    /// Where the API is; for the commands.
    void setApi(const QString &url) { m_api = url; }
    /// Reads those jobs as text for the clipboard. What was asked for before and is not there yet is dropped.
    void copy(const JobChoice &jobs, Form form);
    /// Reads the job.
    void read(qint64 seq);

signals:
    /// `count` of them were still there.
    void copied(const QString &text, qint64 count);
    void jobRead(const tallyman::Job &job);
    /// Neither comes; NotFound where the job to be read is gone.
    void failed(const tallyman::StoreError &error);

private:
    struct Copied {
        QString text;
        qint64 count = 0;
    };

    [[nodiscard]] Result<Copied> textOf(const QList<qint64> &seqs, Form form, const QString &api,
                                        quint64 number) const;
    void post(quint64 number, std::function<void()> call);
    [[nodiscard]] QString text(const QList<Job> &jobs, Form form, const QString &api) const;

    JobStore &m_store;
    const Clock &m_clock;
    QString m_api;
    QThreadPool m_pool; // of one thread
    std::atomic<quint64> m_number = 0; // of the last call
};

} // namespace tallyman
