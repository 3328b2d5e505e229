// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/table.h"

#include "app/cli/text.h"

#include <algorithm>
#include <numeric>

namespace tallyman::cli {

namespace {

constexpr int gap = 2; // spaces between two columns

QString padded(const QString &text, int width, Table::Align align)
{
    const QString spaces(std::max(0, width - displayWidth(text)), u' ');
    return align == Table::Align::Left ? text + spaces : spaces + text;
}

int lineWidth(const QList<int> &widths)
{
    const int gaps = gap * std::max(0, static_cast<int>(widths.size()) - 1);
    return std::accumulate(widths.begin(), widths.end(), gaps);
}

} // namespace

Table::Table(QList<Column> columns)
    : m_columns(std::move(columns))
{
}

void Table::addRow(QList<Cell> cells)
{
    Q_ASSERT(cells.size() == m_columns.size());
    for (Cell &cell : cells)
        cell.text = cell.text.isEmpty() ? QStringLiteral("-") : harmlessLine(cell.text);
    m_rows.append(std::move(cells));
}

QString Table::text(const Terminal &terminal) const
{
    QList<Cell> headings;
    for (const Column &column : m_columns)
        headings.append({column.title, Style::Heading});
    const QList<int> columnWidths = widths(terminal);
    QString text = line(headings, columnWidths, terminal);
    for (const QList<Cell> &row : m_rows)
        text += line(row, columnWidths, terminal);
    return text;
}

QList<int> Table::widths(const Terminal &terminal) const
{
    QList<int> result;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        int width = displayWidth(m_columns.at(i).title);
        for (const QList<Cell> &row : m_rows)
            width = std::max(width, displayWidth(row.at(i).text));
        result.append(width);
    }
    if (!terminal.width)
        return result;
    // Take from the widest column that has something to give, one step at a time: long texts end up
    // equally long instead of the first one losing everything.
    while (lineWidth(result) > *terminal.width) {
        qsizetype widest = -1;
        for (qsizetype i = 0; i < m_columns.size(); ++i) {
            const int least = std::max(m_columns.at(i).least, displayWidth(m_columns.at(i).title));
            if (m_columns.at(i).least > 0 && result.at(i) > least
                && (widest < 0 || result.at(i) > result.at(widest)))
                widest = i;
        }
        if (widest < 0)
            break;
        --result[widest];
    }
    return result;
}

QString Table::line(const QList<Cell> &cells, const QList<int> &widths, const Terminal &terminal) const
{
    QString text;
    int used = 0;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0) {
            text += QString(gap, u' ');
            used += gap;
        }
        const bool last = i + 1 == cells.size();
        const int width = terminal.width ? std::min(widths.at(i), *terminal.width - used) : widths.at(i);
        QString content = elided(cells.at(i).text, width);
        if (!last || m_columns.at(i).align == Align::Right)
            content = padded(content, width, m_columns.at(i).align);
        // Spaces stay outside of the colour.
        const QString bare = content.trimmed();
        QString painted = content;
        painted.replace(content.indexOf(bare), bare.size(), terminal.paint(bare, cells.at(i).style));
        text += bare.isEmpty() ? content : painted;
        used += displayWidth(content);
        if (terminal.width && used + gap >= *terminal.width)
            break;
    }
    return text + u'\n';
}

} // namespace tallyman::cli
