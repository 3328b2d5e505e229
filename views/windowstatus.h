// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/apistate.h"

#include <QObject>
#include <QTimer>

#include <optional>

class QAction;
class QLabel;
class QStatusBar;
class QToolButton;

namespace tallyman {

class ElidedLabel;
class StatusMark;

/// What the status bar of the main window says: how many jobs, where the API is or why it is not, which
/// database.
class WindowStatus : public QObject {
    Q_OBJECT

public:
    /// `retry` and `otherPort` become buttons while the API is not served. `database` is
    /// JobStore::location().
    WindowStatus(QStatusBar *bar, const QString &database, QAction *retry, QAction *otherPort);

    /// `ofAll`: how many there are, where only some are shown.
    void setJobs(qint64 count, qint64 selected, std::optional<qint64> ofAll = {});
    void setApi(const ApiState &state);

    /// What the bar says of the API.
    [[nodiscard]] QString apiText() const;

private:
    void showDatabaseSize();

    QString m_database;
    QTimer m_sizeTimer;
    QLabel *m_jobs;
    StatusMark *m_apiMark;
    ElidedLabel *m_api;
    QToolButton *m_retry;
    QToolButton *m_otherPort;
    QLabel *m_file;
};

} // namespace tallyman
