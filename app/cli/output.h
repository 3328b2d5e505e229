// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace tallyman::cli {

/// Writes text to a file descriptor that it does not own, as UTF-8, and remembers the first failure: a
/// full disk must not look like success. Used by one thread.
class Output {
public:
    explicit Output(int descriptor);
    ~Output();
    Output(const Output &) = delete;
    Output &operator=(const Output &) = delete;

    void write(const QString &text) { writeBytes(text.toUtf8()); }
    void writeBytes(QByteArrayView text);
    /// Passes on what was kept back; whether all of it, now and earlier, could be written.
    bool flush();

    /// errno of the first write that failed; 0 if none did. EPIPE: whoever read it has gone.
    [[nodiscard]] int error() const { return m_error; }

private:
    int m_descriptor;
    int m_error = 0;
    QByteArray m_pending;
};

/// Makes sure that the descriptors 0 to 2 are taken: were one closed, the next file opened would get its
/// number, and what is printed would go into that file. A closed standard output stays unwritable. Also
/// ignores SIGPIPE, so that a reader that goes away is an error of write() like any other. First thing in
/// main().
void secureStandardStreams();

} // namespace tallyman::cli
