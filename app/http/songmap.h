// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/apicontext.h"
#include "app/http/router.h"

namespace tallyman::http {

/// The six endpoints of CONTRACT, section 1, in its words: `/api/analyze`, `/api/status/{id}`, `/api/jobs`,
/// `/api/jobs/{id}`, `/api/jobs/cleanup`, `/health`. Their texts are part of the contract and are not
/// translated; the details of errors are. `context` must outlive the router.
void addSongmapRoutes(Router &router, const ApiContext &context);

} // namespace tallyman::http
