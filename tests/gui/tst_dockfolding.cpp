// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/dockfolding.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
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
    // Draws the line beside the dock, which is at the left or at the right.
    void drawTo(QDockWidget *side, int width)
    {
        const bool left = side->x() == 0;
        const QPoint from(left ? side->geometry().right() + 3 : side->x() - 3, side->geometry().center().y());
        const QPoint to = from + QPoint(left ? width - side->width() : side->width() - width, 0);
        QTest::mousePress(this, Qt::LeftButton, {}, from);
        QTest::mouseMove(this, to);
        QCoreApplication::processEvents();
        QTest::mouseRelease(this, Qt::LeftButton, {}, to);
        QCoreApplication::processEvents();
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
    void docksKeepTheirWidths();
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

void TestDockFolding::docksKeepTheirWidths()
{
    Window window;
    auto *other = new QDockWidget(&window);
    auto *content = new QLabel(QStringLiteral("A text that would like to be wide"), other);
    other->setWidget(content);
    other->setObjectName(QStringLiteral("other"));
    window.addDockWidget(Qt::RightDockWidgetArea, other);
    window.folding->add(other);
    window.resize(wide);
    window.show();
    QTRY_COMPARE(other->width(), content->sizeHint().width());
    window.drawTo(window.dock, 234);
    QTRY_COMPARE(window.dock->width(), 234);
    window.drawTo(other, 321);
    QTRY_COMPARE(other->width(), 321);
    for (const QSize size : {wide + QSize(300, 0), QSize(DockFolding::wideFrom, 600), narrow, wide}) {
        window.resize(size);
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(window.dock->width(), 234);
    QTRY_COMPARE(other->width(), 321);
    window.dock->toggleViewAction()->trigger();
    QCoreApplication::processEvents();
    window.dock->toggleViewAction()->trigger();
    QTRY_COMPARE(window.dock->width(), 234);
    QTRY_COMPARE(other->width(), 321);
    const QByteArray state = window.folding->saveState();

    // A width that the user did not choose leaves the middle its share.
    Window fresh;
    auto *broad = new QDockWidget(&fresh);
    auto *label = new QLabel(broad);
    label->setFixedHeight(10);
    label->setPixmap(QPixmap(900, 10));
    label->setMinimumWidth(50);
    broad->setWidget(label);
    fresh.addDockWidget(Qt::RightDockWidgetArea, broad);
    fresh.folding->add(broad);
    fresh.resize(wide);
    fresh.show();
    QTRY_VERIFY(broad->width() <= wide.width() * (1.0 - DockFolding::middleShare));

    Window again;
    auto *otherAgain = new QDockWidget(&again);
    otherAgain->setObjectName(QStringLiteral("other"));
    again.addDockWidget(Qt::RightDockWidgetArea, otherAgain);
    again.folding->add(otherAgain);
    again.resize(wide);
    QVERIFY(again.folding->restoreState(state));
    again.show();
    QTRY_COMPARE(again.dock->width(), 234);
    QTRY_COMPARE(otherAgain->width(), 321);
}

QTEST_MAIN(TestDockFolding)
#include "tst_dockfolding.moc"
