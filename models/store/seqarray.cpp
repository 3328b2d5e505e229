// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/seqarray.h"

namespace tallyman {

QString jsonArray(const QList<qint64> &seqs)
{
    QByteArray text("[");
    for (const qint64 seq : seqs)
        text += QByteArray::number(seq) + ',';
    if (text.size() > 1)
        text.chop(1);
    return QString::fromLatin1(text + ']');
}

} // namespace tallyman
