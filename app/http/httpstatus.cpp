// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/httpstatus.h"

namespace tallyman::http {

// No default: a new code must be given its status here, and the compiler says so.
int httpStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidValue:
        return 422;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::AlreadyExists:
    case ErrorCode::IllegalMove:
        return 409;
    case ErrorCode::Overloaded:
    case ErrorCode::Locked:
        return 503;
    case ErrorCode::NoSpace:
        return 507;
    case ErrorCode::Unsupported:
        return 501;
    case ErrorCode::CannotOpen:
    case ErrorCode::NotADatabase:
    case ErrorCode::Empty:
    case ErrorCode::Foreign:
    case ErrorCode::TooNew:
    case ErrorCode::Corrupt:
    case ErrorCode::CannotListen:
    case ErrorCode::Internal:
        return 500;
    }
    return 500;
}

bool isPassing(ErrorCode code)
{
    return httpStatus(code) == 503;
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return QByteArrayLiteral("OK");
    case 201:
        return QByteArrayLiteral("Created");
    case 204:
        return QByteArrayLiteral("No Content");
    case 400:
        return QByteArrayLiteral("Bad Request");
    case 404:
        return QByteArrayLiteral("Not Found");
    case 405:
        return QByteArrayLiteral("Method Not Allowed");
    case 408:
        return QByteArrayLiteral("Request Timeout");
    case 409:
        return QByteArrayLiteral("Conflict");
    case 413:
        return QByteArrayLiteral("Content Too Large");
    case 414:
        return QByteArrayLiteral("URI Too Long");
    case 415:
        return QByteArrayLiteral("Unsupported Media Type");
    case 417:
        return QByteArrayLiteral("Expectation Failed");
    case 421:
        return QByteArrayLiteral("Misdirected Request");
    case 422:
        return QByteArrayLiteral("Unprocessable Content");
    case 431:
        return QByteArrayLiteral("Request Header Fields Too Large");
    case 500:
        return QByteArrayLiteral("Internal Server Error");
    case 501:
        return QByteArrayLiteral("Not Implemented");
    case 503:
        return QByteArrayLiteral("Service Unavailable");
    case 505:
        return QByteArrayLiteral("HTTP Version Not Supported");
    case 507:
        return QByteArrayLiteral("Insufficient Storage");
    default:
        return QByteArrayLiteral("Unknown");
    }
}

} // namespace tallyman::http
