// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"

#include <QTreeWidget>

namespace tallyman {

/// The moves of a job, the last one first: when, from where, to where; below a move the error that it put an
/// end to.
class TimelinePage : public QTreeWidget {
    Q_OBJECT

public:
    explicit TimelinePage(QWidget *parent = nullptr);

    void showTimeline(const Job &job, const QList<JobEvent> &events, Timestamp now);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void addEvent(const JobEvent &event, const QString &error);
    [[nodiscard]] QString errorOf(qsizetype i) const;
    void updateTimes(Timestamp now);
    void copySelected() const;

    std::optional<Timestamp> m_created;
    QList<JobEvent> m_events;
    QString m_error; // that the job has now
    Timestamp m_now;
};

} // namespace tallyman
