// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace tallyman {

void installTranslators(QCoreApplication &application)
{
    const auto install = [&application](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(QLocale(), name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
    };
    // What is installed last is asked first.
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("tallyman"), QStringLiteral(":/i18n"));
}

} // namespace tallyman
