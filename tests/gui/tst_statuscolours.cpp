// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/livewindow.h"
#include "views/fonts.h"
#include "views/statuslook.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace tallyman;

namespace {

// https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
double luminance(const QColor &colour)
{
    const auto part = [](float value) {
        const double v = static_cast<double>(value);
        return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QImage shapeOf(JobStatus status, const QColor &colour)
{
    QImage image(statusShapeSize, statusShapeSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintStatusShape(painter, {}, status, colour, 0.5);
    return image;
}

} // namespace

class TestStatusColours : public QObject {
    Q_OBJECT

private slots:
    void isReadable_data();
    void isReadable();
    void shapesDiffer();
    void knowsDark();
};

void TestStatusColours::isReadable_data()
{
    QTest::addColumn<QPalette>("palette");
    QPalette white(QColor(0xef, 0xef, 0xef)); // Fusion's own
    white.setColor(QPalette::Base, Qt::white);
    white.setColor(QPalette::Text, Qt::black);
    QPalette fusionDark(QColor(50, 50, 50)); // what Fusion makes of a dark desktop
    fusionDark.setColor(QPalette::Base, QColor(36, 36, 36));
    fusionDark.setColor(QPalette::Text, Qt::white);
    QTest::newRow("Fusion, light") << white;
    QTest::newRow("Fusion, dark") << fusionDark;
    QTest::newRow("light desktop") << test::lightPalette();
    QTest::newRow("dark desktop") << test::darkPalette();
}

void TestStatusColours::isReadable()
{
    QFETCH(QPalette, palette);
    const QColor base = palette.color(QPalette::Base);
    for (const JobStatus status : allJobStatuses) {
        const double ratio = contrast(statusColour(status, isDark(palette)), base);
        QVERIFY2(ratio >= 4.5, qPrintable(QStringLiteral("%1 has %2:1").arg(statusText(status)).arg(ratio)));
    }
    const double secondary = contrast(fonts::secondaryText(palette), base);
    QVERIFY2(secondary >= 4.5, qPrintable(QString::number(secondary)));
    const QColor onWindow = fonts::secondaryText(palette, QPalette::WindowText, QPalette::Window);
    QVERIFY(contrast(onWindow, palette.color(QPalette::Window)) >= 4.5);
}

// Nobody needs to see colours.
void TestStatusColours::shapesDiffer()
{
    for (const JobStatus a : allJobStatuses) {
        const QImage image = shapeOf(a, Qt::black);
        QVERIFY(image != QImage(image.size(), image.format()));
        for (const JobStatus b : allJobStatuses)
            QCOMPARE(image == shapeOf(b, Qt::black), a == b);
    }
}

void TestStatusColours::knowsDark()
{
    QVERIFY(isDark(test::darkPalette()));
    QVERIFY(!isDark(test::lightPalette()));
}

QTEST_MAIN(TestStatusColours)
#include "tst_statuscolours.moc"
