// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/readingbar.h"

#include "models/jobtablemodel.h"

#include <algorithm>

namespace tallyman {

ReadingBar::ReadingBar(JobTableModel &model, QWidget *parent)
    : WorkBar(parent)
    , m_model(model)
{
    connect(this, &WorkBar::cancelled, &model, &JobTableModel::cancel);
    connect(&model, &JobTableModel::reading, this, &ReadingBar::showProgress);
    connect(&model, &JobTableModel::loaded, this, &WorkBar::end);
    connect(&model, &JobTableModel::filterChanged, this, &WorkBar::end);
    connect(&model, &JobTableModel::failed, this, &WorkBar::end);
}

void ReadingBar::place()
{
    const int height = sizeHint().height();
    setGeometry(0, parentWidget()->height() - height, parentWidget()->width(), height);
}

// The model says nothing of what is over soon.
void ReadingBar::showProgress(qint64 rowsSoFar, qint64 ofAbout)
{
    if (isHidden()) {
        const JobTableModel::Work work = m_model.work();
        begin(work == JobTableModel::Work::Sorting         ? tr("Sorting")
                  : work == JobTableModel::Work::Searching ? tr("Searching")
                                                           : tr("Reading jobs"));
    }
    setProgress(ofAbout < 0 ? rowsSoFar : std::min(rowsSoFar, ofAbout), ofAbout);
    place();
    show();
    raise();
}

} // namespace tallyman
