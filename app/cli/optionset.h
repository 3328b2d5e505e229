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
    /// The same, any number or none.
    void optionalArguments(QLatin1StringView name, QStringList &target, const QString &description);

    /// More that should be known, below the options of the help.
    void footer(const QString &text);

    /// CLI11 takes some values for syntax of its own (`[a,b]`, `++`), and `-user:bob` for a row of short
    /// options, of which we have but -h. A mark keeps it from that: for values that need it, for any; and the
    /// value without it.
    [[nodiscard]] static std::string shielded(const std::string &value);
    [[nodiscard]] static std::string marked(const std::string &value);
    [[nodiscard]] static QString unshielded(const std::string &value);

private:
    CLI::Option &addArguments(QLatin1StringView name, QStringList &target, const QString &description);

    CLI::App &m_app;
};

} // namespace tallyman::cli
