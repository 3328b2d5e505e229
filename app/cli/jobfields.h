// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/optionset.h"
#include "models/domain/job.h"
#include "models/domain/result.h"

#include <optional>

namespace tallyman::cli {

/// The fields of a job that `add` and `update` take as options of the same names.
class JobFields {
public:
    void declare(OptionSet &options);

    /// What was given; an empty text clears a field. InvalidValue where a value cannot be read. `now` is
    /// what a relative --expires counts from.
    [[nodiscard]] Result<JobUpdate> read(Timestamp now) const;

private:
    [[nodiscard]] Result<void> readNumbers(JobUpdate &update) const;

    std::optional<QString> m_provider;
    std::optional<QString> m_user;
    std::optional<QString> m_status;
    std::optional<QString> m_progress;
    std::optional<QString> m_totalItems;
    std::optional<QString> m_processedItems;
    std::optional<QString> m_input;
    std::optional<QString> m_output;
    std::optional<QString> m_error;
    std::optional<QString> m_note;
    std::optional<QString> m_options;
    std::optional<QString> m_metadata;
    std::optional<QString> m_result;
    std::optional<QString> m_progressDetails;
    std::optional<QString> m_webhook;
    std::optional<QString> m_maxRetries;
    std::optional<QString> m_totalSize;
    std::optional<QString> m_filesCount;
    std::optional<QString> m_expires;
};

} // namespace tallyman::cli
