// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jsontreemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace tallyman;

namespace {

std::shared_ptr<const JsonTree> tree(const QByteArray &options, const QByteArray &result = {})
{
    QList<std::pair<QString, QByteArray>> texts{{QStringLiteral("options"), options}};
    if (!result.isEmpty())
        texts.append({QStringLiteral("result"), result});
    return std::make_shared<JsonTree>(std::move(texts));
}

// The key and the value of each row, indented.
QStringList outline(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex key = model.index(row, JsonTreeModel::KeyColumn, parent);
        lines << QString(depth, u' ') + key.data().toString() + QLatin1StringView(": ")
                + key.siblingAtColumn(JsonTreeModel::ValueColumn).data().toString();
        lines << outline(model, key, depth + 1);
    }
    return lines;
}

} // namespace

class TestJsonTreeModel : public QObject {
    Q_OBJECT

private slots:
    void keepsOrderAndSpelling();
    void showsWhatIsNotJson_data();
    void showsWhatIsNotJson();
    void namesTheWay_data();
    void namesTheWay();
    void givesValuesToCopy();
    void passesTheModelTester();
    void keepsTheSameTree();
    void givesLongListsBitByBit();
    void buildsLargeDocumentsQuickly_data();
    void buildsLargeDocumentsQuickly();
    void indents_data();
    void indents();
};

void TestJsonTreeModel::keepsOrderAndSpelling()
{
    JsonTreeModel model;
    model.setTree(tree(R"({ "z" : 1.50, "a":[true, null,{ } , []], "z":12345678901234567890 })", "\"x\\n\""));
    QCOMPARE(
        outline(model),
        QStringList({QStringLiteral("options: { 3 }"), QStringLiteral(" z: 1.50"),
                     QStringLiteral(" a: [ 4 ]"), QStringLiteral("  0: true"), QStringLiteral("  1: null"),
                     QStringLiteral("  2: { 0 }"), QStringLiteral("  3: [ 0 ]"),
                     QStringLiteral(" z: 12345678901234567890"), QStringLiteral("result: \"x\\n\"")}));
}

void TestJsonTreeModel::showsWhatIsNotJson_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", " ", "{", "[1,", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":}", "{a:1}", "[1}",
                             "\"x", "\"x\\", "[]]", "1 2", "{\"a\":1,}", "oops!", "[,]"})
        QTest::addRow("%s", text) << QByteArray(text);
}

void TestJsonTreeModel::showsWhatIsNotJson()
{
    QFETCH(QByteArray, text);
    JsonTreeModel model;
    model.setTree(tree(text, "[1]"));
    QCOMPARE(outline(model),
             QStringList({QStringLiteral("options: Not JSON: ") + QString::fromUtf8(text),
                          QStringLiteral("result: [ 1 ]"), QStringLiteral(" 0: 1")}));
    QCOMPARE(model.index(0, 0).data(JsonTreeModel::ValueRole).toString(), QString::fromUtf8(text));
}

void TestJsonTreeModel::namesTheWay_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addRow("member") << QStringLiteral("/options/plain") << QStringLiteral("1");
    QTest::addRow("element") << QStringLiteral("/options/list/1/deep") << QStringLiteral("3");
    QTest::addRow("slash") << QStringLiteral("/options/a~1b") << QStringLiteral("4");
    QTest::addRow("tilde") << QStringLiteral("/options/m~0n") << QStringLiteral("5");
    QTest::addRow("both") << QStringLiteral("/options/~01") << QStringLiteral("6");
    QTest::addRow("empty") << QStringLiteral("/options/") << QStringLiteral("7");
    QTest::addRow("escaped") << QStringLiteral("/options/q\"ü") << QStringLiteral("8");
    QTest::addRow("a number as a name") << QStringLiteral("/options/0") << QStringLiteral("9");
}

void TestJsonTreeModel::namesTheWay()
{
    QFETCH(QString, pointer);
    JsonTreeModel model;
    model.setTree(
        tree(R"({"plain":1,"list":[2,{"deep":3}],"a/b":4,"m~n":5,"~1":6,"":7,"q\"\u00fc":8,"0":9})"));
    const QModelIndex index = model.indexOf(pointer);
    QVERIFY(index.isValid());
    QTEST(index.data(JsonTreeModel::ValueRole).toString(), "value");
    QCOMPARE(index.data(JsonTreeModel::PointerRole).toString(), pointer);
    QVERIFY(!model.indexOf(pointer + QStringLiteral("/no")).isValid());
    QVERIFY(!model.indexOf(QStringLiteral("/options/list/2")).isValid());
}

