// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/workbar.h"

namespace tallyman {

class JobTableModel;

/// Says how far the table's model is with what takes it long, and stops it. A strip along the lower edge of
/// its parent, over the table, so that no row moves; there only while it is needed.
class ReadingBar final : public WorkBar {
    Q_OBJECT

public:
    /// The model must outlive it.
    ReadingBar(JobTableModel &model, QWidget *parent);

    /// Moves to the parent's lower edge.
    void place();

private:
    void showProgress(qint64 rowsSoFar, qint64 ofAbout);

    JobTableModel &m_model;
};

} // namespace tallyman
