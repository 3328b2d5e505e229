// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandlist.h"

#include "app/cli/addcommand.h"
#include "app/cli/countcommand.h"
#include "app/cli/deletecommand.h"
#include "app/cli/exportcommand.h"
#include "app/cli/failedcommand.h"
#include "app/cli/listcommand.h"
#include "app/cli/movecommand.h"
#include "app/cli/runningcommand.h"
#include "app/cli/servecommand.h"
#include "app/cli/showcommand.h"
#include "app/cli/statscommand.h"
#include "app/cli/updatecommand.h"
#include "app/cli/watchcommand.h"

namespace tallyman::cli {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<ServeCommand>());
    commands.push_back(std::make_unique<ListCommand>());
    commands.push_back(std::make_unique<RunningCommand>());
    commands.push_back(std::make_unique<FailedCommand>());
    commands.push_back(std::make_unique<CountCommand>());
    commands.push_back(std::make_unique<WatchCommand>());
    commands.push_back(std::make_unique<ShowCommand>());
    commands.push_back(std::make_unique<StatsCommand>());
    commands.push_back(std::make_unique<ExportCommand>());
    commands.push_back(std::make_unique<AddCommand>());
    commands.push_back(std::make_unique<UpdateCommand>());
    commands.push_back(std::make_unique<CancelCommand>());
    commands.push_back(std::make_unique<RetryCommand>());
    commands.push_back(std::make_unique<DeleteCommand>());
    return commands;
}

} // namespace tallyman::cli