void TestJsonTreeModel::givesValuesToCopy()
{
    JsonTreeModel model;
    model.setTree(tree(R"({"text":"a \"b\"\n\u00fc","list":[ 1,2 ]})"));
    const auto value = [&model](const char *pointer) {
        return model.indexOf(QString::fromLatin1(pointer)).data(JsonTreeModel::ValueRole).toString();
    };
    QCOMPARE(value("/options/text"), QStringLiteral("a \"b\"\nü"));
    QCOMPARE(value("/options/list"), QStringLiteral("[ 1,2 ]"));
    const QByteArray longText = "\"" + QByteArray(2000, 'x') + "\"";
    model.setTree(tree(longText));
    QVERIFY(model.index(0, JsonTreeModel::ValueColumn).data().toString().size() < 400);
    QCOMPARE(value("/options").size(), 2000);
}

void TestJsonTreeModel::passesTheModelTester()
{
    JsonTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTree(tree(R"({"a":[1,{"b":[[],{}]}],"c":"d"})", "[1,2,3]"));
    QCOMPARE(model.rowCount(), 2);
    QByteArray many = "[0";
    for (int i = 1; i < 3 * JsonTreeModel::chunk; ++i)
        many += ',' + QByteArray::number(i);
    model.setTree(tree(many + ']'));
    QVERIFY(model.indexOf(QStringLiteral("/options/1200")).isValid());
    model.setTree(std::make_shared<JsonTree>());
    QCOMPARE(model.rowCount(), 0);
}

void TestJsonTreeModel::keepsTheSameTree()
{
    JsonTreeModel model;
    model.setTree(tree("[1]"));
    const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setTree(tree("[1]"));
    QCOMPARE(reset.size(), 0);
    model.setTree(tree("[2]"));
    QCOMPARE(reset.size(), 1);
}

void TestJsonTreeModel::givesLongListsBitByBit()
{
    JsonTreeModel model;
    QByteArray many = "[0";
    for (int i = 1; i < 1234; ++i)
        many += ',' + QByteArray::number(i);
    model.setTree(tree(many + ']'));
    const QModelIndex list = model.index(0, 0);
    QCOMPARE(model.rowCount(list), JsonTreeModel::chunk);
    QVERIFY(model.canFetchMore(list));
    model.fetchMore(list);
    QCOMPARE(model.rowCount(list), 2 * JsonTreeModel::chunk);
    QCOMPARE(model.indexOf(QStringLiteral("/options/1100")).row(), 1100);
    model.fetchMore(list);
    QCOMPARE(model.rowCount(list), 1234);
    QVERIFY(!model.canFetchMore(list));
}

void TestJsonTreeModel::buildsLargeDocumentsQuickly_data()
{
    QTest::addColumn<QByteArray>("text");
    constexpr qsizetype size = 1'048'576;
    QTest::addRow("flat") << QByteArray("[" + QByteArray("1,").repeated(size / 2 - 1) + "1]");
    QTest::addRow("deep") << QByteArray(QByteArray("[").repeated(size / 2)
                                        + QByteArray("]").repeated(size / 2));
    QTest::addRow("one text") << QByteArray("\"" + QByteArray(size - 2, 'x') + "\"");
}

void TestJsonTreeModel::buildsLargeDocumentsQuickly()
{
    QFETCH(QByteArray, text);
    const auto large = tree(text); // in the worker's thread
    JsonTreeModel model;
    QElapsedTimer timer;
    timer.start();
    model.setTree(large);
    const QModelIndex top = model.index(0, 0);
    for (int row = 0; row < std::min(100, model.rowCount(top)); ++row)
        QVERIFY(model.index(row, JsonTreeModel::ValueColumn, top).data().isValid());
    QVERIFY2(timer.elapsed() < 16, "a frame of a display");
}

void TestJsonTreeModel::indents_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    QTest::addRow("nested") << QByteArray(R"({"a":[1,{"b":null}],"c":{},"d":[ ]})")
                            << QByteArray("{\n    \"a\": [\n        1,\n        {\n            \"b\": null\n"
                                          "        }\n    ],\n    \"c\": {},\n    \"d\": []\n}\n");
    QTest::addRow("brackets in a text")
        << QByteArray(R"(["{,:\"[", "\\"])") << QByteArray("[\n    \"{,:\\\"[\",\n    \"\\\\\"\n]\n");
    QTest::addRow("a number") << QByteArray("1.50") << QByteArray("1.50\n");
}

void TestJsonTreeModel::indents()
{
    QFETCH(QByteArray, json);
    QTEST(indentedJson(json), "expected");
    QCOMPARE(QJsonDocument::fromJson(indentedJson(json)), QJsonDocument::fromJson(json));
}

QTEST_GUILESS_MAIN(TestJsonTreeModel)
#include "tst_jsontreemodel.moc"
