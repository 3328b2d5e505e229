// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QStandardPaths>

namespace tallyman {

Settings::Settings(const QString &path)
    : m_settings(path, QSettings::IniFormat)
{
}

QString Settings::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + QLatin1StringView("/tallyman/tallyman.ini");
}

} // namespace tallyman
