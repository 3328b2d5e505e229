// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"

#include <QLatin1StringView>

namespace tallyman {

/// A producer's JSON, for a sink that must tell it from other texts.
struct RawJson {
    const JsonText &text;
};

/// Names the fields of a job and their values, in the order of the documentation, to whichever sink has
/// `put(QLatin1StringView name, value)` for a QString, a QLatin1StringView (a word), RawJson, a bool, and
/// optional numbers and Timestamps. One place for the names, so that JSON and CSV have the same.
template<typename Sink>
void describeJob(const Job &job, Sink &sink)
{
    using L = QLatin1StringView;
    sink.put(L("id"), job.id.text());
    sink.put(L("name"), job.name);
    sink.put(L("provider"), job.provider);
    sink.put(L("user"), job.user);
    sink.put(L("status"), toWord(job.status));
    sink.put(L("progress"), std::optional(job.progress));
    sink.put(L("total_items"), job.totalItems);
    sink.put(L("processed_items"), std::optional(job.processedItems));
    sink.put(L("input"), job.input);
    sink.put(L("output"), job.output);
    sink.put(L("error"), job.error);
    sink.put(L("note"), job.note);
    sink.put(L("pinned"), job.pinned);
    sink.put(L("options"), RawJson{job.options});
    sink.put(L("result"), RawJson{job.result});
    sink.put(L("metadata"), RawJson{job.metadata});
    sink.put(L("progress_details"), RawJson{job.progressDetails});
    sink.put(L("webhook"), RawJson{job.webhook});
    sink.put(L("retry_count"), std::optional<qint64>(job.retryCount));
    sink.put(L("max_retries"), std::optional<qint64>(job.maxRetries));
    sink.put(L("total_size"), job.totalSize);
    sink.put(L("files_count"), job.filesCount);
    sink.put(L("created_at"), std::optional(job.createdAt));
    sink.put(L("queued_at"), job.queuedAt);
    sink.put(L("started_at"), job.startedAt);
    sink.put(L("completed_at"), job.completedAt);
    sink.put(L("expires_at"), job.expiresAt);
    sink.put(L("heartbeat_at"), job.heartbeatAt);
}

} // namespace tallyman
