// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/http/multipart.h"

#include <QTest>

using tallyman::http::MultipartParser;

namespace {

// What a body gives, written down: `name|file name|content` for each part.
struct Read {
    bool ok = false;
    QByteArrayList parts;
};

Read readBody(const QByteArray &body, qsizetype step)
{
    Read read;
    QByteArray content;
    MultipartParser parser("XX",
                           {[&](const MultipartParser::Part &part) {
                                content = part.name.toUtf8() + '|'
                                    + (part.fileName ? part.fileName->toUtf8() : QByteArray("-")) + '|';
                            },
                            [&](QByteArrayView bytes) { content += bytes; }, [&] { read.parts << content; }});
    bool fed = true;
    for (qsizetype at = 0; fed && at < body.size(); at += step)
        fed = parser.feed(QByteArrayView(body).sliced(at, std::min(step, body.size() - at)));
    read.ok = fed && parser.finish();
    if (!read.ok && parser.error().isEmpty())
        qFatal("A refused body needs a reason");
    return read;
}

} // namespace

class TestMultipart : public QObject {
    Q_OBJECT

private slots:
    void boundary_data();
    void boundary();
    void body_data();
    void body();
    void longHeadIsRefused();
    void longPreambleIsRefused();
    void tooManyPartsAreRefused();
    void contentIsNotHeldBack();
};

void TestMultipart::boundary_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("expected"); // empty: none

    QTest::newRow("plain") << QByteArray("multipart/form-data; boundary=abc") << QByteArray("abc");
    QTest::newRow("quoted") << QByteArray("multipart/form-data; boundary=\"a b:c\"") << QByteArray("a b:c");
    QTest::newRow("capitals") << QByteArray("Multipart/Form-Data;BOUNDARY=aBc") << QByteArray("aBc");
    QTest::newRow("others") << QByteArray("multipart/form-data; charset=utf-8; boundary=x")
                            << QByteArray("x");
    QTest::newRow("70 characters") << "multipart/form-data; boundary=" + QByteArray(70, 'x')
                                   << QByteArray(70, 'x');
    QTest::newRow("71 characters") << "multipart/form-data; boundary=" + QByteArray(71, 'x') << QByteArray();
    QTest::newRow("none") << QByteArray("multipart/form-data") << QByteArray();
    QTest::newRow("empty") << QByteArray("multipart/form-data; boundary=\"\"") << QByteArray();
    QTest::newRow("open quote") << QByteArray("multipart/form-data; boundary=\"abc") << QByteArray();
    QTest::newRow("twice") << QByteArray("multipart/form-data; boundary=a; boundary=b") << QByteArray();
    QTest::newRow("line feed") << QByteArray("multipart/form-data; boundary=\"a\nb\"") << QByteArray();
    QTest::newRow("ends with a blank") << QByteArray("multipart/form-data; boundary=\"a \"") << QByteArray();
    QTest::newRow("other type") << QByteArray("multipart/mixed; boundary=abc") << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestMultipart::boundary()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, expected);
    QCOMPARE(MultipartParser::boundaryOf(type).value_or(QByteArray()), expected);
}

