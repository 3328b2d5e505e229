// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/timestamp.h"
#include "models/jobchoice.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QPointer>
#include <QTableView>
#include <QTimer>

#include <optional>

class QMenu;

namespace tallyman {

class JobColumns;
class JobHeader;
class JobTableModel;
class NewRowsPill;
class ReadingBar;
class ScrollAnchor;

/// The table of jobs: one line a job, whole rows selected, newest first until the user sorts.
class JobTableView : public QTableView {
    Q_OBJECT

public:
    /// Model and clock must outlive the view. Starts the model.
    JobTableView(JobTableModel &model, const Clock &clock, QWidget *parent = nullptr);
    ~JobTableView() override;

    /// The row under the pointer; -1 where there is none.
    [[nodiscard]] int hoveredRow() const { return m_hoveredRow; }
    [[nodiscard]] qint64 selectedCount() const;
    /// The selected rows, ascending.
    [[nodiscard]] QList<RowRange> selectedRanges() const;
    /// The selected jobs, in the order shown; takes no longer for more of them.
    [[nodiscard]] JobChoice selectedJobs() const;
    /// Their row numbers (JobTableModel::SeqRole).
    [[nodiscard]] QList<qint64> selectedSeqs() const;

    /// Catches up with changes of the model that the view has put off; its scroll bars are right then.
    void layOutNow() { executeDelayedItemsLayout(); }

    /// Newest first, and to the top.
    void goToNewest();
    /// Adds an entry for each column that can be shown or hidden.
    void fillColumnsMenu(QMenu *menu);
    /// Fills it anew; see sortmenu.h.
    void fillSortMenu(QMenu *menu);

    /// Which columns are shown, in what order and how wide, as a small value; see JobColumns::layout().
    [[nodiscard]] QJsonArray columnLayout() const;
    /// False, and nothing is changed, where there is no column in it that we have.
    bool setColumnLayout(const QJsonArray &layout);

    /// The same, and the sort, for the window's own memory.
    [[nodiscard]] QByteArray saveHeader() const;
    /// False, and nothing is changed, where it was not saved by saveHeader().
    bool restoreHeader(const QByteArray &state);

    /// How many rows before and behind the current one it looks at for a name that begins with what is typed.
    static constexpr int typeAheadReach = 5000;
    /// Goes to the next job whose name begins so, among those that have been read.
    void keyboardSearch(const QString &search) override;

signals:
    /// Other jobs are selected than before.
    void selectionChangedTo(qint64 count);
    /// The user shows, hides, moves or resizes a column.
    void columnLayoutChanged();
    /// No name begins with that, as far as it looks.
    void typeAheadFailed(const QString &typed);
    /// The user wants the menu of the selected jobs, at that place of the screen.
    void menuRequested(const QPoint &at);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpHeader();
    void showSort();
    void setRowHeight();
    void setHoveredRow(int row);
    void scrolled(int value);
    void tick();
    void moveStripes();
    void updateColumn(const char *name);
    [[nodiscard]] std::optional<int> rowBeginningWith(const QString &typed, int from) const;
    void rememberSelection();
    void restoreSelection();
    [[nodiscard]] std::pair<int, int> rowsOnScreen() const;

    struct Selection {
        QList<qint64> seqs;
        std::optional<qint64> current;
    };

    JobTableModel &m_model;
    JobHeader *m_header = nullptr;
    ScrollAnchor *m_anchor = nullptr;
    NewRowsPill *m_pill = nullptr;
    ReadingBar *m_reading = nullptr;
    JobColumns *m_columns = nullptr;
    QTimer m_tick; // relative times grow older
    QTimer m_stripes; // runs only while there is a stripe to move
    QElapsedTimer m_stripesSince;
    QString m_typed; // letters in quick succession are one search
    QElapsedTimer m_sinceTyped;
    std::optional<Selection> m_remembered; // while the model is being reset
    int m_hoveredRow = -1;
};

} // namespace tallyman
