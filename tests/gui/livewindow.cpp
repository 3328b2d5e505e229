// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/livewindow.h"

#include <QApplication>

namespace tallyman::test {

LiveModels::LiveModels(const Clock &clock)
{
    auto store =
        openStore({StoreLocation::Engine::Sqlite, m_folder.filePath(QStringLiteral("jobs.db"))}, clock);
    if (!store)
        qFatal("%s", qUtf8Printable(store.error().message));
    m_store = std::move(*store);
    auto connection = SqliteConnection::open(m_store->databaseName, SqliteConnection::Mode::ReadOnly);
    if (!connection)
        qFatal("%s", qUtf8Printable(connection.error().message));
    m_connection = std::move(*connection);
    m_jobs = std::make_unique<JobTableModel>(m_connection->database(), m_store->databaseName, clock);
    m_statistics = std::make_unique<StatisticsModel>(*m_store->jobs);
    m_search = std::make_unique<SearchModels>(m_store->databaseName, clock);
}

LiveModels::~LiveModels() = default;

std::unique_ptr<SqliteConnection> LiveModels::otherConnection() const
{
    auto connection = SqliteConnection::open(m_store->databaseName, SqliteConnection::Mode::ReadWrite);
    if (!connection)
        qFatal("%s", qUtf8Printable(connection.error().message));
    return std::move(*connection);
}

LiveWindow::LiveWindow(const Clock &clock)
    : LiveModels(clock)
    , m_window(std::make_unique<MainWindow>(store(), jobs(), statistics(), search(), clock))
{
}

LiveWindow::~LiveWindow() = default;

QPalette darkPalette()
{
    const QColor text(0xE3, 0xE5, 0xE8);
    const QColor window(0x2B, 0x2D, 0x31);
    const QColor base(0x1F, 0x21, 0x24);
    const QColor highlight(0x2F, 0x65, 0xA7);
    QPalette palette(text, QColor(0x38, 0x3B, 0x40), QColor(0x50, 0x54, 0x5B), QColor(0x17, 0x18, 0x1A),
                     QColor(0x2A, 0x2C, 0x30), text, Qt::white, base, window);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, QColor(0x44, 0x4A, 0x53));
    palette.setColor(QPalette::ToolTipBase, QColor(0x38, 0x3B, 0x40));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, QColor(0x9A, 0x9E, 0xA6));
    palette.setColor(QPalette::Link, QColor(0x5C, 0xB3, 0xF0));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x80, 0x84, 0x8B));
    return palette;
}

QPalette lightPalette()
{
    QPalette palette(QColor(0x1F, 0x23, 0x28), QColor(0xEF, 0xF0, 0xF2), Qt::white, QColor(0x9A, 0xA0, 0xA8),
                     QColor(0xC4, 0xC8, 0xCE), QColor(0x1F, 0x23, 0x28), Qt::white, Qt::white,
                     QColor(0xF4, 0xF5, 0xF7));
    palette.setColor(QPalette::Highlight, QColor(0x1F, 0x6F, 0xC2));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Inactive, QPalette::Highlight, QColor(0xD3, 0xD9, 0xE0));
    palette.setColor(QPalette::Inactive, QPalette::HighlightedText, QColor(0x1F, 0x23, 0x28));
    palette.setColor(QPalette::ToolTipBase, Qt::white);
    palette.setColor(QPalette::ToolTipText, QColor(0x1F, 0x23, 0x28));
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(0x8B, 0x90, 0x97));
    return palette;
}

} // namespace tallyman::test
