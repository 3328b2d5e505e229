// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/domain/result.h"

#include <QByteArrayView>
#include <QJsonObject>

namespace tallyman {

// The JSON form of a job on the v1 API, in `tallymanctl --json` and in the desktop's details: snake_case
// names, the status words of the record, times in ISO 8601 UTC, `null` for what is absent.

class JsonWriter;

/// Every field of the job, and `elapsed` and `estimated_remaining` in seconds as of `now`, to the
/// millisecond.
[[nodiscard]] QJsonObject toJson(const Job &job, Timestamp now);

/// The same as text, many times faster, and with the producer's JSON in the producer's spelling.
void writeJson(JsonWriter &writer, const Job &job, Timestamp now);
/// What became of one item of a job: `item`, `success`, `error`, `details`.
void writeJson(JsonWriter &writer, const JobResult &result);

/// A job as a producer gives it. `id`, where it is absent or null, is generated; `created_at` likewise is
/// `now`. InvalidValue, with `field` set, for an unknown field, one that only the store sets (`elapsed`,
/// `queued_at`, `retry_count` ...), or a value of the wrong type; the rules of the values themselves
/// (lengths, ranges) are the store's.
[[nodiscard]] Result<Job> jobFromJson(const QJsonObject &object, Timestamp now = SystemClock().now());

/// A change as a producer gives it: the fields that are there; `null` clears one. The same errors.
[[nodiscard]] Result<JobUpdate> updateFromJson(const QJsonObject &object);

/// The object that a text holds. InvalidValue, with a message for people and no field, for text that is not
/// valid UTF-8, is not JSON (RFC 8259), names a field twice, or is not an object.
[[nodiscard]] Result<QJsonObject> parseJsonObject(QByteArrayView text);

} // namespace tallyman
