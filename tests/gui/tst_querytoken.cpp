// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queryhistory.h"
#include "models/querysuggestions.h"
#include "models/querytoken.h"

#include "models/domain/jobfilter.h"

#include <QTest>

using namespace tallyman;

namespace {

QStringList list(std::initializer_list<const char *> texts)
{
    QStringList all;
    for (const char *text : texts)
        all << QString::fromUtf8(text);
    return all;
}

} // namespace

class TestQueryToken : public QObject {
    Q_OBJECT

private slots:
    void tokens_data();
    void tokens();
    void anyCursorGivesAPartOfTheText();
    void replaces_data();
    void replaces();
    void suggests_data();
    void suggests();
    void suggestedValuesParse();
    void historyGoesBackAndForth();
    void historyKeepsEachOnceAndFifty();
};

// `|` in the text is the cursor.
void TestQueryToken::tokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part"); // what would be replaced; "-" where nothing would
    QTest::addColumn<QString>("field"); // of a value; empty for a name
    QTest::addColumn<QString>("typed");
    const auto row = [](const char *text, const char *part, const char *field, const char *typed) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(part) << QString::fromUtf8(field)
                            << QString::fromUtf8(typed);
    };
    row("|", "-", "", "");
    row("sta|", "sta", "", "sta");
    row("s|ta", "sta", "", "s");
    row("|sta", "sta", "", "");
    row("-sta|", "sta", "", "sta");
    row("|-sta", "-", "", "");
    row("web |", "-", "", "");
    row("web sta| x", "sta", "", "sta");
    row("status:|", "", "status", "");
    row("status:fai|", "fai", "status", "fai");
    row("Status:fa|i", "fai", "status", "fa");
    row("sta|tus:failed", "status", "", "sta");
    row("status|:failed", "status", "", "status");
    row("-status:failed,ca|", "ca", "status", "ca");
    row("status:failed,|", "", "status", "");
    row("status:fai|led,cancelled x", "failed", "status", "fai");
    row("status:failed,cancelled| x", "cancelled", "status", "cancelled");
    row("status:failed |", "-", "", "");
    row("user:\"ann o|", "\"ann o", "user", "ann o");
    row("user:\"ann o|'hara\" x", "\"ann o'hara\"", "user", "ann o");
    row("user:\"a\\\"b|\"", "\"a\\\"b\"", "user", "a\"b");
    row("user:\"a,b\",c|", "c", "user", "c");
    row("sort:-cre|", "cre", "sort", "cre");
    row("sort:name,-|", "", "sort", "");
    row("sort:|-name", "-", "", "");
    row("\"status:fai|", "-", "", "");
    row("\"two words\" st|", "st", "", "st");
    row("a:b:c|", "b:c", "a", "b:c");
    row("käthe|", "käthe", "", "käthe");
    row("x1:y|", "x1:y", "", "x1:y"); // no field has a digit in its name: a word
}

void TestQueryToken::tokens()
{
    QFETCH(QString, text);
    QFETCH(QString, part);
    QFETCH(QString, field);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const QueryToken token = queryTokenAt(text, cursor);
    QCOMPARE(token.kind == QueryToken::Kind::None, part == QLatin1StringView("-"));
    if (token.kind == QueryToken::Kind::None)
        return;
    QCOMPARE(text.mid(token.start, token.length), part);
    QCOMPARE(token.kind == QueryToken::Kind::Value, !field.isEmpty());
    QCOMPARE(token.field, field);
    QTEST(token.typed, "typed");
}

void TestQueryToken::anyCursorGivesAPartOfTheText()
{
    const QString text = QStringLiteral(" -status:a,\"b\\\" c\",d  \"e f\"g sort:-x,,y : :z - -\"u 日本:\\");
    for (qsizetype length = 0; length <= text.size(); ++length) {
        for (qsizetype cursor = 0; cursor <= length; ++cursor) {
            const QString part = text.left(length);
            const QueryToken token = queryTokenAt(part, cursor);
            QVERIFY(token.start >= 0 && token.length >= 0 && token.start + token.length <= length);
            if (token.kind != QueryToken::Kind::None)
                QVERIFY(token.start <= cursor && cursor <= token.start + token.length);
        }
    }
}

void TestQueryToken::replaces_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("replacement");
    QTest::addColumn<QString>("result");
    QTest::newRow("name") << "sta|"
                          << "status:"
                          << "status:|";
    QTest::newRow("name with its colon") << "x sta|t:failed"
                                         << "status:"
                                         << "x status:|failed";
    QTest::newRow("negated") << "-pro| y"
                             << "provider:"
                             << "-provider:| y";
    QTest::newRow("value") << "status:fa|,running z"
                           << "failed"
                           << "status:failed|,running z";
    QTest::newRow("quoted") << "user:\"an|"
                            << "\"ann o\""
                            << "user:\"ann o\"|";
    QTest::newRow("behind a comma") << "status:failed,|"
                                    << "running"
                                    << "status:failed,running|";
}

void TestQueryToken::replaces()
{
    QFETCH(QString, text);
    QFETCH(QString, replacement);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    EditedQuery edited = withToken(text, queryTokenAt(text, cursor), replacement);
    QTEST(edited.text.insert(edited.cursor, u'|'), "result");
}

