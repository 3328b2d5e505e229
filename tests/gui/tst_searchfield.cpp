// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/knownvalues.h"
#include "models/queryhistory.h"
#include "models/store/openstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"
#include "views/search/problemhint.h"
#include "views/search/queryedit.h"
#include "views/search/queryhelp.h"
#include "views/search/searchfield.h"
#include "views/search/suggestionpopup.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace tallyman;

class TestSearchField : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void asksOnceAfterAPause();
    void enterAsksAtOnce();
    void faultIsShownInPlace();
    void faultWaitsForWhatIsBeingTyped();
    void compositionIsLeftAlone();
    void escapeClearsThenLeaves();
    void downLeaves();
    void completesFieldsAndValues();
    void completesUsersOfTheStore();
    void enterTakesOnlyWhatIsChosen();
    void escapeClosesSuggestions();
    void clickTakesASuggestion();
    void historyByKeys();
    void historyAsAList();
    void deepIsPartOfTheQuery();
    void helpGivesExamples();
    void clearButtonAsksForEverything();
    void controlsHaveNames();

private:
    void type(const char *text) { QTest::keyClicks(m_field->edit(), QString::fromUtf8(text)); }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(m_field->edit(), static_cast<Qt::Key>(key), modifiers);
    }
    [[nodiscard]] QStringList suggestions() const;
    [[nodiscard]] QString asked() const { return toText(m_field->filter()); }

    test::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<OpenStore> m_store;
    std::unique_ptr<KnownValues> m_names;
    std::unique_ptr<QueryHistory> m_history;
    std::unique_ptr<QWidget> m_window;
    SearchField *m_field = nullptr;
};

void TestSearchField::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto store =
        openStore({StoreLocation::Engine::Sqlite, m_folder->filePath(QStringLiteral("jobs.db"))}, m_clock);
    QVERIFY(store.ok());
    m_store = std::move(*store);
    m_names = std::make_unique<KnownValues>(m_store->databaseName, m_clock);
    m_history = std::make_unique<QueryHistory>();
    m_window = std::make_unique<QWidget>();
    m_window->resize(800, 500);
    auto *column = new QVBoxLayout(m_window.get());
    m_field = new SearchField(*m_names, *m_history, m_window.get());
    column->addWidget(m_field);
    column->addStretch();
    m_window->show();
    m_window->activateWindow();
    m_field->setFocus();
    QTRY_VERIFY(m_field->edit()->hasFocus());
}

void TestSearchField::cleanup()
{
    m_window.reset();
    m_history.reset();
    m_names.reset();
    m_store.reset();
    m_folder.reset();
}

QStringList TestSearchField::suggestions() const
{
    QStringList all;
    if (!m_field->popup()->isVisible())
        return all;
    for (int i = 0; i < m_field->popup()->topLevelItemCount(); ++i)
        all << m_field->popup()->topLevelItem(i)->text(0);
    return all;
}

