// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace tallyman {

/// Technical text to read, select and copy: in a font of one width, lines not broken unless asked for. Of a
/// text that would take long to lay out, the beginning.
class ReadOnlyText : public QPlainTextEdit {
    Q_OBJECT

public:
    /// How much of a text, and of one line of it, is shown at the most, in UTF-16 units.
    static constexpr qsizetype textLimit = 200'000;
    static constexpr qsizetype lineLimit = 2'000;

    explicit ReadOnlyText(QWidget *parent = nullptr);

    /// Stays where it is scrolled to, and keeps the selection, as far as the new text allows.
    void showText(const QString &text);
    /// The text as it was given.
    [[nodiscard]] const QString &wholeText() const { return m_text; }
    /// Whether all of it is shown.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void setFonts();

    QString m_text;
    bool m_isWhole = true;
};

} // namespace tallyman
