// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dockfolding.h"

#include <QAction>
#include <QDockWidget>
#include <QMainWindow>
#include <QTest>

using namespace tallyman;

namespace {

constexpr QSize narrow{900, 600};
constexpr QSize wide{1280, 800};

struct Window : QMainWindow {
    Window()
    {
        setCentralWidget(new QWidget(this));
        dock->setObjectName(QStringLiteral("dock"));
        addDockWidget(Qt::LeftDockWidgetArea, dock);
        folding->add(dock);
    }
    QDockWidget *dock = new QDockWidget(this);
    DockFolding *folding = new DockFolding(this);
};

} // namespace

class TestDockFolding : public QObject {
    Q_OBJECT

private slots:
    void foldsAndUnfolds();
    void whatIsOpenedByHandStays();
    void whatIsClosedByHandStays();
    void foldsFromTheStart();
    void savesItselfUnfolded();
};

void TestDockFolding::foldsAndUnfolds()
{
    Window window;
    window.resize(wide);
    window.show();
    QVERIFY(window.dock->isVisible());
    window.resize(narrow);
    QVERIFY(!window.dock->isVisible());
    QVERIFY(window.folding->isFolded(window.dock));
    window.resize(wide);
    QVERIFY(window.dock->isVisible());
    QVERIFY(!window.folding->isFolded(window.dock));
}

void TestDockFolding::whatIsOpenedByHandStays()
{
    Window window;
    window.resize(narrow);
    window.show();
    window.folding->open(window.dock);
    QVERIFY(window.dock->isVisible());
    window.resize(narrow + QSize(20, 20));
    QVERIFY(window.dock->isVisible());
    // A wide window in between starts anew.
    window.resize(wide);
    QVERIFY(window.dock->isVisible());
    window.resize(narrow);
    QVERIFY(!window.dock->isVisible());
}

void TestDockFolding::whatIsClosedByHandStays()
{
    Window window;
    window.resize(wide);
    window.show();
    window.dock->toggleViewAction()->trigger();
    QVERIFY(!window.dock->isVisible());
    window.resize(narrow);
    window.resize(wide);
    QVERIFY(!window.dock->isVisible());
    // By the button of the dock as well.
    window.dock->toggleViewAction()->trigger();
    window.resize(narrow);
    window.folding->open(window.dock);
    window.dock->close();
    window.resize(wide);
    QVERIFY(!window.dock->isVisible());
}

void TestDockFolding::foldsFromTheStart()
{
    Window window;
    window.resize(narrow);
    window.show();
    QVERIFY(!window.dock->isVisible());
    window.hide();
    window.show();
    QVERIFY(!window.dock->isVisible());
}

void TestDockFolding::savesItselfUnfolded()
{
    QByteArray state;
    {
        Window window;
        window.resize(narrow);
        window.show();
        state = window.folding->saveState();
        QVERIFY(!window.dock->isVisible());
    }
    Window window;
    window.resize(wide);
    window.dock->hide();
    QVERIFY(window.folding->restoreState(state));
    window.show();
    QVERIFY(window.dock->isVisible());
    QVERIFY(!window.folding->restoreState("nonsense"));
    window.resize(narrow);
    QVERIFY(window.folding->restoreState(state));
    QVERIFY(!window.dock->isVisible());
}

QTEST_MAIN(TestDockFolding)
#include "tst_dockfolding.moc"
