// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobtablemodel.h"
#include "models/searchmodels.h"
#include "models/statisticsmodel.h"
#include "models/store/openstore.h"
#include "models/store/sqliteconnection.h"
#include "views/mainwindow.h"

#include <QPalette>
#include <QTemporaryDir>

#include <memory>

namespace tallyman::test {

/// A store in a folder of its own, with the models over it.
class LiveModels {
public:
    explicit LiveModels(const Clock &clock);
    virtual ~LiveModels();
    LiveModels(const LiveModels &) = delete;
    LiveModels &operator=(const LiveModels &) = delete;

    [[nodiscard]] JobStore &store() { return *m_store->jobs; }
    [[nodiscard]] JobTableModel &jobs() { return *m_jobs; }
    [[nodiscard]] StatisticsModel &statistics() { return *m_statistics; }
    [[nodiscard]] SearchModels &search() { return *m_search; }
    /// The database file.
    [[nodiscard]] QString path() const { return m_store->jobs->location(); }
    /// A connection such as another process would have.
    [[nodiscard]] std::unique_ptr<SqliteConnection> otherConnection() const;

private:
    QTemporaryDir m_folder;
    std::optional<OpenStore> m_store;
    std::unique_ptr<SqliteConnection> m_connection;
    std::unique_ptr<JobTableModel> m_jobs;
    std::unique_ptr<StatisticsModel> m_statistics;
    std::unique_ptr<SearchModels> m_search;
};

/// The same with the real window.
class LiveWindow : public LiveModels {
public:
    explicit LiveWindow(const Clock &clock);
    ~LiveWindow() override;

    [[nodiscard]] MainWindow &window() { return *m_window; }

private:
    std::unique_ptr<MainWindow> m_window;
};

/// A palette as a dark desktop has it.
[[nodiscard]] QPalette darkPalette();
/// A palette as a light desktop has it.
[[nodiscard]] QPalette lightPalette();

} // namespace tallyman::test
