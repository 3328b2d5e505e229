// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace tallyman {

/// What kind of thing went wrong. Each surface maps these once, exhaustively: to an HTTP status
/// (app/http), to an exit code (app/cli) and to words (the message of the error itself).
enum class ErrorCode {
    InvalidValue, ///< a value that no job may have; `field` names it
    NotFound, ///< no job of that id
    AlreadyExists, ///< a job of that id is there already
    IllegalMove, ///< a status change, or a report, that the job's present status does not allow
    Overloaded, ///< too many writes wait; try again in a moment
    Locked, ///< another process kept the database for longer than the time we wait
    NoSpace, ///< the disk is full
    CannotOpen, ///< the database or its folder cannot be read or written
    NotADatabase, ///< the file is not a SQLite database
    Empty, ///< the file is there and has no content
    Foreign, ///< the file is the database of another program
    TooNew, ///< the file was written by a newer Tallyman
    Corrupt, ///< SQLite finds the file damaged
    CannotListen, ///< the server's address or port cannot be had
    Unsupported, ///< an engine or a feature that this build does not have
    Internal, ///< anything else that SQLite or the system reports
};

/// Why an operation on a store did not happen.
struct StoreError {
    ErrorCode code = ErrorCode::Internal;
    QString message; ///< translated; says what happened, to what, and what to do
    QString detail; ///< technical text of the layer below; may be empty
    QString field; ///< for InvalidValue and IllegalMove: the API name of the field at fault

    friend bool operator==(const StoreError &, const StoreError &) = default;
};

/// A value, or the reason why there is none. (std::expected arrives with C++23.)
template<typename T>
class [[nodiscard]] Result {
public:
    Result(T value) // NOLINT(google-explicit-constructor): `return value;` is the point
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(StoreError error) // NOLINT(google-explicit-constructor)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// The value; only when ok().
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    /// The reason; only when not ok().
    [[nodiscard]] const StoreError &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, StoreError> m_state;
};

template<>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(StoreError error) // NOLINT(google-explicit-constructor)
        : m_error(std::move(error))
    {
    }

    [[nodiscard]] bool ok() const { return !m_error; }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const StoreError &error() const { return *m_error; }

private:
    std::optional<StoreError> m_error;
};

} // namespace tallyman
