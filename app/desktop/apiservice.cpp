// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/apiservice.h"

namespace tallyman {

ApiService::ApiService(JobStore &store, const Clock &clock, http::ServerOptions options, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_options(std::move(options))
{
}

void ApiService::start()
{
    startAt(m_options.port);
}

void ApiService::startAtAnyPort()
{
    startAt(0);
}

void ApiService::startAt(quint16 port)
{
    http::ServerOptions options = m_options;
    options.port = port;
    m_server = std::make_unique<http::Server>(m_store, m_clock, options);
    const auto started = m_server->start();
    if (started)
        m_state = {ApiState::Kind::Listening, m_server->url(), *started, {}, {}};
    else
        m_state = {ApiState::Kind::Unavailable, {}, port, started.error().message, started.error().detail};
    emit changed(m_state);
}

} // namespace tallyman
