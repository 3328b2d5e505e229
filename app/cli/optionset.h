// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace tallyman::cli {

/// The options of one command, as the command declares them: where their texts go. Values arrive exactly
/// as the user typed them; what they mean is read by app/cli/values.h. The targets must outlive the
/// parsing.
class OptionSet {
public:
    explicit OptionSet(CLI::App &app);

    /// `--json`
    void flag(QLatin1StringView name, bool &target, const QString &description);
    /// `--name TEXT`, once at the most; `placeholder` stands for the value in the help.
    void text(QLatin1StringView name, std::optional<QString> &target, QLatin1StringView placeholder,
              const QString &description);
    /// `--status S`, any number of times, one value each.
    void texts(QLatin1StringView name, QStringList &target, QLatin1StringView placeholder,
               const QString &description);
    /// An argument without a dash that must be given.
    void argument(QLatin1StringView name, QString &target, const QString &description);
    /// The same, one or more.
    void arguments(QLatin1StringView name, QStringList &target, const QString &description);

    /// CLI11 takes some values for syntax of its own (`[a,b]`, `++`). This marks one so that it does not;
    /// and the value back again.
    [[nodiscard]] static std::string shielded(const std::string &value);
    [[nodiscard]] static QString unshielded(const std::string &value);

private:
    CLI::App &m_app;
};

} // namespace tallyman::cli
