// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/syncdirectory.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace tallyman {

bool syncDirectory(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    const bool done = ::fsync(fd) == 0;
    ::close(fd);
    return done;
}

} // namespace tallyman
