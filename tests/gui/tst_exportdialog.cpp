// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/joblimits.h"
#include "tests/gui/livewindow.h"
#include "tests/support/manualclock.h"
#include "tests/support/testjobs.h"
#include "views/dialogs/exportdialog.h"
#include "views/messagebar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace tallyman;
using namespace tallyman::test;

class TestExportDialog : public QObject {
    Q_OBJECT

private slots:
    void init();
    void countsFirst_data();
    void countsFirst();
    void writesAll();
    void writesSelection();
    void formatAndName();
    void existingFile();
    void cancels();
    void failsInPlace();
    void fromTheWindow();

private:
    [[nodiscard]] std::unique_ptr<ExportDialog> dialog(const QString &query = {},
                                                       const QList<qint64> &selected = {});
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QByteArray contentOf(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    ManualClock m_clock;
    std::unique_ptr<LiveModels> m_models;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ExportTask> m_task;
};

void TestExportDialog::init()
{
    m_task.reset();
    m_models = std::make_unique<LiveModels>(m_clock);
    m_folder = std::make_unique<QTemporaryDir>();
    m_task = std::make_unique<ExportTask>(m_models->store(), m_clock);
    for (const char *idText : {"a", "b", "c"})
        QVERIFY(m_models->store().create(job(idText)).ok());
}

std::unique_ptr<ExportDialog> TestExportDialog::dialog(const QString &query, const QList<qint64> &selected)
{
    auto made = std::make_unique<ExportDialog>(*m_task, *parseFilter(query), selected, m_folder->path());
    made->show();
    return made;
}

void TestExportDialog::countsFirst_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QList<qint64>>("selected");
    QTest::addColumn<QString>("button");
    QTest::newRow("all") << QString() << QList<qint64>() << QStringLiteral("&Export 3 jobs");
    QTest::newRow("some") << QStringLiteral("-id:b") << QList<qint64>() << QStringLiteral("&Export 2 jobs");
    QTest::newRow("none") << QStringLiteral("id:x") << QList<qint64>() << QStringLiteral("&Export 0 jobs");
    QTest::newRow("selected") << QString() << QList<qint64>{1, 2} << QStringLiteral("&Export 2 jobs");
}

void TestExportDialog::countsFirst()
{
    QFETCH(QString, query);
    QFETCH(QList<qint64>, selected);
    QFETCH(QString, button);
    const auto shown = dialog(query, selected);
    QCOMPARE(shown->selection()->isEnabled(), !selected.isEmpty());
    QCOMPARE(shown->all()->isChecked(), selected.isEmpty());
    QTRY_COMPARE(shown->exportButton()->text(), button);
    QCOMPARE(shown->exportButton()->isEnabled(), !button.contains(u'0'));
}

void TestExportDialog::writesAll()
{
    const auto shown = dialog(QStringLiteral("-id:b sort:id"));
    shown->path()->setText(path("out.csv"));
    QTest::mouseClick(shown->exportButton(), Qt::LeftButton);
    QVERIFY(!shown->path()->isEnabled());
    QTRY_VERIFY2(shown->statusText().startsWith(QStringLiteral("2 jobs written")),
                 qPrintable(shown->statusText()));
    QVERIFY(shown->path()->isEnabled());
    QVERIFY(shown->isVisible());
    const QByteArray text = contentOf("out.csv");
    QVERIFY2(text.contains("\r\na,a job") && text.contains("\r\nc,a job") && !text.contains("\r\nb,"), text);
}

void TestExportDialog::writesSelection()
{
    const auto shown = dialog({}, {3, 1});
    shown->format()->setCurrentIndex(2);
    shown->withResults()->setChecked(true);
    shown->path()->setText(path("out.jsonl"));
    QTest::keyClick(shown.get(), Qt::Key_Return);
    QTRY_VERIFY(shown->statusText().startsWith(QStringLiteral("2 jobs written")));
    const QByteArrayList lines = contentOf("out.jsonl").split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).startsWith("{\"id\":\"c\""));
    QVERIFY(lines.at(1).startsWith("{\"id\":\"a\"") && lines.at(1).endsWith("\"results\":[]}"));
}

void TestExportDialog::formatAndName()
{
    const auto shown = dialog();
    QVERIFY(shown->path()->text().endsWith(QStringLiteral(".csv")));
    QVERIFY(!shown->withResults()->isEnabled());
    shown->format()->setCurrentIndex(1);
    QVERIFY(shown->path()->text().endsWith(QStringLiteral(".json")));
    QVERIFY(shown->withResults()->isEnabled());
    shown->path()->setText(path("my.export"));
    shown->format()->setCurrentIndex(0);
    QCOMPARE(shown->path()->text(), path("my.export"));
    shown->path()->clear();
    QVERIFY(!shown->exportButton()->isEnabled());
    shown->path()->setText(m_folder->path());
    QVERIFY(!shown->exportButton()->isEnabled());
}

void TestExportDialog::existingFile()
{
    QFile old(path("old.csv"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.close();
    const auto shown = dialog();
    shown->path()->setText(path("old.csv"));
    const QList<QLabel *> labels = shown->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text().contains(QStringLiteral("will be replaced"));
    }));
}

void TestExportDialog::cancels()
{
    Job large = job("x");
    large.metadata = '"' + QByteArray(limits::jsonBytes - 2, 'x') + '"';
    for (int i = 0; i < 40; ++i) {
        large.id = id(QByteArray::number(i).constData());
        QVERIFY(m_models->store().create(large).ok());
    }
    const auto shown = dialog();
    shown->path()->setText(path("out.csv"));
    QSignalSpy progressed(m_task.get(), &ExportTask::progressed);
    QTest::mouseClick(shown->exportButton(), Qt::LeftButton);
    QVERIFY(shown->findChild<QProgressBar *>()->isVisible());
    QTest::keyClick(shown.get(), Qt::Key_Escape); // cancels, and does not close
    QVERIFY(shown->isVisible());
    QTRY_COMPARE(shown->statusText(), QStringLiteral("Cancelled. Nothing was written."));
    QVERIFY(QDir(m_folder->path()).isEmpty(QDir::Files | QDir::Hidden));
    QVERIFY(shown->exportButton()->isEnabled());
    QTest::keyClick(shown.get(), Qt::Key_Escape);
    QVERIFY(!shown->isVisible());
}

void TestExportDialog::failsInPlace()
{
    const auto shown = dialog();
    shown->path()->setText(path("nowhere/out.csv"));
    QTest::mouseClick(shown->exportButton(), Qt::LeftButton);
    QTRY_VERIFY(shown->problem()->isVisible());
    QVERIFY(shown->problem()->message().startsWith(path("nowhere/out.csv")));
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("nowhere")));
    emit shown->problem()->acted(); // what "Try again" is for
    QTRY_VERIFY(shown->statusText().startsWith(QStringLiteral("3 jobs written")));
    QVERIFY(!shown->problem()->isVisible());
}

void TestExportDialog::fromTheWindow()
{
    LiveWindow live(m_clock);
    QVERIFY(live.store().create(job("a")).ok());
    live.window().show();
    QVERIFY(QTest::qWaitForWindowActive(&live.window()));
    QTRY_COMPARE(live.jobs().rowCount(), 1);
    QTest::keyClick(&live.window(), Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    auto *shown = live.window().findChild<ExportDialog *>();
    QVERIFY(shown);
    QTRY_COMPARE(shown->exportButton()->text(), QStringLiteral("&Export 1 jobs"));
    shown->reject();
}

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
