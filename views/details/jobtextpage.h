// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace tallyman {

class ReadOnlyText;

/// The whole job as JSON, to read and to copy.
class JobTextPage : public QWidget {
    Q_OBJECT

public:
    explicit JobTextPage(QWidget *parent = nullptr);

    void showText(const QString &text);

    // For tests.
    [[nodiscard]] ReadOnlyText *text() const { return m_text; }

private:
    ReadOnlyText *m_text;
    QLabel *m_note;
};

} // namespace tallyman
