// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jsontree.h"

#include <QSet>
#include <QWidget>

#include <memory>

class QLabel;
class QStackedWidget;
class QTreeView;

namespace tallyman {

class JsonTreeModel;

/// A job's options, result and so on as one tree. What is unfolded stays so when the job changes, and when
/// another job is shown that has the same.
class JsonPage : public QWidget {
    Q_OBJECT

public:
    explicit JsonPage(QWidget *parent = nullptr);

    void showTree(const std::shared_ptr<const JsonTree> &tree);

    // For tests.
    [[nodiscard]] QTreeView *view() const { return m_view; }
    [[nodiscard]] JsonTreeModel *model() const { return m_model; }

private:
    void addCopy(const QString &text, const QKeySequence &keys, int role);
    void unfold();

    JsonTreeModel *m_model;
    QStackedWidget *m_pages;
    QTreeView *m_view;
    QLabel *m_nothing;
    QSet<QString> m_unfolded; // JSON Pointers
};

} // namespace tallyman
