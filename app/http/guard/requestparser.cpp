// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/guard/requestparser.h"

#include "app/http/guard/requestrules.h"

#include <QCoreApplication>

// g++ 12 with the sanitizers on takes an empty boost::optional for a value that was forgotten.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/error.hpp>
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

#include <algorithm>
#include <cstring>
#include <limits>

namespace tallyman::http {

namespace beast = boost::beast;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(HttpGuard)
};

Refusal headTooLong(const HttpLimits &limits)
{
    return {431, Tr::tr("The head of the request is longer than %1 bytes.").arg(limits.head)};
}

QByteArray toBytes(beast::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

// What Beast calls while it reads. A refusal is kept here, and Beast is stopped by setting its error.
class RequestParser::Beast final : public beast::http::basic_parser<true> {
public:
    explicit Beast(const HttpLimits &limits)
        : m_limits(limits)
    {
        eager(true);
        header_limit(static_cast<std::uint32_t>(limits.head));
        // Ours depends on the head, and is kept below. (Not boost::none, which 1.74 takes for zero.)
        body_limit(std::numeric_limits<std::uint64_t>::max());
    }

    // Which bytes Beast is about to read, and how many of the head it has read before.
    void setInput(QByteArrayView input, qsizetype headBytes)
    {
        m_input = input;
        m_headBytes = headBytes;
    }

    RequestFacts facts;
    QByteArray body;
    std::optional<Refusal> refusal;
    bool hasRequestLine = false;
    bool hasHead = false;

private:
    using Error = beast::error_code;

    void refuse(Refusal why, Error &error)
    {
        refusal = std::move(why);
        error = beast::http::error::bad_field;
    }

    void on_request_impl(beast::http::verb, beast::string_view method, beast::string_view target, int version,
                         Error &error) override
    {
        facts.method = toBytes(method);
        facts.target = toBytes(target);
        facts.http11 = version >= 11;
        hasRequestLine = true;
        if (auto why = checkRequestLine(facts, m_limits))
            refuse(*std::move(why), error);
    }

    // Folded lines (RFC 9112, section 5.2): read differently by different programs, sent by none today. Beast
    // puts them together elsewhere, or skips the line that has nothing.
    [[nodiscard]] bool isFolded(beast::string_view name, beast::string_view value) const
    {
        const char *nameEnd = name.data() + name.size();
        const std::less<> before;
        if (before(value.data(), nameEnd) || before(m_input.data() + m_input.size(), value.data()))
            return true;
        return std::memchr(nameEnd, '\r', static_cast<std::size_t>(value.data() - nameEnd)) != nullptr;
    }

    void on_response_impl(int, beast::string_view, int, Error &) override { } // for answers, never called

    void on_field_impl(beast::http::field field, beast::string_view name, beast::string_view value,
                       Error &error) override
    {
        if (++m_fields > m_limits.fields)
            return refuse({431, Tr::tr("The request has more than %1 header fields.").arg(m_limits.fields)},
                          error);
        if (isFolded(name, value))
            return refuse({400, Tr::tr("The request has a header field that goes over several lines.")},
                          error);
        if (hasHead)
            return; // a trailer; nothing in one is used
        if (m_headBytes + (value.data() + value.size() - m_input.data()) + 4 > m_limits.head)
            return refuse(headTooLong(m_limits), error);
        using F = beast::http::field;
        switch (field) {
        case F::host:
            ++facts.hosts;
            facts.host = toBytes(value);
            break;
        case F::content_type:
            ++facts.contentTypes;
            facts.contentType = toBytes(value);
            break;
        case F::content_length:
            ++facts.contentLengths;
            if (value.find(',') != beast::string_view::npos)
                refuse({400, Tr::tr("The request has a list as its Content-Length.")}, error);
            break;
        case F::transfer_encoding:
            facts.hasTransferEncoding = true;
            if (!beast::iequals(value, "chunked"))
                refuse({501, Tr::tr("The only Transfer-Encoding that is understood is chunked.")}, error);
            break;
        case F::expect:
            facts.expect = toBytes(value);
            break;
        default:
            break;
        }
    }

    void on_header_impl(Error &error) override
    {
        hasHead = true;
        m_fields = 0;
        const auto length = content_length();
        if (length)
            facts.contentLength = *length;
        facts.hasBody = chunked() || facts.contentLength.value_or(0) > 0;
        if (auto why = checkHead(facts, m_limits))
            refuse(*std::move(why), error);
    }

    void on_body_init_impl(const boost::optional<std::uint64_t> &length, Error &) override
    {
        // A client that only announces a long body does not make us take the memory for it.
        if (length)
            body.reserve(static_cast<qsizetype>(std::min<std::uint64_t>(*length, 1024 * 1024)));
    }

    std::size_t on_body_impl(beast::string_view part, Error &) override
    {
        body.append(part.data(), static_cast<qsizetype>(part.size()));
        return part.size();
    }

    void on_chunk_header_impl(std::uint64_t size, beast::string_view, Error &error) override
    {
        const qint64 limit = bodyLimit(facts, m_limits);
        if (size > static_cast<std::uint64_t>(limit - body.size()))
            refuse(bodyTooLong(limit), error);
    }

    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view part, Error &error) override
    {
        return on_body_impl(part, error);
    }

    void on_finish_impl(Error &) override { }

    const HttpLimits &m_limits;
    QByteArrayView m_input;
    qsizetype m_headBytes = 0;
    int m_fields = 0;
};

