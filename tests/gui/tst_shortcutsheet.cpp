// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dialogs/shortcutsheet.h"

#include "tests/gui/livewindow.h"
#include "tests/support/manualclock.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QTreeWidget>

using namespace tallyman;

class TestShortcutSheet : public QObject {
    Q_OBJECT

    test::ManualClock m_clock;

    // Group, action and keys, a line each.
    static QStringList linesOf(const ShortcutSheet &sheet)
    {
        QStringList lines;
        const auto *list = sheet.findChild<QTreeWidget *>();
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            const QTreeWidgetItem *group = list->topLevelItem(i);
            for (int k = 0; k < group->childCount(); ++k)
                lines << QStringList{group->text(0), group->child(k)->text(0), group->child(k)->text(1)}.join(
                    u'|');
        }
        return lines;
    }

private slots:
    void readsTheKeysOffTheMenus()
    {
        QMenuBar bar;
        QMenu *file = bar.addMenu(QStringLiteral("&File"));
        file->addAction(QStringLiteral("&Quit && go…"))->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
        file->addAction(QStringLiteral("No key"));
        QMenu *more = file->addMenu(QStringLiteral("More"));
        more->addAction(QStringLiteral("&Deep"))
            ->setShortcuts({QKeySequence(Qt::Key_F2), QKeySequence(Qt::Key_F3)});
        bar.addMenu(QStringLiteral("Empty"))->addAction(QStringLiteral("No key either"));
        QWidget window;
        auto *list = new QWidget(&window);
        list->setAccessibleName(QStringLiteral("List"));
        QAction rename(QStringLiteral("Re&name"));
        rename.setShortcut(QKeySequence(Qt::Key_F4));
        list->addActions({&rename, file->actions().constFirst()}); // of these the second one is told already
        const ShortcutSheet sheet(
            bar, {QStringLiteral("Table"), {{QStringLiteral("Up"), QStringLiteral("U")}}}, &window);
        QCOMPARE(linesOf(sheet),
                 QStringList({QStringLiteral("File|Quit & go|Ctrl+Q"), QStringLiteral("File|Deep|F2 or F3"),
                              QStringLiteral("Table|Up|U"), QStringLiteral("List|Rename|F4")}));
    }

    void namesEveryKeyOfTheWindow()
    {
        test::LiveWindow live(m_clock);
        MainWindow &window = live.window();
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F1);
        auto *sheet = window.findChild<ShortcutSheet *>();
        QVERIFY(sheet && sheet->isVisible());
        const QString all = linesOf(*sheet).join(u'\n');
        const QList<QAction *> actions = window.findChildren<QAction *>();
        int found = 0;
        for (const QAction *action : actions) {
            if (action->text().isEmpty())
                continue; // a second way to what has a name
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(all.contains(key.toString(QKeySequence::NativeText)), qPrintable(action->text()));
                ++found;
            }
        }
        QVERIFY(found > 10);
        QTest::keyClick(sheet, Qt::Key_Escape);
        QTRY_VERIFY(!window.findChild<ShortcutSheet *>());
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_Question, Qt::ControlModifier);
        QVERIFY(window.findChild<ShortcutSheet *>());
    }
};

QTEST_MAIN(TestShortcutSheet)
#include "tst_shortcutsheet.moc"
