// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobstatus.h"

#include <QIcon>
#include <QWidget>

namespace tallyman {

/// A status as shape, colour and word on one line; text may follow the word.
class StatusBadge : public QWidget {
    Q_OBJECT

public:
    explicit StatusBadge(QWidget *parent = nullptr);

    /// `progress` (0 to 1) fills the ring of a running job; `more` stands after the word.
    void setStatus(JobStatus status, double progress = 0.0, const QString &more = {});
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    JobStatus m_status = JobStatus::Pending;
    double m_progress = 0.0;
    QString m_more;
};

/// The shape of a status in its colour, and as it looks on a selection.
[[nodiscard]] QIcon statusIcon(JobStatus status, const QWidget &widget);

} // namespace tallyman
