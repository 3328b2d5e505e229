// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/guard/requestrules.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace tallyman::http {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(HttpGuard)
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// A path and perhaps a query, of visible ASCII, with percent signs only in escapes (RFC 3986).
bool isOriginForm(QByteArrayView target)
{
    if (!target.startsWith('/'))
        return false;
    for (qsizetype i = 0; i < target.size(); ++i) {
        const char c = target[i];
        if (c <= 0x20 || c >= 0x7f || c == '#')
            return false;
        if (c == '%' && (i + 2 >= target.size() || !isHex(target[i + 1]) || !isHex(target[i + 2])))
            return false;
    }
    return true;
}

QByteArray pathOf(const QByteArray &target)
{
    const qsizetype query = target.indexOf('?');
    return query < 0 ? target : target.left(query);
}

// The type itself, without its parameters.
QByteArray mediaTypeOf(const QByteArray &contentType)
{
    const qsizetype parameters = contentType.indexOf(';');
    return (parameters < 0 ? contentType : contentType.left(parameters)).trimmed().toLower();
}

bool isUpload(const RequestFacts &facts, const HttpLimits &limits)
{
    return facts.method == "POST" && limits.uploadPaths.contains(pathOf(facts.target));
}

bool isSafe(const QByteArray &method)
{
    return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

std::optional<Refusal> checkFraming(const RequestFacts &facts)
{
    if (facts.contentLengths > 1)
        return Refusal{400, Tr::tr("The request has more than one Content-Length.")};
    if (facts.hasTransferEncoding && !facts.http11)
        return Refusal{400, Tr::tr("An HTTP/1.0 request cannot have a Transfer-Encoding.")};
    if (facts.expect.isEmpty() || facts.expect.toLower() == "100-continue")
        return {};
    return Refusal{417, Tr::tr("The only expectation that can be met is 100-continue.")};
}

std::optional<Refusal> checkType(const RequestFacts &facts, const HttpLimits &limits)
{
    if (facts.contentTypes > 1)
        return Refusal{400, Tr::tr("The request has more than one Content-Type.")};
    if (!facts.hasBody || isSafe(facts.method))
        return {};
    const bool upload = isUpload(facts, limits);
    if (mediaTypeOf(facts.contentType) == (upload ? "multipart/form-data" : "application/json"))
        return {};
    return Refusal{415,
                   upload ? Tr::tr("The body must be multipart/form-data.")
                          : Tr::tr("The body must be application/json.")};
}

} // namespace

std::optional<Refusal> checkRequestLine(const RequestFacts &facts, const HttpLimits &limits)
{
    static constexpr std::array known{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};
    const auto isThis = [&facts](const char *method) { return facts.method == method; };
    if (std::none_of(known.begin(), known.end(), isThis))
        return Refusal{501, Tr::tr("This method is not known here.")};
    if (facts.target.size() > limits.target)
        return Refusal{414, Tr::tr("The request target is longer than %1 bytes.").arg(limits.target)};
    if (!isOriginForm(facts.target))
        return Refusal{400, Tr::tr("The request target must be a path, such as /api/jobs.")};
    return {};
}

std::optional<Refusal> checkHead(const RequestFacts &facts, const HttpLimits &limits)
{
    if (auto refusal = checkFraming(facts))
        return refusal;
    if (facts.hosts != 1)
        return Refusal{400, Tr::tr("A request needs exactly one Host.")};
    if (!isLoopbackHost(facts.host))
        return Refusal{421, Tr::tr("This server answers for localhost, 127.0.0.1 and [::1] only.")};
    if (auto refusal = checkType(facts, limits))
        return refusal;
    const qint64 limit = bodyLimit(facts, limits);
    if (facts.contentLength.value_or(0) > static_cast<quint64>(limit))
        return bodyTooLong(limit);
    return {};
}

qint64 bodyLimit(const RequestFacts &facts, const HttpLimits &limits)
{
    return isUpload(facts, limits) ? limits.upload : limits.body;
}

Refusal bodyTooLong(qint64 limit)
{
    return {413, Tr::tr("The body is longer than the %1 bytes that are allowed here.").arg(limit)};
}

bool isLoopbackHost(QByteArrayView host)
{
    qsizetype port = host.lastIndexOf(':');
    if (host.indexOf(']', std::max<qsizetype>(port, 0)) >= 0)
        port = -1; // the colon is one of an IPv6 address
    QByteArrayView name = host;
    if (port >= 0) {
        const QByteArrayView digits = host.sliced(port + 1);
        if (digits.isEmpty() || digits.size() > 5 || !std::all_of(digits.begin(), digits.end(), isDigit))
            return false;
        name = host.first(port);
    }
    return name.compare("localhost", Qt::CaseInsensitive) == 0 || name == QByteArrayView("127.0.0.1")
        || name == QByteArrayView("[::1]");
}

} // namespace tallyman::http
