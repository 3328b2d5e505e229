// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/http/testserver.h"

#include <QDir>

namespace tallyman::test {

TestServer::TestServer(qint64 uploadLimit)
{
    auto opened = openStore({StoreLocation::Engine::Sqlite, databasePath()}, m_clock);
    if (!opened)
        qFatal("The store does not open: %ls", qUtf16Printable(opened.error().message));
    m_store = *std::move(opened);
    http::ServerOptions options;
    options.port = 0;
    options.uploadLimit = uploadLimit;
    options.uploadDirectory = m_store->uploadDirectory;
    m_server = std::make_unique<http::Server>(store(), m_clock, options);
    const auto port = m_server->start();
    if (!port)
        qFatal("The server does not start: %ls", qUtf16Printable(port.error().message));
    m_port = *port;
}

TestServer::~TestServer() = default;

QString TestServer::databasePath() const
{
    return m_directory.filePath(QStringLiteral("jobs.db"));
}

QStringList TestServer::uploads() const
{
    return QDir(uploadDirectory()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
}

} // namespace tallyman::test
