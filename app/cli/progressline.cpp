// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progressline.h"

#include "app/cli/text.h"

#include <QCoreApplication>

#include <unistd.h>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ProgressLine)
};

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds interval{200};
constexpr std::chrono::seconds settled{1}; // from when on it can be told how long it will take
constexpr QLatin1StringView clearLine("\r\x1b[K");

} // namespace

ProgressLine::ProgressLine(Context &context)
    : m_context(context)
    , m_terminal(::isatty(STDERR_FILENO) != 0)
    , m_start(Clock::now())
    , m_next(m_start + interval)
{
}

ProgressLine::~ProgressLine()
{
    if (!m_shown)
        return;
    m_context.err.write(clearLine);
    m_context.err.flush();
}

void ProgressLine::show(qint64 done, qint64 total)
{
    const auto now = Clock::now();
    if (!m_terminal || now < m_next || total <= 0)
        return;
    m_next = now + interval;
    m_shown = true;
    const double share = static_cast<double>(done) / static_cast<double>(total);
    QString line =
        Tr::tr("%1 of %2 jobs, %3")
            .arg(m_context.locale.toString(done), m_context.locale.toString(total), progressText(share));
    if (done > 0 && now - m_start > settled) {
        const std::chrono::duration<double, std::milli> left = (now - m_start) * (1.0 / share - 1.0);
        line += Tr::tr(", about %1 left")
                    .arg(durationText(std::chrono::milliseconds{static_cast<qint64>(left.count())}));
    }
    m_context.err.write(clearLine + line);
    m_context.err.flush();
}

} // namespace tallyman::cli
