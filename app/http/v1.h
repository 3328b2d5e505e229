// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http/apicontext.h"
#include "app/http/router.h"

namespace tallyman::http {

/// Our own API under `/api/v1`: `jobs` (POST, GET) and `jobs/{id}` (GET, PATCH, DELETE), with jobs as
/// jobjson.h writes them and errors as application/problem+json. Fields and parameters that are not known
/// are refused, so that a misspelt one is noticed. `context` must outlive the router.
void addV1Routes(Router &router, const ApiContext &context);

} // namespace tallyman::http
