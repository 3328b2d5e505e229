// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

namespace tallyman::cli {

namespace {

// The parameters of ECMA-48 "select graphic rendition".
QLatin1StringView rendition(Style style)
{
    switch (style) {
    case Style::Plain:
        return {};
    case Style::Heading:
        return QLatin1StringView("1");
    case Style::Good:
        return QLatin1StringView("32");
    case Style::Bad:
        return QLatin1StringView("31");
    case Style::Active:
        return QLatin1StringView("36");
    case Style::Faint:
        return QLatin1StringView("2");
    }
    Q_UNREACHABLE();
}

} // namespace

Terminal Terminal::detect(int descriptor, const QProcessEnvironment &environment)
{
    Terminal terminal;
    if (::isatty(descriptor) == 0)
        return terminal;
    const bool refused = !environment.value(QStringLiteral("NO_COLOR")).isEmpty();
    const QString kind = environment.value(QStringLiteral("TERM"));
    terminal.colour = !refused && !kind.isEmpty() && kind != QLatin1StringView("dumb");
    winsize size{};
    if (::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        terminal.width = size.ws_col;
    return terminal;
}

QString Terminal::paint(const QString &text, Style style) const
{
    const QLatin1StringView parameters = rendition(style);
    if (!colour || parameters.isEmpty())
        return text;
    return QStringLiteral("\x1b[%1m%2\x1b[0m").arg(parameters, text);
}

} // namespace tallyman::cli
