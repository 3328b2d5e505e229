// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobfields.h"

#include "app/cli/values.h"
#include "models/domain/joblimits.h"

#include <QCoreApplication>

#include <limits>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(JobFields)
};

using L = QLatin1StringView;

constexpr qint64 anyNumber = std::numeric_limits<qint64>::max();

using NumberField = std::optional<std::optional<qint64>>;

Result<void> readNumber(L option, const std::optional<QString> &text, NumberField &field)
{
    if (!text)
        return {};
    if (text->isEmpty()) {
        field.emplace(std::nullopt);
        return {};
    }
    const auto number = wholeNumber(option, *text, 0, anyNumber);
    if (!number)
        return number.error();
    field.emplace(*number);
    return {};
}

std::optional<JsonText> jsonOf(const std::optional<QString> &text)
{
    if (!text)
        return {};
    return text->toUtf8();
}

} // namespace

void JobFields::declare(OptionSet &options)
{
    const L text("TEXT");
    const L number("NUMBER");
    const L json("JSON");
    options.text(L("--status"), m_status, L("STATUS"),
                 Tr::tr("pending, running, completed, failed or cancelled"));
    options.text(L("--progress"), m_progress, number, Tr::tr("How far it is, from 0 to 1"));
    options.text(L("--provider"), m_provider, text, Tr::tr("What runs it: a service, a script, a machine"));
    options.text(L("--user"), m_user, text, Tr::tr("Whom it runs for"));
    options.text(L("--total-items"), m_totalItems, number, Tr::tr("How many items it will treat"));
    options.text(L("--processed-items"), m_processedItems, number, Tr::tr("How many of them are done"));
    options.text(L("--input"), m_input, text, Tr::tr("What it works on: a path or address"));
    options.text(L("--output"), m_output, text, Tr::tr("What it makes: a path or address"));
    options.text(L("--error"), m_error, text, Tr::tr("Why it failed"));
    options.text(L("--note"), m_note, text, Tr::tr("What a person noted about it"));
    options.text(L("--options"), m_options, json, Tr::tr("What it was asked to do"));
    options.text(L("--result"), m_result, json, Tr::tr("What came of it"));
    options.text(L("--metadata"), m_metadata, json, Tr::tr("Anything else to keep with it"));
    options.text(L("--progress-details"), m_progressDetails, json, Tr::tr("How far it is, in its own words"));
    options.text(L("--webhook"), m_webhook, json, Tr::tr("Whom the producer tells when it ends"));
    options.text(L("--max-retries"), m_maxRetries, number, Tr::tr("How often it may be tried again"));
    options.text(L("--total-size"), m_totalSize, number, Tr::tr("Its size in bytes"));
    options.text(L("--files-count"), m_filesCount, number, Tr::tr("How many files it has"));
    options.text(L("--expires"), m_expires, L("TIME"),
                 Tr::tr("When it may be deleted, once it has ended: a time such as 2026-01-21T10:30:00Z, or "
                        "from now on, such as 30d"));
}

Result<JobUpdate> JobFields::read(Timestamp now) const
{
    JobUpdate update;
    if (m_status) {
        const auto word = cli::status(*m_status);
        if (!word)
            return word.error();
        update.status = *word;
    }
    if (const auto numbers = readNumbers(update); !numbers)
        return numbers.error();
    if (m_expires && m_expires->isEmpty()) {
        update.expiresAt.emplace(std::nullopt);
    } else if (m_expires) {
        const auto time = moment(L("--expires"), *m_expires, now, Direction::FromNow);
        if (!time)
            return time.error();
        update.expiresAt.emplace(*time);
    }
    update.provider = m_provider;
    update.user = m_user;
    update.input = m_input;
    update.output = m_output;
    update.error = m_error;
    update.note = m_note;
    update.options = jsonOf(m_options);
    update.result = jsonOf(m_result);
    update.metadata = jsonOf(m_metadata);
    update.progressDetails = jsonOf(m_progressDetails);
    update.webhook = jsonOf(m_webhook);
    return update;
}

Result<void> JobFields::readNumbers(JobUpdate &update) const
{
    if (m_progress) {
        const auto progress = decimalNumber(L("--progress"), *m_progress);
        if (!progress)
            return progress.error();
        update.progress = *progress;
    }
    if (m_processedItems) {
        const auto items = wholeNumber(L("--processed-items"), *m_processedItems, 0, anyNumber);
        if (!items)
            return items.error();
        update.processedItems = *items;
    }
    if (m_maxRetries) {
        const auto retries = wholeNumber(L("--max-retries"), *m_maxRetries, 0, limits::retries);
        if (!retries)
            return retries.error();
        update.maxRetries = static_cast<int>(*retries);
    }
    for (auto &&done : {readNumber(L("--total-items"), m_totalItems, update.totalItems),
                        readNumber(L("--total-size"), m_totalSize, update.totalSize),
                        readNumber(L("--files-count"), m_filesCount, update.filesCount)}) {
        if (!done)
            return done.error();
    }
    return {};
}

} // namespace tallyman::cli
