// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/logging.h"

#include "app/cli/text.h"
#include "models/domain/timestamp.h"

#include <atomic>
#include <cstring>

#include <unistd.h>

namespace tallyman::cli {

namespace {

// The order of QtMsgType is not that of importance.
int importance(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return 0;
    case QtInfoMsg:
        return 1;
    case QtWarningMsg:
        return 2;
    case QtCriticalMsg:
        return 3;
    case QtFatalMsg:
        return 4;
    }
    return 4;
}

const char *word(QtMsgType type)
{
    constexpr const char *words[] = {"debug", "info", "warning", "error", "fatal"};
    return words[importance(type)];
}

// Qt's message handler is a plain function, called from any thread.
std::atomic<int> threshold{2};

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // A category that the user switches on by QT_LOGGING_RULES still has to pass here.
    const bool asked = qEnvironmentVariableIsSet("QT_LOGGING_RULES");
    if (importance(type) < threshold && !asked)
        return;
    QByteArray line = toIsoText(SystemClock().now()) + ' ' + word(type);
    if (context.category && std::strcmp(context.category, "default") != 0)
        line += QByteArray(" ") + context.category;
    // One write for one line: the lines of several threads do not mix.
    line += ": " + harmlessLine(message).toUtf8() + '\n';
    [[maybe_unused]] const auto written =
        ::write(STDERR_FILENO, line.constData(), static_cast<size_t>(line.size()));
}

} // namespace

void installLogging()
{
    qInstallMessageHandler(writeLine);
}

void setLogThreshold(QtMsgType least)
{
    threshold = importance(least);
}

} // namespace tallyman::cli
