// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/countcommand.h"

#include "app/cli/querytext.h"

#include <QCoreApplication>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CountCommand)
};

} // namespace

QLatin1StringView CountCommand::name() const
{
    return QLatin1StringView("count");
}

QString CountCommand::description() const
{
    return Tr::tr("Print how many jobs match.");
}

void CountCommand::declareOptions(OptionSet &options)
{
    declareQuery(options, m_query);
}

ExitCode CountCommand::run(Context &context)
{
    const auto filter = queryOf(m_query);
    if (!filter)
        return context.fail(filter.error());
    const auto store = context.openStore();
    if (!store)
        return context.fail(store.error());
    const auto count = store->jobs->count(*filter);
    if (!count)
        return context.fail(count.error());
    if (context.json)
        context.printJson({{QStringLiteral("count"), *count}});
    else
        context.out.write(QString::number(*count) + u'\n');
    return ExitCode::Done;
}

} // namespace tallyman::cli
