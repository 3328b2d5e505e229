// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobsummary.h"

#include <QWidget>

class QFormLayout;
class QLabel;

namespace tallyman {

class StatusBadge;

/// What several jobs come to together.
class SummaryPage : public QWidget {
    Q_OBJECT

public:
    explicit SummaryPage(QWidget *parent = nullptr);

    /// Another number of jobs is to be summed up.
    void begin();
    /// `counted` of `count` jobs are in the summary.
    void showSummary(const JobSummary &summary, qint64 counted, qint64 count);

    // For tests: what the rows say, "title: value".
    [[nodiscard]] QStringList lines() const;

private:
    void addRow(QWidget *title, QLabel *value);
    QLabel *addNumber(const QString &title);
    void setNumber(QLabel *value, bool shown, const QString &text);

    QFormLayout *m_form;
    QLabel *m_progress;
    std::array<QLabel *, allJobStatuses.size()> m_statuses{};
    QLabel *m_items = nullptr;
    QLabel *m_files = nullptr;
    QLabel *m_size = nullptr;
    QLabel *m_duration = nullptr;
    QLabel *m_average = nullptr;
};

} // namespace tallyman
