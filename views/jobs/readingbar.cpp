// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/readingbar.h"

#include "models/jobtablemodel.h"
#include "views/fonts.h"
#include "views/format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace tallyman {

namespace {

using namespace std::chrono_literals;

constexpr int barHeight = 3;
constexpr double trackShare = 0.14; // of the text colour
constexpr auto tellable = 1s; // before, no time left can be told

} // namespace

ReadingBar::ReadingBar(JobTableModel &model, QWidget *parent)
    : QFrame(parent)
    , m_model(model)
    , m_text(new QLabel(this))
    , m_cancel(new QPushButton(tr("&Cancel"), this))
{
    setAutoFillBackground(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFont(fonts::tabular(font()));
    m_cancel->setToolTip(tr("Stop here (Esc)"));
    m_cancel->setFocusPolicy(Qt::TabFocus); // a click must not take the focus from the table
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, barHeight + 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_cancel);
    hide();

    connect(m_cancel, &QPushButton::clicked, &model, &JobTableModel::cancel);
    connect(&model, &JobTableModel::reading, this, &ReadingBar::showProgress);
    connect(&model, &JobTableModel::loaded, this, &QWidget::hide);
    connect(&model, &JobTableModel::filterChanged, this, &QWidget::hide);
    connect(&model, &JobTableModel::failed, this, &QWidget::hide);
}

QString ReadingBar::text() const
{
    return m_text->text();
}

void ReadingBar::place()
{
    const int height = sizeHint().height();
    setGeometry(0, parentWidget()->height() - height, parentWidget()->width(), height);
}

void ReadingBar::showProgress(qint64 rowsSoFar, qint64 ofAbout)
{
    if (isHidden()) {
        m_since.start();
        m_first = rowsSoFar;
    }
    const bool known = ofAbout > 0;
    m_share =
        known ? std::clamp(static_cast<double>(rowsSoFar) / static_cast<double>(ofAbout), 0.0, 1.0) : -1.0;
    const QString what = m_model.work() == JobTableModel::Work::Sorting ? tr("Sorting")
        : m_model.work() == JobTableModel::Work::Searching              ? tr("Searching")
                                                                        : tr("Reading jobs");
    QString text = known
        ? tr("%1: %2 of %3", "what is done: jobs so far, of all")
              .arg(what, format::count(std::min(rowsSoFar, ofAbout)), format::count(ofAbout))
        : tr("%1: %2 found", "what is done: jobs so far").arg(what, format::count(rowsSoFar));
    if (known)
        text += timeLeft(rowsSoFar, ofAbout);
    m_text->setText(text);
    setAccessibleName(text);
    place();
    show();
    raise();
    update();
}

QString ReadingBar::timeLeft(qint64 rowsSoFar, qint64 ofAbout) const
{
    const std::chrono::milliseconds elapsed{m_since.elapsed()};
    if (elapsed < tellable || rowsSoFar <= m_first || rowsSoFar >= ofAbout)
        return {};
    const double rest = static_cast<double>(ofAbout - rowsSoFar) / static_cast<double>(rowsSoFar - m_first);
    const std::chrono::seconds left{
        1 + static_cast<qint64>(rest * static_cast<double>(elapsed.count()) / 1000.0)};
    return tr(" · about %1 left", "a duration").arg(format::duration(left));
}

void ReadingBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor track =
        fonts::blend(palette().color(QPalette::WindowText), palette().color(QPalette::Window), trackShare);
    painter.fillRect(0, 0, width(), barHeight, track);
    if (m_share >= 0.0)
        painter.fillRect(QRectF(0.0, 0.0, width() * m_share, barHeight),
                         palette().color(QPalette::Highlight));
}

} // namespace tallyman
