// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tallyman {

/// Whether this program serves the REST API, as far as the windows need to know.
struct ApiState {
    enum class Kind {
        SwitchedOff, ///< by the user's settings
        Listening,
        Unavailable, ///< its port cannot be had
    };

    Kind kind = Kind::SwitchedOff;
    QString url; ///< `http://127.0.0.1:8000`, where it listens
    quint16 port = 0; ///< the one that was asked for
    QString message; ///< where it is unavailable: what happened and what to do
    QString detail; ///< technical text; may be empty

    friend bool operator==(const ApiState &, const ApiState &) = default;
};

} // namespace tallyman
