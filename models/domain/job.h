// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobid.h"
#include "models/domain/jobstatus.h"
#include "models/domain/timestamp.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace tallyman {

/// JSON as UTF-8 text, in the producer's own spelling; empty where there is none.
using JsonText = QByteArray;

/// The record of one job: a plain value. An empty text or JSON means "absent".
struct Job {
    qint64 seq = 0; ///< the store's own row number: rises with each new job, never used again
    JobId id; ///< what the job is known by outside
    QString name; ///< what a person calls it
    QString provider; ///< what runs it: a service, a script, a machine
    QString user; ///< whom it runs for

    JobStatus status = JobStatus::Pending;
    double progress = 0.0; ///< 0 to 1
    std::optional<qint64> totalItems; ///< how many items it will treat, where it knows
    qint64 processedItems = 0; ///< how many of them are done

    QString input; ///< a path or address
    QString output; ///< a path or address
    QString error; ///< why it failed; may have several lines
    JsonText options; ///< what it was asked to do
    JsonText result; ///< what came of it
    JsonText metadata; ///< anything else the producer wants kept
    JsonText progressDetails; ///< the producer's own account of how far it is
    JsonText webhook; ///< whom the producer tells when it ends; kept, never called by us

    QString note; ///< what a person noted about it; may have several lines
    bool pinned = false; ///< a person wants it kept and found: never pruned

    int retryCount = 0; ///< how many times it was sent back to pending
    int maxRetries = 3; ///< the producer's own limit; kept for it, not enforced
    std::optional<qint64> totalSize; ///< bytes
    std::optional<qint64> filesCount;

    Timestamp createdAt;
    std::optional<Timestamp> queuedAt; ///< when it last became pending
    std::optional<Timestamp> startedAt; ///< when it last became running
    std::optional<Timestamp> completedAt; ///< when it came to its end, whichever
    std::optional<Timestamp> expiresAt; ///< when it may be deleted, once it has ended
    std::optional<Timestamp> heartbeatAt; ///< when the producer last said that it works on it

    friend bool operator==(const Job &, const Job &) = default;
};

/// How long the job has run: to its end, or to `now` while it runs. Nothing if it never started.
[[nodiscard]] std::optional<std::chrono::milliseconds> elapsed(const Job &job, Timestamp now);

/// How long the job has waited since it last became pending: to its start, to its end if it never started,
/// or to `now`.
[[nodiscard]] std::chrono::milliseconds waited(const Job &job, Timestamp now);

/// How long it has still to run if it goes on as it did: elapsed x (1 - p) / p (CONTRACT, section 1).
/// Nothing unless it is running and has made some progress.
[[nodiscard]] std::optional<std::chrono::milliseconds> estimatedRemaining(const Job &job, Timestamp now);

/// A change to a job: only the fields that are set. An empty text or JSON clears the field.
struct JobUpdate {
    std::optional<JobStatus> status;
    std::optional<double> progress;
    std::optional<qint64> processedItems;
    std::optional<std::optional<qint64>> totalItems; ///< an inner nothing clears it
    std::optional<QString> name;
    std::optional<QString> provider;
    std::optional<QString> user;
    std::optional<QString> input;
    std::optional<QString> output;
    std::optional<QString> error;
    std::optional<JsonText> options;
    std::optional<JsonText> result;
    std::optional<JsonText> metadata;
    std::optional<JsonText> progressDetails;
    std::optional<JsonText> webhook;
    std::optional<int> maxRetries;
    std::optional<std::optional<qint64>> totalSize;
    std::optional<std::optional<qint64>> filesCount;
    std::optional<std::optional<Timestamp>> expiresAt;
    std::optional<QString> note;
    std::optional<bool> pinned;

    friend bool operator==(const JobUpdate &, const JobUpdate &) = default;
};

/// What became of one item of a job that treats many.
struct JobResult {
    QString item; ///< its name; one result an item and job
    bool success = false;
    QString error;
    JsonText details;

    friend bool operator==(const JobResult &, const JobResult &) = default;
};

/// One line of a job's timeline: a status change.
struct JobEvent {
    Timestamp at;
    JobStatus from = JobStatus::Pending;
    JobStatus to = JobStatus::Pending;
    QString error; ///< on a retry: the error that the job had until then

    friend bool operator==(const JobEvent &, const JobEvent &) = default;
};

} // namespace tallyman
