// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayMatcher>
#include <QByteArrayView>
#include <QString>

#include <functional>
#include <optional>

namespace tallyman::http {

/// Reads a multipart/form-data body (RFC 7578) as it comes, in pieces of any size, and never holds more of
/// it than a part's head. Strict: what it does not understand it refuses.
class MultipartParser {
public:
    /// What the head of a part says.
    struct Part {
        QString name; ///< of the form field
        std::optional<QString> fileName; ///< where the field is a file; may be empty, and is not checked
    };

    /// What is told of the parts, in order.
    struct Events {
        std::function<void(const Part &)> begin;
        std::function<void(QByteArrayView)> data; ///< any number of times, never with nothing
        std::function<void()> end;
    };

    static constexpr qsizetype headLimit = 8 * 1024; ///< bytes of one part's head, and of the preamble
    static constexpr int partLimit = 64;

    /// The boundary that a Content-Type names; nothing where it is not multipart/form-data or names none that
    /// RFC 2046 allows.
    [[nodiscard]] static std::optional<QByteArray> boundaryOf(const QByteArray &contentType);

    MultipartParser(const QByteArray &boundary, Events events);

    /// Reads on; false from the first error on, see error().
    [[nodiscard]] bool feed(QByteArrayView bytes);

    /// At the end of the body: whether it was complete.
    [[nodiscard]] bool finish();

    /// What is wrong with the body; translated.
    [[nodiscard]] const QString &error() const { return m_error; }

private:
    enum class State {
        Preamble, ///< before the first delimiter
        Delimiter, ///< right after one
        Head, ///< in the head of a part
        Data, ///< in its content
        Done, ///< after the last delimiter
        Failed,
    };

    bool fail(const QString &error);
    // Each reads one piece of the buffer; false where more bytes are needed first, or all is over.
    bool readToDelimiter();
    bool readDelimiter();
    bool readHead();
    void drop(qsizetype count);

    const QByteArray m_delimiter;
    const QByteArrayMatcher m_matcher;
    const Events m_events;
    State m_state = State::Preamble;
    QByteArray m_buffer;
    int m_parts = 0;
    QString m_error;
};

} // namespace tallyman::http
