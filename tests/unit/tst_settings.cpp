// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tallyman;

class TestSettings : public QObject {
    Q_OBJECT

private slots:
    void remembersWithItsType()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("tallyman.ini"));
        {
            Settings settings(path);
            QCOMPARE(settings.value(settings::serverPort), 8000);
            QCOMPARE(settings.value(settings::serverEnabled), true);
            settings.setValue(settings::serverPort, 8123);
            settings.setValue(settings::windowGeometry, QByteArray("\0\x01geometry", 10));
        }
        const Settings again(path);
        QCOMPARE(again.value(settings::serverPort), 8123);
        QCOMPARE(again.value(settings::windowGeometry), QByteArray("\0\x01geometry", 10));
        QCOMPARE(again.value(settings::uploadLimit), 256LL * 1024 * 1024);
    }

    void followsXdg()
    {
        QCOMPARE(Settings::defaultPath(),
                 qEnvironmentVariable("XDG_CONFIG_HOME") + QStringLiteral("/tallyman/tallyman.ini"));
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
