// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/openstore.h"
#include "tests/support/programs.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace tallyman::test {

inline QString toText(const char *text)
{
    return QString::fromUtf8(text);
}
inline QString toText(const QString &text)
{
    return text;
}

/// A list of arguments, each a QString or a literal.
template<typename... Text>
[[nodiscard]] QStringList args(const Text &...texts)
{
    return {toText(texts)...};
}

/// A folder with a database of its own, and tallymanctl on it.
class CtlFixture {
public:
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QString database() const { return path("jobs.db"); }

    /// Runs tallymanctl with these arguments on the database.
    [[nodiscard]] Finished ctl(const QStringList &arguments) const
    {
        return test::ctl(args("--store", database()) + arguments);
    }
    template<typename... Text>
    [[nodiscard]] Finished ctl(const Text &...texts) const
    {
        return ctl(args(texts...));
    }

    /// The store itself, for what the command line cannot do, such as setting the time of creation.
    [[nodiscard]] OpenStore open() const
    {
        auto store = openStore({StoreLocation::Engine::Sqlite, database()}, m_clock);
        return store ? std::move(*store) : OpenStore{};
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
};

/// The one JSON object that a text is; empty where it is none.
[[nodiscard]] inline QJsonObject jsonOf(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace tallyman::test
