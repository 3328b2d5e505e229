// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/facetmodel.h"
#include "models/savedviews.h"
#include "models/store/openstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"
#include "views/search/facetpanel.h"
#include "views/search/viewslist.h"
#include "views/search/viewspanel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace tallyman;

/// The two halves of the side panel: facets and saved views.
class TestFacetPanel : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void clickChooses();
    void altClickLeavesOut();
    void keysChooseAndLeaveOut();
    void headingsFold();
    void moreUnfolds();
    void menuOffersBoth();
    void namesCarryCounts();
    void clickOpensAView();
    void keysOpenMoveAndRename();
    void deleteCanBeUndone();
    void newViewIsNamedInPlace();
    void viewsGoThroughTheClipboard();

private:
    [[nodiscard]] QModelIndex facet(Facet facet) const { return m_facets->index(int(facet), 0); }
    [[nodiscard]] QModelIndex value(Facet facet, int row) const
    {
        return m_facets->index(row, 0, this->facet(facet));
    }
    void click(const QModelIndex &index, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(m_panel->viewport(), Qt::LeftButton, modifiers,
                          m_panel->visualRect(index).center());
    }
    [[nodiscard]] QString names() const;

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<OpenStore> m_store;
    std::unique_ptr<FacetModel> m_facets;
    std::unique_ptr<SavedViews> m_views;
    std::unique_ptr<FacetPanel> m_panel;
    std::unique_ptr<QAction> m_save;
    std::unique_ptr<ViewsPanel> m_viewsPanel;
};

void TestFacetPanel::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto store =
        openStore({StoreLocation::Engine::Sqlite, m_folder->filePath(QStringLiteral("jobs.db"))}, m_clock);
    QVERIFY(store.ok());
    m_store = std::move(*store);
    for (int i = 0; i < 14; ++i) {
        Job job = test::job(qPrintable(QStringLiteral("job-%1").arg(i)));
        job.provider = QStringLiteral("p%1").arg(i, 2, 10, QLatin1Char('0'));
        job.user = i % 2 ? QStringLiteral("ann") : QStringLiteral("<b>bob</b>");
        QVERIFY(m_store->jobs->create(job).ok());
    }
    m_facets = std::make_unique<FacetModel>(m_store->databaseName, m_clock);
    m_views = std::make_unique<SavedViews>(m_store->databaseName, m_clock);
    m_panel = std::make_unique<FacetPanel>(*m_facets);
    m_panel->resize(220, 900);
    m_panel->show();
    m_save = std::make_unique<QAction>(QStringLiteral("&Save view"));
    m_viewsPanel = std::make_unique<ViewsPanel>(*m_views, m_save.get());
    m_viewsPanel->resize(220, 400);
    m_viewsPanel->show();
    m_facets->setActive(true);
    QTRY_COMPARE(m_facets->rowCount(facet(Facet::User)), 2);
    QTRY_COMPARE(m_facets->rowCount(facet(Facet::Provider)), 13);
}

void TestFacetPanel::cleanup()
{
    m_viewsPanel.reset();
    m_save.reset();
    m_panel.reset();
    m_views.reset();
    m_facets.reset();
    m_store.reset();
    m_folder.reset();
}

QString TestFacetPanel::names() const
{
    QStringList all;
    for (const SavedView &view : m_views->views())
        all << view.title();
    return all.join(QStringLiteral(", "));
}

