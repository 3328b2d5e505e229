// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jobid.h"

#include <QSet>
#include <QTest>
#include <QUuid>

using namespace tallyman;

class TestJobId : public QObject {
    Q_OBJECT

private slots:
    void takesAProducersId_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *name, const QString &text, bool valid) {
            QTest::newRow(name) << text << valid;
        };
        row("songmap's", QStringLiteral("a1b2c3d4"), true);
        row("digits", QStringLiteral("5"), true);
        row("slashes", QStringLiteral("batch/2026/01"), true);
        row("dots", QStringLiteral("../x"), true); // never a path of ours; see UploadStore
        row("spaces inside", QStringLiteral("job one"), true);
        row("Unicode", QStringLiteral("作業-1"), true);
        row("longest", QString(JobId::maximumLength, u'x'), true);
        row("empty", {}, false);
        row("too long", QString(JobId::maximumLength + 1, u'x'), false);
        row("line feed at the end", QStringLiteral("5\n"), false);
        row("space in front", QStringLiteral(" 5"), false);
        row("NUL", QString(QChar(0)), false);
        row("control character", QStringLiteral("a\u0085b"), false);
        row("half a surrogate pair", QString(QChar(0xdc00)), false);
    }
    void takesAProducersId()
    {
        QFETCH(QString, text);
        QFETCH(bool, valid);
        const auto id = JobId::fromText(text);
        QCOMPARE(id.has_value(), valid);
        if (valid)
            QCOMPARE(id->text(), text);
    }

    void makesVersion7()
    {
        const Timestamp now{std::chrono::milliseconds{0x0123456789ab}};
        QSet<JobId> made;
        for (int i = 0; i < 1000; ++i) {
            const JobId id = JobId::generate(now);
            QCOMPARE(QUuid::fromString(id.text()).variant(), QUuid::DCE);
            QVERIFY(id.text().startsWith(QStringLiteral("01234567-89ab-7")));
            made << id;
        }
        QCOMPARE(made.size(), 1000);
    }
};

QTEST_GUILESS_MAIN(TestJobId)
#include "tst_jobid.moc"
