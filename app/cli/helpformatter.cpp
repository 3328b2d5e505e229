// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/helpformatter.h"

#include "app/cli/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <sstream>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(HelpFormatter)
};

constexpr int lineWidth = 80; // what every terminal has

// The text in lines that fit the second column; the parser indents what follows a line end.
std::string wrapped(const std::string &text, size_t firstColumn)
{
    const int width = lineWidth - static_cast<int>(firstColumn);
    QString lines;
    int used = 0;
    for (const QString &word : QString::fromStdString(text).split(u' ')) {
        const int length = displayWidth(word);
        const bool breaks = used > 0 && used + 1 + length > width;
        if (used > 0)
            lines += breaks ? u'\n' : u' ';
        used = breaks || used == 0 ? length : used + 1 + length;
        lines += word;
    }
    return lines.toStdString();
}

bool takesMany(const CLI::Option *option)
{
    return option->get_items_expected_max() > 1;
}

} // namespace

HelpFormatter::HelpFormatter()
{
    label("Usage", Tr::tr("Usage").toStdString());
    label("OPTIONS", Tr::tr("OPTIONS").toStdString());
    label("SUBCOMMAND", Tr::tr("COMMAND").toStdString());
    label("Positionals", Tr::tr("Arguments").toStdString());
}

std::string HelpFormatter::make_subcommand(const CLI::App *command) const
{
    std::stringstream out;
    CLI::detail::format_help(out, command->get_name(), wrapped(command->get_description(), column_width_),
                             column_width_);
    return out.str();
}

std::string HelpFormatter::make_footer(const CLI::App *app) const
{
    const std::string text = app->get_footer();
    return text.empty() ? text : wrapped(text, 0) + '\n';
}

std::string HelpFormatter::make_option_desc(const CLI::Option *option) const
{
    return wrapped(option->get_description(), column_width_);
}

std::string HelpFormatter::make_option_opts(const CLI::Option *option) const
{
    if (option->get_items_expected_max() == 0 || option->get_type_name().empty())
        return {};
    return ' ' + option->get_type_name() + (takesMany(option) ? " ..." : "");
}

std::string HelpFormatter::make_option_usage(const CLI::Option *option) const
{
    const std::string name = make_option_name(option, true) + (takesMany(option) ? "..." : "");
    return option->get_required() ? name : '[' + name + ']';
}

} // namespace tallyman::cli