void TestFacetPanel::clickChooses()
{
    connect(m_panel.get(), &FacetPanel::filterRequested, m_facets.get(), &FacetModel::setFilter);
    click(value(Facet::Status, 3));
    QCOMPARE(toText(m_facets->filter()), QStringLiteral("status:failed"));
    click(value(Facet::Status, 0));
    QCOMPARE(toText(m_facets->filter()), QStringLiteral("status:failed,pending"));
    click(value(Facet::Provider, 1));
    click(value(Facet::Status, 3));
    QCOMPARE(toText(m_facets->filter()), QStringLiteral("status:pending provider:p01"));
    // Two quick clicks are two clicks.
    const QPoint at = m_panel->visualRect(value(Facet::Status, 0)).center();
    QTest::mouseClick(m_panel->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(m_panel->viewport(), Qt::LeftButton, {}, at);
    QVERIFY(!toText(m_facets->filter()).contains(QStringLiteral("status:"))
            || m_facets->filter().terms.size() == 2);
}

void TestFacetPanel::altClickLeavesOut()
{
    QSignalSpy requested(m_panel.get(), &FacetPanel::filterRequested);
    click(value(Facet::User, 0), Qt::AltModifier);
    QCOMPARE(requested.size(), 1);
    const auto filter = requested.constFirst().constFirst().value<JobFilter>();
    QCOMPARE(toText(filter), QStringLiteral("-user:\"<b>bob</b>\""));
    m_facets->setFilter(filter);
    QCOMPARE(value(Facet::User, 0).data(FacetModel::UseRole).toInt(), int(FacetUse::Excluded));
}

void TestFacetPanel::keysChooseAndLeaveOut()
{
    connect(m_panel.get(), &FacetPanel::filterRequested, m_facets.get(), &FacetModel::setFilter);
    m_panel->setCurrentIndex(value(Facet::Status, 0));
    QTest::keyClick(m_panel.get(), Qt::Key_Down);
    QTest::keyClick(m_panel.get(), Qt::Key_Space);
    QCOMPARE(toText(m_facets->filter()), QStringLiteral("status:running"));
    QTest::keyClick(m_panel.get(), Qt::Key_Down);
    QTest::keyClick(m_panel.get(), Qt::Key_Minus);
    QCOMPARE(toText(m_facets->filter()), QStringLiteral("status:running -status:completed"));
    QTest::keyClick(m_panel.get(), Qt::Key_Return);
    QCOMPARE(toText(m_facets->filter()), QStringLiteral("status:running,completed"));
}

void TestFacetPanel::headingsFold()
{
    QVERIFY(m_panel->isExpanded(facet(Facet::Provider)));
    click(facet(Facet::Provider));
    QVERIFY(!m_panel->isExpanded(facet(Facet::Provider)));
    m_panel->setCurrentIndex(facet(Facet::Provider));
    QTest::keyClick(m_panel.get(), Qt::Key_Return);
    QVERIFY(m_panel->isExpanded(facet(Facet::Provider)));
}

void TestFacetPanel::moreUnfolds()
{
    QSignalSpy requested(m_panel.get(), &FacetPanel::filterRequested);
    click(value(Facet::Provider, FacetModel::fewValues));
    QCOMPARE(m_facets->rowCount(facet(Facet::Provider)), 15);
    QCOMPARE(value(Facet::Provider, 14).data().toString(), QStringLiteral("Fewer"));
    m_panel->scrollTo(value(Facet::Provider, 14));
    click(value(Facet::Provider, 14));
    QCOMPARE(m_facets->rowCount(facet(Facet::Provider)), 13);
    QCOMPARE(requested.size(), 0);
}

void TestFacetPanel::menuOffersBoth()
{
    QSignalSpy requested(m_panel.get(), &FacetPanel::filterRequested);
    m_panel->setCurrentIndex(value(Facet::User, 1));
    QStringList entries;
    QTimer::singleShot(0, this, [&entries] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        const QList<QAction *> actions = menu->actions();
        for (const QAction *action : actions)
            entries << action->text();
        actions.last()->trigger();
        menu->close();
    });
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(m_panel->viewport(), &event);
    QCOMPARE(entries.size(), 2);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(toText(requested.constFirst().constFirst().value<JobFilter>()), QStringLiteral("-user:ann"));
}

void TestFacetPanel::namesCarryCounts()
{
    QCOMPARE(m_panel->accessibleName(), QStringLiteral("Filter by"));
    QCOMPARE(value(Facet::Status, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Pending: 14 jobs"));
    QCOMPARE(value(Facet::User, 1).data(Qt::ToolTipRole).toString(), QStringLiteral("ann: 7 jobs"));
}

void TestFacetPanel::clickOpensAView()
{
    QSignalSpy opened(m_viewsPanel.get(), &ViewsPanel::openRequested);
    ViewsList *list = m_viewsPanel->list();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(m_views->index(2)).center());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.constFirst().constFirst().toInt(), 2);
}

