// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/terminal.h"

#include <QList>
#include <QString>

namespace tallyman::cli {

/// A table of text with columns as wide as their contents. Where the terminal is too narrow, columns that
/// allow it are elided and, at the last, the lines cut; where the text goes to a file or a pipe it is
/// never shortened.
class Table {
public:
    enum class Align { Left, Right };
    struct Column {
        QString title;
        Align align = Align::Left;
        int least = 0; ///< columns of the terminal it may be elided to; 0: never elided
    };
    struct Cell {
        QString text; ///< as it came from the user; an empty one is shown as `-`
        Style style = Style::Plain;
    };

    explicit Table(QList<Column> columns);

    /// One cell for each column.
    void addRow(QList<Cell> cells);

    /// The heading and all rows, each line with its end.
    [[nodiscard]] QString text(const Terminal &terminal) const;

private:
    [[nodiscard]] QList<int> widths(const Terminal &terminal) const;
    [[nodiscard]] QString line(const QList<Cell> &cells, const QList<int> &widths,
                               const Terminal &terminal) const;

    QList<Column> m_columns;
    QList<QList<Cell>> m_rows;
};

} // namespace tallyman::cli
