// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/optionset.h"

#include <CLI/CLI.hpp>

namespace tallyman::cli {

namespace {

// No value may hold this character anyway: it is refused in every field of a job.
constexpr char shield = '\x01';

std::string toStd(QLatin1StringView text)
{
    return {text.data(), static_cast<size_t>(text.size())};
}

} // namespace

OptionSet::OptionSet(CLI::App &app)
    : m_app(app)
{
}

void OptionSet::flag(QLatin1StringView name, bool &target, const QString &description)
{
    m_app.add_flag_callback(
        toStd(name), [&target] { target = true; }, description.toStdString());
}

// The callbacks take the results as they are: CLI11's own conversion to a string would read `{}` and
// empty values as something else.
void OptionSet::text(QLatin1StringView name, std::optional<QString> &target, QLatin1StringView placeholder,
                     const QString &description)
{
    const auto take = [&target](const CLI::results_t &values) {
        target = unshielded(values.back());
        return true;
    };
    m_app.add_option(toStd(name), take, description.toStdString())->type_name(toStd(placeholder));
}

void OptionSet::texts(QLatin1StringView name, QStringList &target, QLatin1StringView placeholder,
                      const QString &description)
{
    const auto take = [&target](const CLI::results_t &values) {
        for (const std::string &value : values)
            target.append(unshielded(value));
        return true;
    };
    m_app.add_option(toStd(name), take, description.toStdString())
        ->type_name(toStd(placeholder))
        ->expected(1, CLI::detail::expected_max_vector_size)
        ->allow_extra_args(false)
        ->take_all();
}

void OptionSet::argument(QLatin1StringView name, QString &target, const QString &description)
{
    const auto take = [&target](const CLI::results_t &values) {
        target = unshielded(values.back());
        return true;
    };
    m_app.add_option(toStd(name), take, description.toStdString())->required()->type_name({});
}

void OptionSet::arguments(QLatin1StringView name, QStringList &target, const QString &description)
{
    addArguments(name, target, description).required()->expected(1, CLI::detail::expected_max_vector_size);
}

void OptionSet::optionalArguments(QLatin1StringView name, QStringList &target, const QString &description)
{
    addArguments(name, target, description).expected(1, CLI::detail::expected_max_vector_size);
}

CLI::Option &OptionSet::addArguments(QLatin1StringView name, QStringList &target, const QString &description)
{
    const auto take = [&target](const CLI::results_t &values) {
        for (const std::string &value : values)
            target.append(unshielded(value));
        return true;
    };
    return *m_app.add_option(toStd(name), take, description.toStdString())
                ->type_name({})
                ->allow_extra_args(true)
                ->take_all();
}

void OptionSet::footer(const QString &text)
{
    m_app.footer(text.toStdString());
}

std::string OptionSet::shielded(const std::string &value)
{
    const bool dashed = value.size() > 2 && value.front() == '-' && value.at(1) != '-';
    const bool special = value == "++" || dashed || (!value.empty() && value.front() == '[');
    return special ? marked(value) : value;
}

std::string OptionSet::marked(const std::string &value)
{
    return shield + value;
}

QString OptionSet::unshielded(const std::string &value)
{
    const size_t start = !value.empty() && value.front() == shield ? 1 : 0;
    return QString::fromStdString(value.substr(start));
}

} // namespace tallyman::cli
