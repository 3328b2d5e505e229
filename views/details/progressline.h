// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

namespace tallyman {

/// How far a running job is: a bar with the number beside it, or a stripe at rest where nobody knows.
class ProgressLine : public QWidget {
    Q_OBJECT

public:
    explicit ProgressLine(QWidget *parent = nullptr);

    /// From 0 to 1.
    void setProgress(std::optional<double> progress);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<double> m_progress;
};

} // namespace tallyman
