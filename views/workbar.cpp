// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/workbar.h"

#include "views/elidedlabel.h"
#include "views/fonts.h"
#include "views/format.h"
#include "views/progressbar.h"
#include "views/statuslook.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

namespace tallyman {

namespace {

using namespace std::chrono_literals;

constexpr int barSteps = 1000;
constexpr double tint = 0.10;
constexpr auto firstEstimate = 1s; // sooner it would only be a guess

/// The bar that progress has everywhere in the window.
class ThinBar final : public QProgressBar {
public:
    explicit ThinBar(QWidget *parent)
        : QProgressBar(parent)
    {
        setTextVisible(false);
        setFixedHeight(progressBarHeight);
        setRange(0, barSteps);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintProgressBar(painter, rect(), static_cast<double>(value()) / barSteps,
                         palette().color(QPalette::WindowText),
                         statusColour(JobStatus::Running, isDark(palette())));
    }
};

} // namespace

WorkBar::WorkBar(QWidget *parent)
    : QFrame(parent)
    , m_what(new ElidedLabel(this))
    , m_bar(new ThinBar(this))
    , m_figures(new QLabel(this))
    , m_cancel(new QPushButton(tr("Ca&ncel"), this))
    , m_show(this)
{
    m_figures->setTextFormat(Qt::PlainText);
    m_figures->setFont(fonts::tabular(font()));
    m_cancel->setToolTip(tr("Stop at once; what is done stays done"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(8, 8, 8, 8);
    line->setSpacing(16);
    line->addWidget(m_what);
    line->addWidget(m_bar, 1);
    line->addWidget(m_figures);
    line->addWidget(m_cancel);
    m_bar->setMinimumWidth(80);
    m_show.setSingleShot(true);
    m_show.setInterval(delay);
    connect(&m_show, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        emit cancelled();
    });
    hide();
}

void WorkBar::begin(const QString &what)
{
    m_what->setText(what);
    m_bar->setAccessibleName(what);
    m_bar->setValue(0);
    m_figures->clear();
    m_figures->setMinimumWidth(0);
    m_cancel->setEnabled(true);
    m_since.start();
    if (isHidden())
        m_show.start();
}

void WorkBar::setProgress(qint64 done, qint64 of)
{
    m_bar->setValue(of > 0 ? static_cast<int>(done * barSteps / of) : 0);
    if (of < 0)
        return m_figures->setText(tr("%1 so far").arg(format::count(done)));
    QString text = tr("%1 of %2").arg(format::count(done), format::count(of));
    if (const auto time = left(done, of))
        text += tr(" · %1").arg(timeLeftText(*time));
    m_figures->setText(text);
    // It only grows, so that the bar does not twitch.
    m_figures->setMinimumWidth(std::max(m_figures->minimumWidth(), m_figures->sizeHint().width()));
}

void WorkBar::end()
{
    m_show.stop();
    hide();
}

QString WorkBar::what() const
{
    return m_what->text();
}

QString WorkBar::figures() const
{
    return m_figures->text();
}

std::optional<std::chrono::milliseconds> WorkBar::left(qint64 done, qint64 of) const
{
    const std::chrono::milliseconds elapsed{m_since.elapsed()};
    if (done <= 0 || elapsed < firstEstimate)
        return {};
    const double rest = static_cast<double>(of - done) / static_cast<double>(done);
    return std::chrono::milliseconds{static_cast<qint64>(static_cast<double>(elapsed.count()) * rest)};
}

void WorkBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor window = palette().color(QPalette::Window);
    const QColor accent = palette().color(QPalette::Highlight);
    painter.fillRect(rect(), fonts::blend(accent, window, tint));
    painter.fillRect(0, 0, width(), 1, fonts::blend(accent, window, 0.4));
}

QString timeLeftText(std::chrono::milliseconds left)
{
    using namespace std::chrono;
    if (left < 10s)
        return WorkBar::tr("a few seconds left");
    if (left < 1min)
        return WorkBar::tr("about %1 s left").arg(ceil<duration<qint64, std::ratio<10>>>(left).count() * 10);
    if (left < 90min)
        return WorkBar::tr("about %1 min left").arg(ceil<minutes>(left).count());
    return WorkBar::tr("about %1 h left").arg(ceil<hours>(left).count());
}

} // namespace tallyman
