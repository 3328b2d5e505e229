// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jobid.h"

#include "models/domain/joblimits.h"

#include <QRandomGenerator>
#include <QUuid>

namespace tallyman {

std::optional<JobId> JobId::fromText(const QString &text)
{
    if (text.isEmpty() || text.size() > maximumLength || text.front().isSpace() || text.back().isSpace())
        return {};
    if (!isPlainLine(text))
        return {};
    return JobId(text);
}

JobId JobId::generate(Timestamp now)
{
    const auto milliseconds = static_cast<quint64>(now.time_since_epoch().count());
    quint32 random[3];
    QRandomGenerator::system()->fillRange(random);
    // RFC 9562, section 5.7: 48 bits of time, version 7, 12 random bits, variant 10, 62 random bits.
    const QUuid uuid(static_cast<uint>(milliseconds >> 16), static_cast<ushort>(milliseconds & 0xffff),
                     static_cast<ushort>(0x7000 | (random[0] & 0x0fff)),
                     static_cast<uchar>(0x80 | ((random[0] >> 12) & 0x3f)),
                     static_cast<uchar>(random[0] >> 18), static_cast<uchar>(random[1]),
                     static_cast<uchar>(random[1] >> 8), static_cast<uchar>(random[1] >> 16),
                     static_cast<uchar>(random[1] >> 24), static_cast<uchar>(random[2]),
                     static_cast<uchar>(random[2] >> 8));
    return JobId(uuid.toString(QUuid::WithoutBraces));
}

} // namespace tallyman
