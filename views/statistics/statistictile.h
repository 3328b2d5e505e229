// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobstatus.h"

#include <QWidget>

#include <optional>

namespace tallyman {

/// One number with its caption, and the shape of the status it counts where it counts one.
class StatisticTile : public QWidget {
    Q_OBJECT

public:
    StatisticTile(QString caption, std::optional<JobStatus> status, QWidget *parent = nullptr);

    /// `weak` for a number that says nothing, as a zero.
    void setValue(const QString &value, bool weak);
    [[nodiscard]] QString value() const { return m_value; }

    [[nodiscard]] QSize sizeHint() const override;
    /// Leaves room for the number; the caption may be cut.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_caption;
    std::optional<JobStatus> m_status;
    QString m_value;
    bool m_weak = true;
};

} // namespace tallyman
