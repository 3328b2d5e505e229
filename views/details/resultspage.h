// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobresultsmodel.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTableView;

namespace tallyman {

/// The results of a job, item by item, with a field to narrow them.
class ResultsPage : public QWidget {
    Q_OBJECT

public:
    /// The store must outlive the page.
    explicit ResultsPage(JobStore &store, QWidget *parent = nullptr);

    /// Shows the results of that job as they are now; another job than before begins without a filter.
    void showJob(std::optional<qint64> seq);

    [[nodiscard]] JobResultsModel *model() const { return m_model; }
    // For tests.
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QLineEdit *filterField() const { return m_filter; }

signals:
    void failed(const tallyman::StoreError &error);

private:
    void setUpTable();
    void showCounts();
    void copySelected() const;

    JobResultsModel *m_model;
    QLineEdit *m_filter;
    QLabel *m_counts;
    QStackedWidget *m_pages;
    QTableView *m_table;
    QLabel *m_nothing;
    std::optional<qint64> m_seq;
};

} // namespace tallyman
