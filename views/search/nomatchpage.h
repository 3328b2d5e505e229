// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace tallyman {

struct JobFilter;

/// What the window shows where a query finds no job: the query, and what to do.
class NoMatchPage : public QWidget {
    Q_OBJECT

public:
    explicit NoMatchPage(QWidget *parent = nullptr);

    void setFilter(const JobFilter &filter);

signals:
    void clearRequested();
    /// The user wants to search input, output, JSON and results too.
    void deepRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void recolour();

    QLabel *m_query;
    QLabel *m_explanation;
    QPushButton *m_clear;
    QPushButton *m_deep;
};

} // namespace tallyman