void TestFacetPanel::keysOpenMoveAndRename()
{
    QSignalSpy opened(m_viewsPanel.get(), &ViewsPanel::openRequested);
    ViewsList *list = m_viewsPanel->list();
    m_viewsPanel->activateWindow();
    list->setFocus();
    QTRY_VERIFY(list->hasFocus());
    list->setCurrentIndex(m_views->index(1));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names(), QStringLiteral("All, Failed today, Running, Slow, Stalled"));
    QCOMPARE(list->currentIndex().row(), 2);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier); // at the top already
    QCOMPARE(names(), QStringLiteral("Running, All, Failed today, Slow, Stalled"));
    QTest::keyClick(list, Qt::Key_F2);
    auto *editor = list->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("At work"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(names(), QStringLiteral("At work, All, Failed today, Slow, Stalled"));
    QCOMPARE(opened.size(), 1);
}

void TestFacetPanel::deleteCanBeUndone()
{
    ViewsList *list = m_viewsPanel->list();
    m_viewsPanel->activateWindow();
    list->setFocus();
    QTRY_VERIFY(list->hasFocus());
    list->setCurrentIndex(m_views->index(3));
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(names(), QStringLiteral("All, Running, Failed today, Stalled"));
    QCOMPARE(m_viewsPanel->notice(), QStringLiteral("“Slow” is deleted."));
    QTest::mouseClick(m_viewsPanel->undoButton(), Qt::LeftButton);
    QCOMPARE(names(), QStringLiteral("All, Running, Failed today, Slow, Stalled"));
    QCOMPARE(m_viewsPanel->notice(), QString());
    QTest::keyClick(list, Qt::Key_Delete);
    QTest::keyClick(list, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(names(), QStringLiteral("All, Running, Failed today, Slow, Stalled"));
    QCOMPARE(list->currentIndex().row(), 3);
}

void TestFacetPanel::newViewIsNamedInPlace()
{
    ViewsList *list = m_viewsPanel->list();
    m_viewsPanel->activateWindow();
    m_viewsPanel->nameNew(m_views->add({QStringLiteral("user:ann"), QStringLiteral("user:ann"), {}, {}}));
    auto *editor = list->findChild<QLineEdit *>();
    QVERIFY(editor);
    QCOMPARE(editor->selectedText(), QStringLiteral("user:ann"));
    QTest::keyClicks(editor, QStringLiteral("Ann's"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_views->view(5).name, QStringLiteral("Ann's"));
    // Counts that come in meanwhile leave what was typed alone.
    m_viewsPanel->nameNew(
        m_views->add({QStringLiteral("status:pending"), QStringLiteral("status:pending"), {}, {}}));
    editor = list->findChildren<QLineEdit *>().last();
    QTest::keyClicks(editor, QStringLiteral("Wait"));
    m_views->setActive(true);
    QTRY_COMPARE(m_views->index(6).data(SavedViews::CountRole).toInt(), 14);
    QCOMPARE(editor->text(), QStringLiteral("Wait"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_views->view(6).name, QStringLiteral("Wait"));
    // Given up: as if it had never been.
    m_viewsPanel->nameNew(m_views->add({QStringLiteral("x"), QStringLiteral("x"), {}, {}}));
    editor = list->findChildren<QLineEdit *>().last();
    QTest::keyClick(editor, Qt::Key_Escape);
    QTRY_COMPARE(m_views->rowCount(), 7);
    QCOMPARE(m_viewsPanel->notice(), QString());
}

void TestFacetPanel::viewsGoThroughTheClipboard()
{
    ViewsList *list = m_viewsPanel->list();
    list->setCurrentIndex(m_views->index(2));
    m_viewsPanel->copyCurrent();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Failed today: status:failed ended:today"));
    m_viewsPanel->paste();
    QCOMPARE(m_views->view(5).title(), QStringLiteral("Failed today 2"));
    QCOMPARE(list->currentIndex().row(), 5);
    QApplication::clipboard()->setText(QStringLiteral("Bad: status:nosuch"));
    m_viewsPanel->paste();
    QCOMPARE(m_views->rowCount(), 6);
    QVERIFY(m_viewsPanel->notice().contains(QStringLiteral("Column 8")));
    QVERIFY(!m_viewsPanel->undoButton()->isVisible());
}

QTEST_MAIN(TestFacetPanel)
#include "tst_facetpanel.moc"
