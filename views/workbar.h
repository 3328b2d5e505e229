// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

#include <chrono>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace tallyman {

class ElidedLabel;

/// Long work, shown in place: what is being done, how far it is, how much time is left, and a button that
/// ends it.
class WorkBar : public QFrame {
    Q_OBJECT

public:
    /// What is over sooner than that is not shown at all.
    static constexpr std::chrono::milliseconds delay{250};

    /// Hidden at first.
    explicit WorkBar(QWidget *parent = nullptr);

    /// Work has begun; `what` says which. How much it is, is not known yet.
    void begin(const QString &what);
    /// `of` is -1 where nobody knows.
    void setProgress(qint64 done, qint64 of);
    /// It has ended, in whichever way.
    void end();

    [[nodiscard]] QString what() const;
    /// "312,000 of 1,204,311 · about 2 min left"
    [[nodiscard]] QString figures() const;

signals:
    /// The user wants it to end.
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] std::optional<std::chrono::milliseconds> left(qint64 done, qint64 of) const;

    ElidedLabel *m_what;
    QProgressBar *m_bar;
    QLabel *m_figures;
    QPushButton *m_cancel;
    QTimer m_show;
    QElapsedTimer m_since;
};

/// About how long, in words that do not change with every look: "about 2 min left", "a few seconds left".
[[nodiscard]] QString timeLeftText(std::chrono::milliseconds left);

} // namespace tallyman
