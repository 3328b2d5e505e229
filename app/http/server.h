// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/timestamp.h"

#include <QHostAddress>
#include <QObject>
#include <QString>

#include <memory>

namespace tallyman {
class JobStore;
}

namespace tallyman::http {

struct ServerOptions {
    QHostAddress address = QHostAddress(QHostAddress::LocalHost); ///< loopback only
    quint16 port = 8000; ///< 0: any that is free
    qint64 uploadLimit = 256LL * 1024 * 1024; ///< bytes of one upload
    QString uploadDirectory; ///< where uploaded files go (OpenStore::uploadDirectory)
};

/// The REST server, in a thread of its own. Created, started and stopped from one thread; the store and
/// the clock must outlive it.
class Server : public QObject {
    Q_OBJECT

public:
    Server(JobStore &store, const Clock &clock, ServerOptions options, QObject *parent = nullptr);
    ~Server() override;

    /// Listens, and gives the port. CannotListen where the address or port cannot be had; InvalidValue
    /// for an address that is not loopback.
    [[nodiscard]] Result<quint16> start();

    /// Takes no more connections, answers what was accepted (5 s at the most), and closes.
    void stop();

    /// Whether it listens.
    [[nodiscard]] bool isRunning() const;

    /// `http://127.0.0.1:8000`, with the real port; empty unless it listens.
    [[nodiscard]] QString url() const;

    /// How many requests were answered so far. Any thread.
    [[nodiscard]] quint64 requestsAnswered() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tallyman::http
