// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/timestamp.h"

#include <QHashFunctions>
#include <QString>

#include <optional>

namespace tallyman {

/// The name a job is known by outside. A producer's own id is taken as it is, so long as it has 1 to
/// `maximumLength` characters, no control character, and no white space at either end.
class JobId {
public:
    /// No id; of a job that is still to get one.
    JobId() = default;

    static constexpr qsizetype maximumLength = 200;

    /// The id of that text, or nothing where it breaks the rule above.
    [[nodiscard]] static std::optional<JobId> fromText(const QString &text);

    /// The id of a row that is stored already, whatever it holds.
    [[nodiscard]] static JobId fromStored(const QString &text) { return JobId(text); }

    /// A new UUID of version 7 (RFC 9562): its order as text is the order of creation, which keeps the
    /// index on ids compact at millions of jobs.
    [[nodiscard]] static JobId generate(Timestamp now);

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] const QString &text() const { return m_text; }

    friend bool operator==(const JobId &, const JobId &) = default;
    friend size_t qHash(const JobId &id, size_t seed = 0) noexcept { return qHash(id.m_text, seed); }

private:
    explicit JobId(QString text)
        : m_text(std::move(text))
    {
    }

    QString m_text;
};

} // namespace tallyman
