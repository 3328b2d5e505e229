// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandline.h"

#include "app/cli/helpformatter.h"

#include <QCoreApplication>
#include <QLatin1StringView>

#include <cerrno>
#include <cstring>
#include <exception>
#include <functional>

namespace tallyman::cli {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

// The options that every command has; taken before the command's name as well as behind it.
struct CommonOptions {
    bool json = false;
    std::optional<QString> store;

    void declare(CLI::App &app)
    {
        OptionSet options(app);
        options.flag(QLatin1StringView("--json"), json, Tr::tr("Print data as JSON"));
        options.text(QLatin1StringView("--store"), store, QLatin1StringView("PATH|URL"),
                     Tr::tr("The job store: a database file, sqlite:PATH or memory:. Otherwise that of "
                            "JOB_STORE_TYPE, SQLITE_PATH or DB_PATH; otherwise your own"));
        app.set_help_flag("-h,--help", Tr::tr("Print this help and exit").toStdString());
    }
};

// The arguments last one first, as the parser wants them.
std::vector<std::string> prepared(int argc, const char *const *argv)
{
    std::vector<std::string> arguments;
    bool options = true;
    for (int i = 1; i < argc; ++i) {
        const std::string argument = argv[i];
        if (options && argument == "--") { // nothing behind it is an option
            options = false;
            continue;
        }
        const bool emptyValue = options && argument.size() > 3 && argument.starts_with("--")
            && argument.find('=') == argument.size() - 1;
        if (emptyValue) { // `--error=`: the parser would take the next argument for the value
            arguments.push_back(argument.substr(0, argument.size() - 1));
            arguments.emplace_back();
        } else {
            arguments.push_back(options ? OptionSet::shielded(argument) : OptionSet::marked(argument));
        }
    }
    return {arguments.rbegin(), arguments.rend()};
}

bool isUtf8(int argc, const char *const *argv)
{
    for (int i = 1; i < argc; ++i) {
        if (!QByteArrayView(argv[i]).isValidUtf8())
            return false;
    }
    return true;
}

QString unexpectedWords(const CLI::App &root, bool hasCommand)
{
    const std::vector<std::string> extras = root.remaining(true);
    const QString first = extras.empty() ? QString() : OptionSet::unshielded(extras.front());
    if (first.startsWith(u'-'))
        return Tr::tr("There is no option “%1” here.").arg(first);
    return hasCommand ? Tr::tr("“%1” is one argument too many.").arg(first)
                      : Tr::tr("There is no command “%1”.").arg(first);
}

QString missingOf(const CLI::App &command, const QString &otherwise)
{
    for (const CLI::Option *option : command.get_options()) {
        if (option->get_required() && option->count() == 0)
            return Tr::tr("%1 is missing.").arg(QString::fromStdString(option->get_name(true)));
    }
    return otherwise;
}

QString mismatchOf(const CLI::App &command, const QString &otherwise)
{
    for (const CLI::Option *option : command.get_options()) {
        if (option->get_items_expected_max() == 1 && option->count() > 1)
            return Tr::tr("%1 was given more than once.").arg(QString::fromStdString(option->get_name()));
    }
    // The parser says which option lacks its value only in words: "--name: 1 required TEXT missing".
    const QString name = otherwise.section(u':', 0, 0);
    return name.startsWith(u'-') ? Tr::tr("%1 needs a value.").arg(name) : otherwise;
}

ExitCode usageError(Context &context, const QString &message, const QString &command)
{
    const QString help = command.isEmpty() ? QStringLiteral("tallymanctl --help")
                                           : QStringLiteral("tallymanctl %1 --help").arg(command);
    context.say(QStringLiteral("tallymanctl: ") + message + u' ' + Tr::tr("See `%1`.").arg(help));
    return ExitCode::Usage;
}

} // namespace

CommandLine::CommandLine(std::vector<std::unique_ptr<Command>> commands)
    : m_commands(std::move(commands))
{
}

int CommandLine::run(int argc, const char *const *argv, Context &context)
{
    ExitCode code = ExitCode::Failed;
    try {
        code = parseAndRun(argc, argv, context);
    } catch (const std::exception &problem) { // no memory, or a mistake of ours in declaring options
        context.say(QStringLiteral("tallymanctl: ") + QString::fromLocal8Bit(problem.what()));
    }
    if (!context.out.flush() && context.out.error() != EPIPE) {
        context.say(QStringLiteral("tallymanctl: ")
                    + Tr::tr("The output could not be written: %1.")
                          .arg(QString::fromLocal8Bit(std::strerror(context.out.error()))));
        if (code == ExitCode::Done)
            code = ExitCode::Failed;
    }
    return static_cast<int>(code);
}

ExitCode CommandLine::parseAndRun(int argc, const char *const *argv, Context &context)
{
    CommonOptions before;
    CommonOptions behind;
    CLI::App root(Tr::tr("Keeps the record of background jobs.").toStdString(), "tallymanctl");
    root.formatter(std::make_shared<HelpFormatter>());
    root.option_defaults()->group(Tr::tr("Options").toStdString());
    root.set_version_flag("--version", "tallymanctl " TALLYMAN_VERSION,
                          Tr::tr("Print the version and exit").toStdString());
    before.declare(root);
    root.require_subcommand(0, 1);

    Command *chosen = nullptr;
    for (const auto &command : m_commands) {
        const QLatin1StringView name = command->name();
        CLI::App *app = root.add_subcommand(std::string(name.data(), static_cast<size_t>(name.size())),
                                            command->description().toStdString());
        app->group(Tr::tr("Commands").toStdString());
        OptionSet options(*app);
        command->declareOptions(options);
        behind.declare(*app);
        // At the command's name, so that an error in its options knows whose they are.
        app->preparse_callback([&chosen, one = command.get()](size_t) { chosen = one; });
    }

    const auto called = [&] { return chosen ? QString(chosen->name()) : QString(); };
    const auto current = [&]() -> const CLI::App & {
        return chosen ? *root.get_subcommands().front() : root;
    };
    if (!isUtf8(argc, argv))
        return usageError(context, Tr::tr("An argument is not valid UTF-8."), {});
    try {
        root.parse(prepared(argc, argv));
    } catch (const CLI::CallForHelp &) {
        context.out.write(QString::fromStdString(root.help()));
        return ExitCode::Done;
    } catch (const CLI::CallForVersion &version) {
        context.out.write(QString::fromUtf8(version.what()) + u'\n');
        return ExitCode::Done;
    } catch (const CLI::ExtrasError &) {
        return usageError(context, unexpectedWords(root, chosen != nullptr), called());
    } catch (const CLI::RequiredError &problem) {
        return usageError(context, missingOf(current(), QString::fromUtf8(problem.what())), called());
    } catch (const CLI::ArgumentMismatch &problem) {
        return usageError(context, mismatchOf(current(), QString::fromUtf8(problem.what())), called());
    } catch (const CLI::ParseError &problem) {
        return usageError(context, QString::fromUtf8(problem.what()), called());
    }
    if (!chosen)
        return usageError(context, Tr::tr("A command is missing."), {});
    context.json = before.json || behind.json;
    context.store = behind.store ? behind.store : before.store;
    return chosen->run(context);
}

} // namespace tallyman::cli
