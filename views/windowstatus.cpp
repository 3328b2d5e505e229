// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/windowstatus.h"

#include "models/domain/jobstatus.h"
#include "views/elidedlabel.h"
#include "views/format.h"
#include "views/statuslook.h"

#include <QAction>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStatusBar>
#include <QToolButton>

#include <chrono>

namespace tallyman {

namespace {

constexpr std::chrono::seconds sizeInterval{2};

QToolButton *button(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->hide();
    return button;
}

// What happened; what to do about it is said by the buttons.
QString firstSentence(const QString &message)
{
    const qsizetype end = message.indexOf(QStringLiteral(". "));
    return end < 0 ? message : message.left(end + 1);
}

} // namespace

/// The shape for "failed" beside a text.
class StatusMark final : public QWidget {
public:
    explicit StatusMark(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(statusShapeSize, statusShapeSize);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintStatusShape(painter, {}, JobStatus::Failed, statusColour(JobStatus::Failed, isDark(palette())));
    }
};

WindowStatus::WindowStatus(QStatusBar *bar, const QString &database, QAction *retry, QAction *otherPort)
    : QObject(bar)
    , m_database(database)
    , m_sizeTimer(this)
    , m_jobs(new QLabel(bar))
    , m_apiMark(new StatusMark(bar))
    , m_api(new ElidedLabel(bar))
    , m_retry(button(retry, bar))
    , m_otherPort(button(otherPort, bar))
    , m_file(new QLabel(bar))
{
    auto *content = new QWidget(bar);
    auto *line = new QHBoxLayout(content);
    line->setContentsMargins(6, 4, 6, 4); // and two that the bar adds
    line->setSpacing(8);
    line->addWidget(m_jobs);
    line->addStretch();
    line->addWidget(m_apiMark);
    line->addWidget(m_api);
    line->addWidget(m_retry);
    line->addWidget(m_otherPort);
    line->addSpacing(16);
    line->addWidget(m_file);
    content->setMinimumHeight(m_retry->sizeHint().height() + 8); // with and without the buttons
    bar->setSizeGripEnabled(false);
    bar->addWidget(content, 1);
    for (QLabel *label : {m_jobs, m_file})
        label->setTextFormat(Qt::PlainText);

    m_file->setToolTip(database);
    m_sizeTimer.setInterval(sizeInterval);
    connect(&m_sizeTimer, &QTimer::timeout, this, &WindowStatus::showDatabaseSize);
    m_sizeTimer.start();
    showDatabaseSize();
    setJobs(0, 0);
    setApi({});
}

void WindowStatus::setJobs(qint64 count, qint64 selected, std::optional<qint64> ofAll)
{
    const int plural = static_cast<int>(std::min<qint64>(ofAll.value_or(count), INT_MAX));
    QString text;
    if (ofAll)
        text = tr("%1 of %2 jobs", nullptr, plural).arg(format::count(count), format::count(*ofAll));
    else if (count == 1)
        text = tr("1 job");
    else
        text = tr("%1 jobs", nullptr, plural).arg(format::count(count));
    if (selected > 0)
        text += tr(" · %1 selected").arg(format::count(selected));
    m_jobs->setText(text);
}

void WindowStatus::setApi(const ApiState &state)
{
    const bool unavailable = state.kind == ApiState::Kind::Unavailable;
    switch (state.kind) {
    case ApiState::Kind::SwitchedOff:
        m_api->setText(tr("API switched off"));
        m_api->setToolTip(tr("The settings say not to serve it. Jobs come from other programs that use "
                             "this database."));
        break;
    case ApiState::Kind::Listening:
        m_api->setText(tr("API %1").arg(QString(state.url).remove(QStringLiteral("http://"))));
        m_api->setToolTip(tr("Jobs are reported to %1").arg(state.url));
        break;
    case ApiState::Kind::Unavailable:
        m_api->setText(firstSentence(state.message));
        m_api->setToolTip(state.detail.isEmpty() ? state.message
                                                 : state.message + QStringLiteral("\n\n") + state.detail);
        break;
    }
    for (QWidget *widget : {static_cast<QWidget *>(m_apiMark), static_cast<QWidget *>(m_retry),
                            static_cast<QWidget *>(m_otherPort)})
        widget->setVisible(unavailable);
}

QString WindowStatus::apiText() const
{
    return m_api->text();
}

void WindowStatus::showDatabaseSize()
{
    const QFileInfo file(m_database);
    if (!file.isAbsolute()) {
        m_file->setText(tr("Kept in memory only"));
        return;
    }
    m_file->setText(QStringLiteral("%1  %2").arg(
        file.fileName(), QLocale().formattedDataSize(file.size(), 1, QLocale::DataSizeSIFormat)));
}

} // namespace tallyman
