// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLatin1StringView>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace tallyman {

/// One setting: its name in the file, its type, and what holds where the user has set nothing.
template<typename T>
struct SettingKey {
    QLatin1StringView name;
    T fallback;
};

/// Every setting there is; desktop and command line share them.
namespace settings {
inline const SettingKey<QString> storeLocation{
    QLatin1StringView("store/location"),
    {}}; ///< as --store; used where neither --store nor the environment says
inline const SettingKey<bool> serverEnabled{QLatin1StringView("server/enabled"), true};
inline const SettingKey<int> serverPort{QLatin1StringView("server/port"), 8000};
inline const SettingKey<qint64> uploadLimit{QLatin1StringView("server/uploadLimit"),
                                            256LL * 1024 * 1024}; ///< bytes
inline const SettingKey<QByteArray> windowGeometry{QLatin1StringView("window/geometry"), {}};
inline const SettingKey<QByteArray> windowState{QLatin1StringView("window/state"), {}};
inline const SettingKey<QByteArray> tableHeader{QLatin1StringView("table/header"), {}};
inline const SettingKey<QByteArray> savedViews{QLatin1StringView("search/views"),
                                               {}}; ///< JSON of models/savedview.h; empty: the shipped ones
inline const SettingKey<QStringList> searchHistory{QLatin1StringView("search/history"),
                                                   {}}; ///< the newest first
} // namespace settings

/// The user's settings: an INI file in the XDG configuration directory (~/.config/tallyman/tallyman.ini).
/// Used by one thread.
class Settings {
public:
    /// The user's own file, or that at `path` where it is given (tests).
    explicit Settings(const QString &path = defaultPath());

    [[nodiscard]] static QString defaultPath();

    template<typename T>
    [[nodiscard]] T value(const SettingKey<T> &key) const
    {
        return m_settings.value(key.name, QVariant::fromValue(key.fallback)).template value<T>();
    }

    template<typename T>
    void setValue(const SettingKey<T> &key, const T &value)
    {
        m_settings.setValue(key.name, QVariant::fromValue(value));
    }

private:
    QSettings m_settings;
};

} // namespace tallyman