void TestQueryToken::suggests_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("suggestions");
    QTest::newRow("names by their beginning") << "st" << list({"status:", "started:"});
    QTest::newRow("case aside") << "STAT" << list({"status:"});
    QTest::newRow("modifiers") << "so" << list({"sort:"});
    QTest::newRow("deep") << "in" << list({"in:all"});
    QTest::newRow("no names for words that only contain it") << "tatus" << list({});
    QTest::newRow("statuses") << "status:"
                              << list({"pending", "running", "completed", "failed", "cancelled"});
    QTest::newRow("statuses by their beginning") << "status:c" << list({"completed", "cancelled"});
    QTest::newRow("what begins so comes first") << "status:p" << list({"pending", "completed"});
    QTest::newRow("all there is") << "status:failed" << list({});
    QTest::newRow("providers") << "provider:v" << list({"vsphere", "video"});
    QTest::newRow("users, quoted if need be") << "-user:ann" << list({"ann", "\"Ann O'Hara\""});
    QTest::newRow("within quotation marks") << "user:\"ann o" << list({"\"Ann O'Hara\""});
    QTest::newRow("quotation mark in a name") << "user:q" << list({"\"q\\\"x\""});
    QTest::newRow("sort") << "sort:-cr" << list({"created"});
    QTest::newRow("in") << "in:" << list({"all"});
    QTest::newRow("is") << "is:p" << list({"pinned"});
    QTest::newRow("unknown field") << "nosuch:x" << list({});
    QTest::newRow("free text") << "name:x" << list({});
    QTest::newRow("nothing typed") << "" << list({});
}

void TestQueryToken::suggests()
{
    QFETCH(QString, text);
    const KnownNames names{
        {QStringLiteral("vsphere"), QStringLiteral("video"), QStringLiteral("songmap")},
        {QStringLiteral("ann"), QStringLiteral("Ann O'Hara"), QStringLiteral("q\"x"), QStringLiteral("bob")}};
    QStringList found;
    const QList<QuerySuggestion> suggestions = querySuggestions(queryTokenAt(text, text.size()), names);
    for (const QuerySuggestion &suggestion : suggestions)
        found << suggestion.text;
    QTEST(found, "suggestions");
}

// Whatever is offered can be asked.
void TestQueryToken::suggestedValuesParse()
{
    const KnownNames names{{QStringLiteral("a \"b\" c"), QStringLiteral("-x"), QStringLiteral("y,z")}, {}};
    for (const FilterFieldInfo &field : filterFields()) {
        const QString text = field.name + u':';
        const QList<QuerySuggestion> all = querySuggestions(queryTokenAt(text, text.size()), names);
        for (const QuerySuggestion &suggestion : all)
            QVERIFY2(parseFilter(text + suggestion.text).ok(), qPrintable(text + suggestion.text));
    }
    const QString sort = QStringLiteral("sort:");
    const QList<QuerySuggestion> keys = querySuggestions(queryTokenAt(sort, sort.size()), names);
    QVERIFY(keys.size() > 10);
    for (const QuerySuggestion &key : keys)
        QVERIFY2(parseFilter(sort + key.text).ok(), qPrintable(key.text));
}

void TestQueryToken::historyGoesBackAndForth()
{
    QueryHistory history;
    QVERIFY(!history.back({}));
    QVERIFY(!history.forward({}));
    history.add(QStringLiteral("one"));
    history.add(QStringLiteral("two"));
    history.add(QStringLiteral(" two "));
    history.add({});
    QCOMPARE(history.queries(), list({"two", "one"}));
    QCOMPARE(history.back({}), QStringLiteral("two"));
    QCOMPARE(history.back(QStringLiteral("two")), QStringLiteral("one"));
    QVERIFY(!history.back(QStringLiteral("one")));
    QCOMPARE(history.forward(QStringLiteral("one")), QStringLiteral("two"));
    QCOMPARE(history.forward(QStringLiteral("two")), QString());
    // What was only typed is not lost.
    QCOMPARE(history.back(QStringLiteral("three")), QStringLiteral("two"));
    QCOMPARE(history.forward(QStringLiteral("two")), QStringLiteral("three"));
    history.add(QStringLiteral("one"));
    QCOMPARE(history.queries(), list({"one", "three", "two"}));
}

void TestQueryToken::historyKeepsEachOnceAndFifty()
{
    QueryHistory history;
    QStringList kept;
    for (int i = 0; i < 60; ++i)
        kept << QString::number(i) << QString::number(i);
    history.setQueries(kept);
    QCOMPARE(history.queries().size(), QueryHistory::limit);
    QCOMPARE(history.queries().constFirst(), QStringLiteral("0"));
    history.add(QStringLiteral("new"));
    QCOMPARE(history.queries().size(), QueryHistory::limit);
    QCOMPARE(history.queries().constFirst(), QStringLiteral("new"));
    QCOMPARE(history.queries().constLast(), QStringLiteral("48"));
}

QTEST_GUILESS_MAIN(TestQueryToken)
#include "tst_querytoken.moc"
