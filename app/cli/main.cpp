// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"
#include "app/cli/commandlist.h"
#include "app/cli/context.h"
#include "app/cli/logging.h"
#include "app/cli/output.h"
#include "app/settings/settings.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <unistd.h>

using namespace tallyman;

namespace {

// The C locale writes numbers without separators; our sentences are English where it is set.
QLocale localeForSentences()
{
    const QLocale system;
    return system.language() == QLocale::C ? QLocale(QLocale::English, QLocale::UnitedStates) : system;
}

} // namespace

int main(int argc, char **argv)
{
    cli::secureStandardStreams();
    cli::installLogging();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("tallymanctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TALLYMAN_VERSION));

    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("tallyman"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&translator);

    cli::Output out(STDOUT_FILENO);
    cli::Output err(STDERR_FILENO);
    const SystemClock clock;
    const Settings settings;
    const auto environment = QProcessEnvironment::systemEnvironment();
    cli::Context context{out,
                         err,
                         clock,
                         settings,
                         environment,
                         cli::Terminal::detect(STDOUT_FILENO, environment),
                         localeForSentences()};
    return cli::CommandLine(cli::allCommands()).run(argc, argv, context);
}
