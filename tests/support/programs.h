// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <memory>

namespace tallyman::test {

/// The path of a built program: `tallymanctl`, `tallyman`.
[[nodiscard]] QString programPath(const QString &name);

/// What a finished program left.
struct Finished {
    int exitCode = -1; ///< -1 where it crashed or could not be started
    QByteArray out;
    QByteArray err;
};

/// The environment of this process without any setting that leads to a store of the user's.
[[nodiscard]] QProcessEnvironment cleanEnvironment();

/// Runs a program to its end, a minute at the most.
[[nodiscard]] Finished run(const QString &program, const QStringList &arguments,
                           const QProcessEnvironment &environment = cleanEnvironment(),
                           const QByteArray &input = {});

/// Runs tallymanctl.
[[nodiscard]] Finished ctl(const QStringList &arguments);

/// A `tallymanctl serve` on a free port. Killed with the object if it still runs.
class ServeProcess {
public:
    /// Starts it on that store and waits until it listens; see ok().
    explicit ServeProcess(const QString &store, const QStringList &more = {});
    ~ServeProcess();
    ServeProcess(const ServeProcess &) = delete;
    ServeProcess &operator=(const ServeProcess &) = delete;

    [[nodiscard]] bool ok() const { return m_port != 0; }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// `http://127.0.0.1:PORT`
    [[nodiscard]] QString url() const;
    /// SIGKILL, and waits for the end.
    void kill();
    /// SIGTERM; the exit code, or -1 where it did not end within 10 s or crashed.
    [[nodiscard]] int terminate();
    [[nodiscard]] QByteArray errors();

private:
    QProcess m_process;
    quint16 m_port = 0;
};

/// The answer to a request, by a plain blocking socket: what is sent is exactly `request`.
[[nodiscard]] QByteArray sendRaw(quint16 port, const QByteArray &request);

/// Status and body of an answer.
struct HttpAnswer {
    int status = 0; ///< 0 where there was no answer
    QByteArray head;
    QByteArray body;
};

/// One request over a connection of its own.
[[nodiscard]] HttpAnswer request(quint16 port, const QByteArray &method, const QByteArray &target,
                                 const QByteArray &body = {},
                                 const QByteArray &contentType = "application/json");

} // namespace tallyman::test
