// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/details/detailsheader.h"

#include "views/details/progressline.h"
#include "views/details/statusbadge.h"
#include "views/elidedlabel.h"
#include "views/fonts.h"
#include "views/format.h"
#include "views/plaintooltip.h"

#include <QEvent>
#include <QLabel>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace tallyman {

namespace {

using namespace std::chrono_literals;

// What is guessed is not told to the second.
QString leftText(std::chrono::milliseconds left)
{
    if (left < 1min)
        return DetailsHeader::tr("less than a minute left");
    if (left < 1h)
        return DetailsHeader::tr("about %1 min left")
            .arg(std::chrono::round<std::chrono::minutes>(left).count());
    return DetailsHeader::tr("about %1 left").arg(format::duration(left));
}

// What a person wants to know of a job that does not run: since when, and how long it took.
QString pastText(const Job &job, Timestamp now)
{
    if (const auto ended = job.completedAt) {
        const QString when = format::relativeTime(format::dateTime(*ended), now);
        const auto took = elapsed(job, now);
        return took
            ? DetailsHeader::tr("%1 after %2", "moment and duration").arg(when, format::duration(*took))
            : when;
    }
    const Timestamp since = job.queuedAt.value_or(job.createdAt);
    return DetailsHeader::tr("waits for %1").arg(format::duration(now - since));
}

} // namespace

DetailsHeader::DetailsHeader(QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(this))
    , m_status(new StatusBadge(this))
    , m_progress(new ProgressLine(this))
    , m_left(new QLabel(this))
    , m_actions(new QToolBar(tr("Actions"), this))
{
    m_title->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_actions->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_actions->setMovable(false);
    m_actions->layout()->setContentsMargins(0, 0, 0, 0);
    m_actions->layout()->setSpacing(4);
    m_actions->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_status);
    column->addWidget(m_progress);
    column->addWidget(m_left);
    column->addWidget(m_actions);
    setFonts();
}

void DetailsHeader::showJob(const Job &job, Timestamp now)
{
    const QString name = job.name.isEmpty() ? job.id.text() : job.name;
    m_title->setText(name);
    m_title->setToolTip(plainToolTip(name));
    const bool runs = job.status == JobStatus::Running;
    m_status->setStatus(job.status, job.progress, runs ? QString() : pastText(job, now));
    m_progress->setVisible(runs);
    // One that has not said anything yet is not at 0 %.
    m_progress->setProgress(job.progress > 0.0 ? std::optional(job.progress) : std::nullopt);
    const auto left = estimatedRemaining(job, now);
    m_left->setVisible(runs && left);
    m_left->setText(left ? leftText(*left) : QString());
    m_status->show();
}

void DetailsHeader::showCount(qint64 count)
{
    m_title->setText(tr("%1 jobs selected").arg(format::count(count)));
    m_title->setToolTip({});
    m_status->hide();
    m_progress->hide();
    m_left->hide();
}

void DetailsHeader::setActions(const QList<QAction *> &actions)
{
    m_actions->clear();
    m_actions->addActions(actions);
    for (QAction *action : actions) {
        if (auto *button = qobject_cast<QToolButton *>(m_actions->widgetForAction(action))) {
            button->setAutoRaise(false); // looks like one
            button->setFocusPolicy(Qt::TabFocus);
        }
    }
    m_actions->setVisible(!actions.isEmpty());
}

QString DetailsHeader::title() const
{
    return m_title->text();
}

QString DetailsHeader::statusLine() const
{
    return m_status->isHidden() ? QString() : m_status->text();
}

QString DetailsHeader::timeLeft() const
{
    return m_left->isHidden() ? QString() : m_left->text();
}

void DetailsHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        setFonts();
}

void DetailsHeader::setFonts()
{
    m_title->setFont(fonts::title(font()));
    QPalette weak = palette();
    weak.setColor(QPalette::WindowText,
                  fonts::secondaryText(palette(), QPalette::WindowText, QPalette::Window));
    m_left->setPalette(weak);
}

} // namespace tallyman
