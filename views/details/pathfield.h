// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace tallyman {

class ElidedLabel;

/// A path or address, and buttons for what it leads to on this computer.
class PathField : public QWidget {
    Q_OBJECT

public:
    explicit PathField(const QString &name, QWidget *parent = nullptr);

    /// As the producer wrote it.
    void setText(const QString &text);
    /// The local file that it leads to; empty where there is none.
    void setFile(const QString &path);

private:
    QString m_path;
    ElidedLabel *m_text;
    QToolButton *m_open;
    QToolButton *m_reveal;
};

} // namespace tallyman
