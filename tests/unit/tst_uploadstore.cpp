// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/uploadstore.h"

#include "models/store/openstore.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace tallyman;

class TestUploadStore : public QObject {
    Q_OBJECT

    const JobId m_id = JobId::generate(Timestamp{std::chrono::seconds{1768991400}});

private slots:
    void checksNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("valid");
        const auto row = [](const char *title, const QString &name, bool valid) {
            QTest::newRow(title) << name << valid;
        };
        row("plain", QStringLiteral("audio.wav"), true);
        row("spaces and Unicode", QStringLiteral("Käthe – 日本 (1).wav"), true);
        row("hidden", QStringLiteral(".hidden"), true);
        row("longest", QString(255, u'x'), true);
        row("300 characters", QString(300, u'x'), false);
        row("255 characters of two bytes", QString(255, u'ä'), false);
        row("empty", {}, false);
        row("dot", QStringLiteral("."), false);
        row("dot dot", QStringLiteral(".."), false);
        row("up and away", QStringLiteral("../../x"), false);
        row("absolute", QStringLiteral("/etc/passwd"), false);
        row("backslash", QStringLiteral("C:\\x.wav"), false);
        row("NUL", QStringLiteral("a") + QChar(0) + QStringLiteral("b"), false);
        row("line feed", QStringLiteral("a\nb"), false);
    }
    void checksNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, valid);
        const QTemporaryDir folder;
        const UploadStore store(folder.filePath(QStringLiteral("data/uploads")));
        const auto checked = UploadStore::checkFileName(name);
        QCOMPARE(checked.ok(), valid);
        const auto saved = store.save(m_id, name, "bytes");
        QCOMPARE(saved.ok(), valid);
        if (valid) {
            QFile file(*saved);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), QByteArray("bytes"));
        } else {
            QCOMPARE(checked.error().code, ErrorCode::InvalidValue);
            QCOMPARE(checked.error().field, QStringLiteral("file"));
            QVERIFY(QDir(folder.path()).isEmpty()); // nothing was made
        }
    }

    void removesWithTheJob()
    {
        const QTemporaryDir folder;
        const UploadStore store(folder.filePath(QStringLiteral("uploads")));
        const auto saved = store.save(m_id, QStringLiteral("a.wav"), "x");
        QVERIFY(saved);
        QCOMPARE(store.ids(), QList<JobId>{m_id});
        store.remove(m_id);
        QVERIFY(!QFile::exists(*saved));
        QVERIFY(store.ids().isEmpty());
        store.remove(m_id); // nothing left to do
    }

    void neverLeavesItsDirectory()
    {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("precious")));
        const UploadStore store(folder.filePath(QStringLiteral("uploads")));
        QVERIFY(store.save(m_id, QStringLiteral("a.wav"), "x"));
        for (const char *text : {"../precious", "..", ".", "precious"}) {
            store.remove(test::id(text));
            QVERIFY(!store.save(test::id(text), QStringLiteral("a.wav"), "x"));
        }
        QVERIFY(QDir(folder.filePath(QStringLiteral("precious"))).exists());
        QCOMPARE(store.ids().size(), 1);
    }

    void removesWhatNoJobOwns()
    {
        using namespace std::chrono_literals;
        test::ManualClock clock;
        auto opened = openStore({StoreLocation::Engine::Memory, {}}, clock);
        QVERIFY(opened);
        const UploadStore store(opened->uploadDirectory);
        Job owned;
        owned.id = JobId::generate(clock.now() - 48h);
        QVERIFY(opened->jobs->create(owned));
        const JobId orphan = JobId::generate(clock.now() - 61min);
        const JobId arriving = JobId::generate(clock.now() - 59min);
        for (const JobId &id : {owned.id, orphan, arriving})
            QVERIFY(store.save(id, QStringLiteral("a.wav"), "x"));
        store.removeOrphans(*opened->jobs, clock.now());
        QCOMPARE(store.ids(), QList<JobId>({owned.id, arriving}));
    }

    void removesDeletedOnesOfAProgramThatWasKilled()
    {
        test::ManualClock clock;
        auto opened = openStore({StoreLocation::Engine::Memory, {}}, clock);
        QVERIFY(opened);
        const QDir uploads(opened->uploadDirectory);
        const UploadStore left(uploads.filePath(QStringLiteral("deleted-abcdef")));
        QVERIFY(left.save(JobId::generate(clock.now()), QStringLiteral("a.wav"), "x"));
        UploadStore(uploads.path()).removeOrphans(*opened->jobs, clock.now());
        QVERIFY(uploads.isEmpty());
    }

    void saysWhyItCannotSave()
    {
        const QTemporaryDir folder;
        QFile blocker(folder.filePath(QStringLiteral("uploads")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        const UploadStore store(blocker.fileName());
        const auto saved = store.save(m_id, QStringLiteral("a.wav"), "x");
        QVERIFY(!saved);
        QVERIFY(saved.error().message.contains(blocker.fileName()));
    }
};

QTEST_GUILESS_MAIN(TestUploadStore)
#include "tst_uploadstore.moc"
