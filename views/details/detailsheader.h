// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"

#include <QWidget>

class QAction;
class QLabel;
class QToolBar;

namespace tallyman {

class ElidedLabel;
class ProgressLine;
class StatusBadge;

/// The head of the details: which job it is, or how many are, how it does, and what can be done with it.
class DetailsHeader : public QWidget {
    Q_OBJECT

public:
    explicit DetailsHeader(QWidget *parent = nullptr);

    /// As of `now`.
    void showJob(const Job &job, Timestamp now);
    /// That many are selected.
    void showCount(qint64 count);
    /// Buttons for these, as far as there is room, and the rest in a menu.
    void setActions(const QList<QAction *> &actions);

    // For tests.
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString statusLine() const;
    [[nodiscard]] QString timeLeft() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void setFonts();

    ElidedLabel *m_title;
    StatusBadge *m_status;
    ProgressLine *m_progress;
    QLabel *m_left;
    QToolBar *m_actions;
};

} // namespace tallyman
