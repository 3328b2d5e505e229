// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process/exitcode.h"

namespace tallyman {

ExitCode exitCodeOf(ErrorCode code)
{
    // No default: a new ErrorCode must be given its exit code here.
    switch (code) {
    case ErrorCode::InvalidValue:
        return ExitCode::Usage;
    case ErrorCode::NotFound:
        return ExitCode::NotFound;
    case ErrorCode::AlreadyExists:
    case ErrorCode::IllegalMove:
        return ExitCode::Refused;
    case ErrorCode::Locked:
    case ErrorCode::CannotOpen:
    case ErrorCode::NotADatabase:
    case ErrorCode::Empty:
    case ErrorCode::Foreign:
    case ErrorCode::TooNew:
    case ErrorCode::Corrupt:
    case ErrorCode::Unsupported:
        return ExitCode::StoreUnavailable;
    case ErrorCode::Overloaded:
    case ErrorCode::NoSpace:
    case ErrorCode::CannotListen:
    case ErrorCode::Internal:
        return ExitCode::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace tallyman
