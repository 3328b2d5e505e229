// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/actionscreenshots.h"

#include "tests/gui/livewindow.h"
#include "views/dialogs/question.h"
#include "views/dialogs/shortcutsheet.h"
#include "views/dialogs/textdialog.h"
#include "views/jobs/jobtableview.h"
#include "views/messagebar.h"
#include "views/workbar.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

namespace tallyman::test {

namespace {

constexpr int settle = 250; // ms

void trigger(const QWidget &window, const QString &text)
{
    const QList<QAction *> actions = window.findChildren<QAction *>();
    for (QAction *action : actions) {
        if (QString(action->text()).remove(u'&') == text)
            action->trigger();
    }
    QTest::qWait(settle);
}

class Shots {
public:
    Shots(LiveWindow &live, const QDir &folder, bool dark)
        : m_window(live.window())
        , m_table(*live.window().table())
        , m_folder(folder)
        , m_dark(dark)
    {
    }

    bool save(QWidget *widget, const QString &what)
    {
        if (!widget)
            return false;
        return widget->grab().save(
            m_folder.filePath(QStringLiteral("action-%1-%2@%3x.png")
                                  .arg(what, m_dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                  .arg(widget->devicePixelRatioF())));
    }

    bool menus()
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, QPoint(200, 90),
                                m_table.viewport()->mapToGlobal(QPoint(200, 90)));
        QApplication::sendEvent(m_table.viewport(), &event);
        QTest::qWait(settle);
        QWidget *menu = QApplication::activePopupWidget();
        bool saved = save(menu, QStringLiteral("contextmenu"));
        if (menu)
            menu->close();
        const QList<QAction *> titles = m_window.menuBar()->actions();
        for (const QAction *title : titles) {
            if (QString(title->text()).remove(u'&') == QLatin1StringView("Jobs")) {
                title->menu()->popup(QPoint(0, 0));
                const QAction *last = title->menu()->actions().constLast();
                last->menu()->popup(QPoint(0, 0));
                QTest::qWait(settle);
                saved = save(title->menu(), QStringLiteral("jobsmenu")) && saved;
                saved = save(last->menu(), QStringLiteral("allmenu")) && saved;
                last->menu()->close();
                title->menu()->close();
            }
        }
        return saved;
    }

    bool dialogs()
    {
        trigger(m_window, QStringLiteral("Keyboard shortcuts"));
        auto *sheet = m_window.findChild<ShortcutSheet *>();
        bool saved = save(sheet, QStringLiteral("shortcuts"));
        delete sheet;
        trigger(m_window, QStringLiteral("Edit note…"));
        auto *note = m_window.findChild<TextDialog *>();
        saved = save(note, QStringLiteral("note")) && saved;
        delete note;
        trigger(m_window, QStringLiteral("Cancel all that match…"));
        auto *box = m_window.findChild<Question *>();
        saved = save(box, QStringLiteral("confirm")) && saved;
        if (box)
            box->reject();
        QTest::qWait(settle);
        return saved;
    }

    bool bars()
    {
        trigger(m_window, QStringLiteral("Delete"));
        bool saved = save(&m_window, QStringLiteral("undobar"));
        m_window.menuBar()->setFocus();
        for (QAction *action : m_window.findChildren<QAction *>()) {
            if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_Z))
                action->trigger();
        }
        QTest::qWait(settle);
        m_window.work()->begin(QStringLiteral("Deleting jobs"));
        m_window.work()->setProgress(0, 1'204'311);
        QTest::qWait(1100);
        m_window.work()->setProgress(312'000, 1'204'311);
        QTest::qWait(settle);
        saved = save(&m_window, QStringLiteral("workbar")) && saved;
        m_window.work()->end();
        m_window.notice()->showMessage(
            QStringLiteral(
                "Stopped after 312,000 of 1,204,311 jobs. 311,998 jobs cancelled. 2 jobs refused: Job "
                "0192f3c1-7a40-7d2e-9c11-3f2a5b6c7d8e is completed and cannot become cancelled."),
            {}, false);
        QTest::qWait(settle);
        saved = save(&m_window, QStringLiteral("summary")) && saved;
        m_window.notice()->hide();
        return saved;
    }

private:
    MainWindow &m_window;
    JobTableView &m_table;
    QDir m_folder;
    bool m_dark;
};

} // namespace

bool saveActionStates(LiveWindow &live, const QDir &folder)
{
    bool saved = true;
    live.window().resize(900, 600);
    for (const bool dark : {false, true}) {
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
        live.window().activateWindow();
        live.window().table()->setFocus();
        live.window().table()->selectionModel()->clearSelection();
        for (const int row : {3, 4, 7})
            live.window().table()->selectionModel()->select(
                live.jobs().index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QTest::qWait(settle);
        Shots shots(live, folder, dark);
        saved = shots.menus() && saved;
        saved = shots.dialogs() && saved;
        saved = shots.bars() && saved;
    }
    return saved;
}

} // namespace tallyman::test
