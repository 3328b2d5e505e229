// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobstatus.h"

#include <QWidget>

#include <array>

namespace tallyman {

class StatisticsModel;
class StatisticTile;

/// The numbers of all jobs on one line, live: how many, in which state, how many succeed, how long they take.
class StatisticsStrip : public QWidget {
    Q_OBJECT

public:
    /// The model must outlive the strip.
    explicit StatisticsStrip(const StatisticsModel &model, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showNumbers();

    const StatisticsModel &m_model;
    StatisticTile *m_total;
    std::array<StatisticTile *, allJobStatuses.size()> m_byStatus{};
    StatisticTile *m_successRate;
    StatisticTile *m_averageDuration;
};

} // namespace tallyman
