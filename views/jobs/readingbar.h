// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFrame>

class QLabel;
class QPushButton;

namespace tallyman {

class JobTableModel;

/// Says how far the table's model is with what takes it long, and stops it. A strip along the lower edge of
/// its parent, over the table, so that no row moves; there only while it is needed.
class ReadingBar : public QFrame {
    Q_OBJECT

public:
    /// The model must outlive it.
    ReadingBar(JobTableModel &model, QWidget *parent);

    [[nodiscard]] QString text() const;
    /// Moves to the parent's lower edge.
    void place();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showProgress(qint64 rowsSoFar, qint64 ofAbout);
    [[nodiscard]] QString timeLeft(qint64 rowsSoFar, qint64 ofAbout) const;

    JobTableModel &m_model;
    QLabel *m_text;
    QPushButton *m_cancel;
    QElapsedTimer m_since;
    qint64 m_first = 0; // how far it was then
    double m_share = -1.0; // -1: unknown
};

} // namespace tallyman