RequestParser::RequestParser(const HttpLimits &limits)
    : m_limits(limits)
    , m_beast(std::make_unique<Beast>(limits))
{
}

RequestParser::~RequestParser() = default;

void RequestParser::reset()
{
    m_beast = std::make_unique<Beast>(m_limits);
    m_state = State::Head;
    m_headBytes = 0;
}

qsizetype RequestParser::feed(QByteArrayView bytes)
{
    qsizetype skipped = 0;
    // RFC 9112, section 2.2: an empty line before a request is to be passed over. One is.
    if (!m_beast->got_some() && bytes.startsWith("\r\n")) {
        skipped = 2;
        bytes = bytes.sliced(2);
    }
    if (bytes.isEmpty() || bytes == "\r" || m_state == State::Complete || m_state == State::Refused)
        return skipped;

    beast::error_code error;
    m_beast->setInput(bytes, m_headBytes);
    const auto used = static_cast<qsizetype>(
        m_beast->put(boost::asio::const_buffer(bytes.data(), static_cast<std::size_t>(bytes.size())), error));
    if (!m_beast->hasHead)
        m_headBytes += used;
    const bool needMore = error == beast::http::error::need_more;
    if (needMore || !error)
        settle(bytes.size() - used);
    else if (!m_beast->refusal)
        m_beast->refusal = error == beast::http::error::header_limit
            ? tooLong()
            : Refusal{400, Tr::tr("The request is not valid HTTP/1.1.")};
    if (m_beast->refusal)
        m_state = State::Refused;
    return skipped + used;
}

// After a step without an error: where we are, and whether what waits for its end has become too long.
void RequestParser::settle(qsizetype waiting)
{
    if (m_beast->is_done())
        m_state = State::Complete;
    else if (m_beast->hasHead)
        m_state = State::Body;
    const qsizetype open = m_beast->hasHead ? waiting : m_headBytes + waiting;
    if (m_state != State::Complete && open > m_limits.head)
        m_beast->refusal = tooLong();
}

Refusal RequestParser::tooLong() const
{
    if (m_beast->hasHead)
        return {431, Tr::tr("The request has a chunk header or trailer without end.")};
    if (m_beast->hasRequestLine)
        return headTooLong(m_limits);
    return {414, Tr::tr("The request target is longer than %1 bytes.").arg(m_limits.target)};
}

bool RequestParser::started() const
{
    return m_beast->got_some();
}

const Refusal &RequestParser::refusal() const
{
    return *m_beast->refusal;
}

bool RequestParser::isHead() const
{
    return m_beast->facts.method == "HEAD";
}

bool RequestParser::keepAlive() const
{
    // HTTP/1.0 has keep-alive as an afterthought only, and no client depends on it.
    return m_beast->facts.http11 && m_beast->keep_alive();
}

bool RequestParser::expectsContinue() const
{
    return m_beast->facts.http11 && !m_beast->facts.expect.isEmpty() && m_beast->facts.hasBody;
}

qint64 RequestParser::bodyReceived() const
{
    return m_beast->body.size();
}

QByteArray RequestParser::target() const
{
    return m_beast->facts.target;
}

ParsedRequest RequestParser::take()
{
    const RequestFacts &facts = m_beast->facts;
    return {facts.method, facts.target, facts.contentType, std::move(m_beast->body)};
}

} // namespace tallyman::http