void TestSearchField::asksOnceAfterAPause()
{
    QSignalSpy changed(m_field, &SearchField::filterChanged);
    type("web ");
    QCOMPARE(changed.size(), 0);
    type("x");
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(asked(), QStringLiteral("web x"));
    // The same query in another spelling is no other query.
    type("  ");
    press(Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
}

void TestSearchField::enterAsksAtOnce()
{
    QSignalSpy changed(m_field, &SearchField::filterChanged);
    type("web");
    press(Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_history->queries(), QStringList{QStringLiteral("web")});
    QTest::qWait(0);
    QCOMPARE(changed.size(), 1);
}

void TestSearchField::faultIsShownInPlace()
{
    type("web");
    press(Qt::Key_Return);
    QSignalSpy changed(m_field, &SearchField::filterChanged);
    type(" duration:>1x y");
    QTRY_VERIFY(m_field->hint()->isVisible());
    QVERIFY(m_field->hint()->message().startsWith(QStringLiteral("Column 14:")));
    QVERIFY(m_field->hint()->message().contains(QStringLiteral("1x")));
    QCOMPARE(m_field->edit()->fault(), std::pair(qsizetype{13}, qsizetype{3}));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(asked(), QStringLiteral("web")); // the last good one holds
    // Below the field, over whatever is there.
    QVERIFY(m_field->hint()->y()
            >= m_field->edit()->mapTo(m_window.get(), QPoint(0, m_field->edit()->height())).y());
    QCOMPARE(m_field->edit()->text(), QStringLiteral("web duration:>1x y"));

    m_field->edit()->setCursorPosition(16);
    press(Qt::Key_Backspace);
    type("h");
    QTRY_COMPARE(asked(), QStringLiteral("web duration:>1h y"));
    QVERIFY(!m_field->hint()->isVisible());
    QCOMPARE(m_field->edit()->fault().second, 0);
    QVERIFY(!m_field->problem());
}

// "status:fai" is wrong, but not yet.
void TestSearchField::faultWaitsForWhatIsBeingTyped()
{
    type("status:fai");
    QTRY_VERIFY(m_field->problem());
    QCOMPARE(suggestions(), QStringList{QStringLiteral("failed")});
    QVERIFY(!m_field->hint()->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(m_field->hint()->isVisible());
    QCOMPARE(m_field->edit()->text(), QStringLiteral("status:fai"));
}

void TestSearchField::compositionIsLeftAlone()
{
    type("status:x ");
    QTRY_VERIFY(m_field->problem());
    QInputMethodEvent composing(QStringLiteral("にほ"), {});
    QCoreApplication::sendEvent(m_field->edit(), &composing);
    m_field->edit()->markFault(0, 3);
    QCOMPARE(m_field->edit()->displayText(), QStringLiteral("status:x "));
    QInputMethodEvent done;
    done.setCommitString(QStringLiteral("日本"));
    QCoreApplication::sendEvent(m_field->edit(), &done);
    QCOMPARE(m_field->edit()->text(), QStringLiteral("status:x 日本"));
}

void TestSearchField::escapeClearsThenLeaves()
{
    QSignalSpy left(m_field, &SearchField::left);
    type("web");
    press(Qt::Key_Return);
    QCOMPARE(asked(), QStringLiteral("web"));
    press(Qt::Key_Escape);
    QCOMPARE(m_field->text(), QString());
    QCOMPARE(asked(), QString());
    QCOMPARE(left.size(), 0);
    press(Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
}

void TestSearchField::downLeaves()
{
    QSignalSpy left(m_field, &SearchField::left);
    type("web ");
    press(Qt::Key_Down);
    QCOMPARE(left.size(), 1);
}

void TestSearchField::completesFieldsAndValues()
{
    type("x sta");
    QCOMPARE(suggestions(), QStringList({QStringLiteral("status:"), QStringLiteral("started:")}));
    press(Qt::Key_Tab);
    QCOMPARE(m_field->text(), QStringLiteral("x status:"));
    QVERIFY(m_field->edit()->hasFocus());
    QCOMPARE(suggestions().size(), 5); // its values, at once
    type("c");
    QCOMPARE(suggestions(), QStringList({QStringLiteral("completed"), QStringLiteral("cancelled")}));
    press(Qt::Key_Down);
    press(Qt::Key_Tab);
    QCOMPARE(m_field->text(), QStringLiteral("x status:cancelled"));
    QVERIFY(suggestions().isEmpty());
    type(",f");
    QCOMPARE(suggestions(), QStringList{QStringLiteral("failed")});
    press(Qt::Key_Return); // of few values, the first
    QCOMPARE(m_field->text(), QStringLiteral("x status:cancelled,failed"));
    QCOMPARE(asked(), QStringLiteral("x status:cancelled,failed"));
    type(" sort:-cr");
    press(Qt::Key_Tab);
    QTRY_COMPARE(asked(), QStringLiteral("x status:cancelled,failed sort:-created"));
}

void TestSearchField::completesUsersOfTheStore()
{
    for (const char *user : {"ann", "Ann O'Hara", "bob"}) {
        Job job = test::job(qPrintable(QString::number(qHash(QLatin1StringView(user)))));
        job.user = QString::fromUtf8(user);
        job.provider = QStringLiteral("vsphere");
        QVERIFY(m_store->jobs->create(job).ok());
    }
    type("user:an");
    // The first look at the store comes late, and is shown then... for as long as that is being typed.
    QTRY_COMPARE(m_names->names().users.size(), 3);
    type("n");
    QCOMPARE(suggestions(), QStringList({QStringLiteral("ann"), QStringLiteral("\"Ann O'Hara\"")}));
    press(Qt::Key_Up);
    press(Qt::Key_Return);
    QCOMPARE(m_field->text(), QStringLiteral("user:\"Ann O'Hara\""));
    QCOMPARE(asked(), QStringLiteral("user:\"Ann O'Hara\""));
    press(Qt::Key_Escape);
    type("-provider:");
    QCOMPARE(suggestions(), QStringList{QStringLiteral("vsphere")});
}

void TestSearchField::enterTakesOnlyWhatIsChosen()
{
    type("st"); // a word like any other
    QVERIFY(!suggestions().isEmpty());
    press(Qt::Key_Return);
    QCOMPARE(asked(), QStringLiteral("st"));
    QVERIFY(suggestions().isEmpty());
    press(Qt::Key_Escape);
    type("retries:>1");
    press(Qt::Key_Return);
    QCOMPARE(asked(), QStringLiteral("retries:>1"));
}

void TestSearchField::escapeClosesSuggestions()
{
    type("st");
    press(Qt::Key_Escape);
    QVERIFY(suggestions().isEmpty());
    QCOMPARE(m_field->text(), QStringLiteral("st"));
    press(Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(suggestions().size(), 2);
    press(Qt::Key_Left);
    QVERIFY(suggestions().isEmpty());
}

void TestSearchField::clickTakesASuggestion()
{
    type("status:");
    SuggestionPopup *popup = m_field->popup();
    const QRect third = popup->visualItemRect(popup->topLevelItem(2));
    QTest::mouseClick(popup->viewport(), Qt::LeftButton, {}, third.center());
    QCOMPARE(m_field->text(), QStringLiteral("status:completed"));
    QVERIFY(m_field->edit()->hasFocus());
    QTRY_COMPARE(asked(), QStringLiteral("status:completed"));
}

void TestSearchField::historyByKeys()
{
    for (const char *query : {"one", "two", "three"}) {
        m_field->edit()->selectAll();
        type(query);
        press(Qt::Key_Return);
    }
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(asked(), QStringLiteral("two"));
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(asked(), QStringLiteral("one"));
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(asked(), QStringLiteral("one"));
    press(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_field->text(), QStringLiteral("two"));
    // A query from elsewhere is one of them, and what it replaced too.
    m_field->setQuery(QStringLiteral("status:failed"));
    QCOMPARE(asked(), QStringLiteral("status:failed"));
    press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(asked(), QStringLiteral("two"));
}

void TestSearchField::historyAsAList()
{
    press(Qt::Key_Down, Qt::AltModifier);
    QVERIFY(suggestions().isEmpty()); // there is none
    m_history->setQueries({QStringLiteral("new"), QStringLiteral("status:failed old")});
    press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(suggestions(), m_history->queries());
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(m_field->text(), QStringLiteral("status:failed old"));
    QCOMPARE(asked(), QStringLiteral("status:failed old"));
    QVERIFY(suggestions().isEmpty());
}

void TestSearchField::deepIsPartOfTheQuery()
{
    type("web ");
    QVERIFY(!m_field->deep()->isChecked());
    QVERIFY(m_field->deep()->toolTip().contains(QStringLiteral("every job")));
    m_field->deep()->click();
    QCOMPARE(m_field->text(), QStringLiteral("web in:all"));
    QVERIFY(m_field->filter().deep);
    m_field->deep()->click();
    QCOMPARE(m_field->text(), QStringLiteral("web"));
    m_field->setQuery(QStringLiteral("in:all x"));
    QVERIFY(m_field->deep()->isChecked());
}

void TestSearchField::helpGivesExamples()
{
    type("web");
    press(Qt::Key_F1);
    QTRY_VERIFY(m_field->help()->isVisible());
    const auto examples = m_field->help()->findChildren<QAbstractButton *>();
    QVERIFY(examples.size() > 10);
    for (const QAbstractButton *example : examples) {
        QVERIFY2(parseFilter(example->text()).ok(), qPrintable(example->text()));
        QVERIFY(example->accessibleName().startsWith(example->text()));
    }
    QTest::mouseClick(examples.at(3), Qt::LeftButton);
    QVERIFY(!m_field->help()->isVisible());
    QCOMPARE(asked(), QStringLiteral("web status:failed,cancelled"));
}

void TestSearchField::clearButtonAsksForEverything()
{
    type("web");
    press(Qt::Key_Return);
    auto *clear = m_field->edit()->findChild<QToolButton *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(clear);
    const QList<QToolButton *> buttons = m_field->edit()->findChildren<QToolButton *>();
    QTest::mouseClick(buttons.last(), Qt::LeftButton);
    QTRY_COMPARE(asked(), QString());
}

void TestSearchField::controlsHaveNames()
{
    QCOMPARE(m_field->edit()->accessibleName(), QStringLiteral("Search"));
    QVERIFY(m_field->edit()->placeholderText().contains(QStringLiteral("status:failed")));
    QVERIFY(m_field->deep()->text().contains(u'&'));
    const QList<QToolButton *> buttons =
        m_field->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (const QToolButton *button : buttons)
        QVERIFY(!button->accessibleName().isEmpty());
}

QTEST_MAIN(TestSearchField)
#include "tst_searchfield.moc"
