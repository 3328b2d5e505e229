// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/table.h"
#include "app/cli/terminal.h"
#include "app/cli/text.h"

#include <QTest>

using namespace tallyman::cli;
using namespace std::chrono_literals;

namespace {

QString u8(const char *text)
{
    return QString::fromUtf8(text);
}

Table sample()
{
    Table table({{u8("ID"), {}, 0}, {u8("N"), Table::Align::Right, 0}, {u8("NAME"), {}, 6}});
    table.addRow({{u8("a")}, {u8("7")}, {u8("日本語")}});
    table.addRow({{u8("bcd")}, {u8("100")}, {u8("a rather long name")}});
    table.addRow({{u8("e")}, {}, {u8("bell\a and\nline")}});
    return table;
}

} // namespace

class TestCtlText : public QObject {
    Q_OBJECT

private slots:
    void width_data();
    void width();
    void elide_data();
    void elide();
    void harmlessness_data();
    void harmlessness();
    void duration_data();
    void duration();
    void progress_data();
    void progress();
    void time();
    void tableInAPipe();
    void tableOnATerminal_data();
    void tableOnATerminal();
    void colour();
};

void TestCtlText::width_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("width");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("ascii") << u8("abc") << 3;
    QTest::newRow("umlaut") << u8("Übung") << 5;
    QTest::newRow("wide") << u8("日本語") << 6;
    QTest::newRow("hangul") << u8("한글") << 4;
    QTest::newRow("combining") << u8("e\u0301") << 1;
    QTest::newRow("emoji") << u8("😀") << 2;
    QTest::newRow("zero width space") << u8("a\u200bb") << 2;
}

void TestCtlText::width()
{
    QFETCH(QString, text);
    QTEST(displayWidth(text), "width");
}

void TestCtlText::elide_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("result");
    QTest::newRow("fits") << u8("abc") << 3 << u8("abc");
    QTest::newRow("too long") << u8("abcd") << 3 << u8("ab…");
    QTest::newRow("half of a wide one") << u8("日本語") << 4 << u8("日…");
    QTest::newRow("accent stays") << u8("ae\u0301io") << 3 << u8("ae\u0301…");
    QTest::newRow("one column") << u8("abc") << 1 << u8("…");
    QTest::newRow("none") << u8("abc") << 0 << QString();
}

void TestCtlText::elide()
{
    QFETCH(QString, text);
    QFETCH(int, columns);
    QTEST(elided(text, columns), "result");
}

void TestCtlText::harmlessness_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("lines");
    QTest::newRow("plain") << u8("Grüße 日本 😀") << u8("Grüße 日本 😀") << u8("Grüße 日本 😀");
    QTest::newRow("escape") << u8("\x1b[31mred") << u8("\ufffd[31mred") << u8("\ufffd[31mred");
    QTest::newRow("C1") << u8("a\u009bb")
                        << u8("a\ufffd"
                              "b")
                        << u8("a\ufffd"
                              "b");
    QTest::newRow("lines") << u8("a\r\nb\tc") << u8("a  b c") << u8("a\nb c");
    QTest::newRow("carriage return") << u8("good\rbad") << u8("good bad") << u8("good bad");
    QTest::newRow("bidi override") << u8("\u202egpj.exe") << u8("\ufffdgpj.exe") << u8("\ufffdgpj.exe");
    QTest::newRow("broken surrogate") << QString(QChar(0xd800)) << u8("\ufffd") << u8("\ufffd");
}

void TestCtlText::harmlessness()
{
    QFETCH(QString, text);
    QTEST(harmlessLine(text), "line");
    QTEST(harmlessText(text), "lines");
}

void TestCtlText::duration_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("result");
    QTest::newRow("none") << qint64{0} << u8("0s");
    QTest::newRow("tenths") << qint64{450} << u8("0.4s");
    QTest::newRow("seconds") << qint64{45900} << u8("45s");
    QTest::newRow("just below a minute") << qint64{59999} << u8("59s");
    QTest::newRow("minutes") << qint64{185000} << u8("3m 05s");
    QTest::newRow("hours") << qint64{3720000} << u8("1h 02m");
    QTest::newRow("days") << qint64{187200000} << u8("2d 04h");
}

void TestCtlText::duration()
{
    QFETCH(qint64, ms);
    QTEST(durationText(std::chrono::milliseconds{ms}), "result");
}

void TestCtlText::progress_data()
{
    QTest::addColumn<double>("progress");
    QTest::addColumn<QString>("result");
    QTest::newRow("start") << 0.0 << u8("0%");
    QTest::newRow("inexact") << 0.29 << u8("29%");
    QTest::newRow("nearly") << 0.999 << u8("99%");
    QTest::newRow("end") << 1.0 << u8("100%");
}

void TestCtlText::progress()
{
    QFETCH(double, progress);
    QTEST(progressText(progress), "result");
}

void TestCtlText::time()
{
    const tallyman::Timestamp time{1768991400123ms};
    QCOMPARE(timeText(time), u8("2026-01-21 10:30:00Z"));
    QCOMPARE(timeText(time, true), u8("2026-01-21 10:30:00.123Z"));
    // What is shown can be given back to --since.
    QCOMPARE(tallyman::timestampFromIsoText(timeText(time, true).toUtf8()), std::optional(time));
}

void TestCtlText::tableInAPipe()
{
    QCOMPARE(sample().text({}),
             u8("ID     N  NAME\n"
                "a      7  日本語\n"
                "bcd  100  a rather long name\n"
                "e      -  bell\ufffd and line\n"));
}

void TestCtlText::tableOnATerminal_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("result");
    QTest::newRow("wide enough") << 28
                                 << u8("ID     N  NAME\n"
                                       "a      7  日本語\n"
                                       "bcd  100  a rather long name\n"
                                       "e      -  bell\ufffd and line\n");
    QTest::newRow("name elided") << 18
                                 << u8("ID     N  NAME\n"
                                       "a      7  日本語\n"
                                       "bcd  100  a rathe…\n"
                                       "e      -  bell\ufffd a…\n");
    QTest::newRow("lines cut") << 12
                               << u8("ID     N  N…\n"
                                     "a      7  …\n"
                                     "bcd  100  a…\n"
                                     "e      -  b…\n");
    QTest::newRow("hardly anything") << 2 << u8("ID\na \nb…\ne \n");
}

void TestCtlText::tableOnATerminal()
{
    QFETCH(int, width);
    QTEST(sample().text({false, width}), "result");
}

void TestCtlText::colour()
{
    Table table({{u8("A"), {}, 0}, {u8("B"), Table::Align::Right, 0}});
    table.addRow({{u8("x"), Style::Bad}, {u8("1"), Style::Good}});
    table.addRow({{u8("yyy"), Style::Plain}, {u8("10"), Style::Plain}});
    // The padding is outside of the colour, and the colour does not count as width.
    QCOMPARE(table.text({true, 20}),
             u8("\x1b[1mA\x1b[0m     \x1b[1mB\x1b[0m\n"
                "\x1b[31mx\x1b[0m     \x1b[32m1\x1b[0m\n"
                "yyy  10\n"));
}

QTEST_GUILESS_MAIN(TestCtlText)
#include "tst_ctl_text.moc"
