// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QStringView>

#include <chrono>

namespace tallyman {

/// Writes JSON text straight away, members in the order in which they are given, and a number that is a
/// fraction always with its point: `1.0`, where QJsonDocument writes `1`. Clients in typed languages care.
class JsonWriter {
public:
    JsonWriter &beginObject() { return open('{'); }
    JsonWriter &endObject() { return close('}'); }
    JsonWriter &beginArray() { return open('['); }
    JsonWriter &endArray() { return close(']'); }

    /// The name of the member whose value comes next.
    JsonWriter &name(QLatin1StringView name);

    JsonWriter &value(QStringView text);
    JsonWriter &ascii(QByteArrayView text);
    JsonWriter &value(qint64 number);
    /// In the shortest form that reads back as the same number, with a point.
    JsonWriter &value(double number);
    /// In seconds with one decimal; at least 0.
    JsonWriter &tenths(std::chrono::milliseconds duration);
    /// What is valid JSON already: a value in its producer's spelling, a number too long for any type.
    JsonWriter &raw(QByteArrayView json);
    JsonWriter &null();

    [[nodiscard]] QByteArray take() { return std::move(m_text); }

private:
    JsonWriter &open(char bracket);
    JsonWriter &close(char bracket);
    void separate();

    QByteArray m_text;
    bool m_first = true; ///< whether nothing stands before us that needs a comma
};

} // namespace tallyman
