// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/timestamp.h"

#include <QJsonArray>
#include <QObject>

#include <span>

class QMenu;

namespace tallyman {

class JobHeader;
class JobTableModel;
class JobTableView;
class ProgressDelegate;

/// The columns of the job table: how each is drawn, and which are shown, in what order and how wide.
class JobColumns : public QObject {
    Q_OBJECT

public:
    /// The view has its model and header already. The clock must outlive it.
    JobColumns(const Clock &clock, JobTableModel &model, JobHeader *header, JobTableView *view);

    /// The columns that people can choose, in the order in which they are at first.
    [[nodiscard]] QList<int> all() const;
    [[nodiscard]] ProgressDelegate *progress() const { return m_progress; }

    /// Adds an entry for each column, to show or hide it, and one to go back to the first arrangement. Such a
    /// menu stays open while columns are chosen.
    void fillMenu(QMenu *menu);

    /// Which columns are shown, from left to right, as `[{"name": "status", "width": 120}, ...]`; a column
    /// that takes the room that is left has no width. By name, so that it holds across schemas.
    [[nodiscard]] QJsonArray layout() const;
    /// Leaves out columns that there are none of; false, and nothing is changed, where none is left.
    bool setLayout(const QJsonArray &layout);
    /// As at first.
    void reset();
    /// Gives the name the room that is left, and never so little that names cannot be told apart.
    void fit();

signals:
    /// The user shows, hides, moves or resizes a column.
    void layoutChanged();

private:
    void setUpDelegates(const Clock &clock);
    [[nodiscard]] int firstWidth(int section, int digits) const;
    void setShown(int section, bool shown);

    JobTableModel &m_model;
    JobHeader *m_header;
    JobTableView *m_view;
    ProgressDelegate *m_progress = nullptr;
    bool m_arranging = false; // by us, not by the user
};

} // namespace tallyman
