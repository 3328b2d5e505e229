// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace tallyman {

class SavedViews;

/// The saved views with their counts: to open by a click, to drag into another order, to rename in place.
class ViewsList : public QListView {
    Q_OBJECT

public:
    /// The model must outlive the list.
    explicit ViewsList(SavedViews &views, QWidget *parent = nullptr);

    /// Opens an editor for the name of a view that was just added. newRowRejected() tells when the user has
    /// thought better of it.
    void editNew(int row);

    /// All rows, up to a height at which they begin to scroll.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void openRequested(int row);
    void newRowRejected(int row);
    void menuRequested(const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int heightOf(int rows) const;

    QPersistentModelIndex m_new; // whose name is being given for the first time
};

} // namespace tallyman