void TestMultipart::body_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("ok");
    QTest::addColumn<QByteArrayList>("parts");
    const auto file = [](const QByteArray &disposition, const QByteArray &content) {
        return "--XX\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content
            + "\r\n--XX--\r\n";
    };
    const auto good = [](const char *name, const QByteArray &body, const QByteArrayList &parts) {
        QTest::newRow(name) << body << true << parts;
    };
    const auto bad = [](const char *name, const QByteArray &body) {
        QTest::newRow(name) << body << false << QByteArrayList();
    };

    good("a file", file("name=\"file\"; filename=\"a.wav\"", "RIFF"), {"file|a.wav|RIFF"});
    good("a field", file("name=field", "x"), {"field|-|x"});
    good("no content", file("name=\"file\"; filename=\"a\"", ""), {"file|a|"});
    good("empty file name", file("name=\"file\"; filename=\"\"", "x"), {"file||x"});
    good("escapes", file("name=\"file\"; filename=\"a\\\"b\\\\c\"", "x"), {"file|a\"b\\c|x"});
    good("a Windows path stays one", file("name=\"file\"; filename=\"C:\\dir\\a.wav\"", "x"),
         {"file|C:\\dir\\a.wav|x"});
    good("UTF-8", file("name=\"file\"; filename=\"T\xc3\xb6ne.wav\"", "x"), {"file|T\xc3\xb6ne.wav|x"});
    good("NUL is left to the check of the name",
         file(QByteArray("name=\"file\"; filename=\"a\0b\"", 27), "x"), {QByteArray("file|a\0b|x", 10)});
    good("filename* is not one", file("name=\"file\"; filename*=UTF-8''a", "x"), {"file|-|x"});
    good("line breaks in the content", file("name=a", "\r\n\r\n--X\r\n--\r\n"),
         {"a|-|\r\n\r\n--X\r\n--\r\n"});
    good("half a delimiter at the end", file("name=a", "x\r\n--X"), {"a|-|x\r\n--X"});
    good("two parts",
         "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--XX\r\nContent-Disposition: form-data; "
         "name=b\r\n\r\n2\r\n--XX--",
         {"a|-|1", "b|-|2"});
    good("preamble and epilogue", "hello\r\n" + file("name=a", "x") + "good bye", {"a|-|x"});
    good("more header fields",
         "--XX\r\nContent-Type: a/b\r\ncontent-disposition:form-data;name=a;\r\nX: y\r\n\r\nx\r\n--XX--",
         {"a|-|x"});
    good("blanks after the delimiter", "--XX \t\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XX--",
         {"a|-|x"});
    good("no parts", "--XX--", {});

    bad("nothing", "");
    bad("no delimiter", "hello");
    bad("no end", "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n");
    bad("half an end", "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XX-");
    bad("no content disposition", "--XX\r\nContent-Type: a/b\r\n\r\nx\r\n--XX--");
    bad("no header fields", "--XX\r\n\r\nx\r\n--XX--");
    bad("no name", file("filename=\"a\"", "x"));
    bad("not form-data", "--XX\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--XX--");
    bad("open quote", file("name=\"a", "x"));
    bad("name twice", file("name=a; name=b", "x"));
    bad("disposition twice",
        "--XX\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; "
        "name=b\r\n\r\nx\r\n--XX--");
    bad("folded line", "--XX\r\nContent-Disposition: form-data;\r\n name=a\r\n\r\nx\r\n--XX--");
    bad("blank in a field name", "--XX\r\nContent-Disposition : form-data; name=a\r\n\r\nx\r\n--XX--");
    bad("not UTF-8", file("name=\"file\"; filename=\"T\xf6ne.wav\"", "x"));
    bad("something after a delimiter", "--XXY\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XX--");
    bad("line feeds only", "--XX\nContent-Disposition: form-data; name=a\n\nx\n--XX--\n");
}

void TestMultipart::body()
{
    QFETCH(const QByteArray, body);
    QFETCH(const bool, ok);
    QFETCH(const QByteArrayList, parts);
    // In pieces of every size: none may make a difference.
    for (qsizetype step = 1; step <= body.size() + 1; ++step) {
        const Read read = readBody(body, step);
        QCOMPARE(read.ok, ok);
        if (ok)
            QCOMPARE(read.parts, parts);
    }
}

void TestMultipart::longHeadIsRefused()
{
    const QByteArray start = "--XX\r\nContent-Disposition: form-data; name=a\r\nX: ";
    const QByteArray end = "\r\n\r\nx\r\n--XX--";
    const qsizetype room = MultipartParser::headLimit - start.size() + 6;
    QVERIFY(readBody(start + QByteArray(room, 'x') + end, 100).ok);
    QVERIFY(!readBody(start + QByteArray(room + 1, 'x') + end, 100).ok);
    QVERIFY(!readBody(start + QByteArray(MultipartParser::headLimit * 10, 'x'), 100).ok);
}

void TestMultipart::longPreambleIsRefused()
{
    MultipartParser parser("XX", {[](const auto &) {}, [](QByteArrayView) {}, [] {}});
    const QByteArray piece(1024, 'x');
    int fed = 0;
    while (fed < 20 && parser.feed(piece))
        ++fed;
    QVERIFY(fed <= 9);
}

void TestMultipart::tooManyPartsAreRefused()
{
    QByteArray body;
    for (int i = 0; i < MultipartParser::partLimit; ++i)
        body += "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n";
    QVERIFY(readBody(body + "--XX--", 1000).ok);
    QVERIFY(!readBody(body + "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XX--", 1000).ok);
}

void TestMultipart::contentIsNotHeldBack()
{
    qsizetype seen = 0;
    MultipartParser parser(
        "XX", {[](const auto &) {}, [&seen](QByteArrayView bytes) { seen += bytes.size(); }, [] {}});
    QVERIFY(parser.feed("--XX\r\nContent-Disposition: form-data; name=a\r\n\r\n"));
    QVERIFY(parser.feed(QByteArray(100000, 'x')));
    QVERIFY(seen > 99900); // all but what might be the start of a delimiter
}

QTEST_GUILESS_MAIN(TestMultipart)
#include "tst_multipart.moc"
