// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "app/cli/text.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Context)
};

bool namesStore(const QProcessEnvironment &environment)
{
    const auto variables = {QStringLiteral("JOB_STORE_TYPE"), QStringLiteral("SQLITE_PATH"),
                            QStringLiteral("DB_PATH")};
    return std::any_of(variables.begin(), variables.end(),
                       [&environment](const QString &name) { return !environment.value(name).isEmpty(); });
}

// QJsonDocument leaves DEL and the C1 controls as they are, and some terminals obey those. Outside of
// strings they cannot occur, so that an escape is right wherever they are found.
QByteArray withControlsEscaped(const QByteArray &json)
{
    QByteArray result;
    result.reserve(json.size());
    for (qsizetype i = 0; i < json.size(); ++i) {
        const auto byte = static_cast<unsigned char>(json.at(i));
        const auto next = static_cast<unsigned char>(i + 1 < json.size() ? json.at(i + 1) : '\0');
        if (byte == 0x7f) {
            result += "\\u007f";
        } else if (byte == 0xc2 && next >= 0x80 && next < 0xa0) { // U+0080 to U+009F in UTF-8
            result += "\\u00" + QByteArray::number(next, 16);
            ++i;
        } else {
            result += json.at(i);
        }
    }
    return result;
}

} // namespace

Result<OpenStore> Context::openStore() const
{
    const QString preferred = settings.value(settings::storeLocation);
    const bool bySettings = !store && !namesStore(environment) && !preferred.isEmpty();
    const Result<StoreLocation> location = store ? StoreLocation::parse(*store)
        : bySettings                             ? StoreLocation::parse(preferred)
                                                 : StoreLocation::fromEnvironment(environment);
    if (!location)
        return location.error();
    return tallyman::openStore(*location, clock);
}

void Context::say(const QString &message)
{
    err.write(harmlessText(message) + u'\n');
    err.flush();
}

ExitCode Context::fail(const StoreError &error)
{
    QString message = QStringLiteral("tallymanctl: ") + error.message;
    if (!error.detail.isEmpty())
        message += QStringLiteral(" (%1)").arg(error.detail);
    say(message);
    return exitCodeOf(error.code);
}

void Context::printJson(const QJsonObject &object)
{
    out.writeBytes(withControlsEscaped(QJsonDocument(object).toJson(QJsonDocument::Compact)) + '\n');
}

StoreError noSuchJob(const QString &id)
{
    return {ErrorCode::NotFound,
            Tr::tr("There is no job “%1”. `tallymanctl list` shows the jobs there are.").arg(id),
            {},
            {}};
}

} // namespace tallyman::cli
