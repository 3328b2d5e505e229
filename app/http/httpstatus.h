// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>

namespace tallyman::http {

/// The HTTP status that tells a client of an error of the store (RFC 9110, and 507 from RFC 4918).
[[nodiscard]] int httpStatus(ErrorCode code);

/// Whether the same request may well succeed in a moment; the answer then says `Retry-After`.
[[nodiscard]] bool isPassing(ErrorCode code);

/// The phrase that belongs to a status that we use: `Not Found`.
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace tallyman::http
