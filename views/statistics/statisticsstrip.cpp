// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/statistics/statisticsstrip.h"

#include "models/statisticsmodel.h"
#include "views/format.h"
#include "views/statistics/statistictile.h"
#include "views/statuslook.h"

#include <QHBoxLayout>
#include <QPainter>

namespace tallyman {

namespace {

constexpr float lineOpacity = 0.12F;

/// A hairline between two groups.
class Separator final : public QWidget {
public:
    explicit Separator(QWidget *parent)
        : QWidget(parent)
    {
        setFixedWidth(1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QColor line = palette().color(QPalette::WindowText);
        line.setAlphaF(lineOpacity);
        QPainter(this).fillRect(rect(), line);
    }
};

} // namespace

StatisticsStrip::StatisticsStrip(const StatisticsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_total(new StatisticTile(tr("Jobs"), {}, this))
    , m_successRate(new StatisticTile(tr("Success rate"), {}, this))
    , m_averageDuration(new StatisticTile(tr("Average duration"), {}, this))
{
    setAccessibleName(tr("Statistics"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(8, 8, 8, 8);
    line->setSpacing(20);
    line->addWidget(m_total);
    line->addWidget(new Separator(this));
    for (const JobStatus status : allJobStatuses) {
        auto *tile = new StatisticTile(statusText(status), status, this);
        m_byStatus.at(static_cast<std::size_t>(status)) = tile;
        line->addWidget(tile);
    }
    line->addWidget(new Separator(this));
    line->addWidget(m_successRate);
    line->addWidget(m_averageDuration);
    line->addStretch(1);
    for (const JobStatus status : allJobStatuses)
        m_byStatus.at(static_cast<std::size_t>(status))->setToolTip(statusText(status));
    m_total->setToolTip(tr("Jobs that are stored now"));
    m_successRate->setToolTip(tr("Completed jobs of those that completed or failed, ever"));
    m_averageDuration->setToolTip(tr("Average duration of the jobs that completed, ever"));
    connect(&model, &StatisticsModel::changed, this, &StatisticsStrip::showNumbers);
    showNumbers();
}

void StatisticsStrip::showNumbers()
{
    const std::optional<Statistics> &numbers = m_model.statistics();
    if (!numbers)
        return;
    m_total->setValue(format::count(numbers->present.total()), numbers->present.total() == 0);
    for (const JobStatus status : allJobStatuses) {
        const qint64 count = numbers->present[status];
        m_byStatus.at(static_cast<std::size_t>(status))->setValue(format::count(count), count == 0);
    }
    const QString none = QStringLiteral("–");
    const auto rate = numbers->ends.successRate();
    m_successRate->setValue(rate ? format::percent(*rate) : none, !rate);
    const auto average = numbers->ends.averageDuration();
    m_averageDuration->setValue(average ? format::duration(*average) : none, !average);
}

void StatisticsStrip::paintEvent(QPaintEvent *)
{
    QColor line = palette().color(QPalette::WindowText);
    line.setAlphaF(lineOpacity);
    QPainter(this).fillRect(0, height() - 1, width(), 1, line);
}

} // namespace tallyman
