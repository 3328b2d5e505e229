// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace tallyman {

/// What the programs tell the shell; the numbers are a promise to scripts.
enum class ExitCode {
    Done = 0,
    Failed = 1, ///< anything that has no number of its own
    Usage = 2, ///< the command line is wrong, or a value that no job may have
    NotFound = 3, ///< no job of that id
    Refused = 4, ///< an illegal move, or an id that is taken
    StoreUnavailable = 5, ///< the store cannot be opened or reached
};

/// The exit code of an error of the store or the server.
[[nodiscard]] ExitCode exitCodeOf(ErrorCode code);

} // namespace tallyman
