// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jobfilter.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <optional>

class QAction;
class QCheckBox;
class QKeyEvent;
class QToolButton;

namespace tallyman {

class KnownValues;
class ProblemHint;
class QueryEdit;
class QueryHelp;
class QueryHistory;
class SuggestionPopup;

/// The field in which people search: a query as text, with suggestions while it is typed, what is wrong with
/// it below, and the way back to earlier ones. A text that is no query leaves the last good one as it is.
class SearchField : public QWidget {
    Q_OBJECT

public:
    /// How long after the last key the query is asked.
    static constexpr std::chrono::milliseconds pause{120};

    /// The models must outlive the field.
    SearchField(KnownValues &names, QueryHistory &history, QWidget *parent = nullptr);

    /// The query that the table is to show: the last one that could be read.
    [[nodiscard]] const JobFilter &filter() const { return m_filter; }
    /// Shows another query, and asks it at once. What stood there before is kept in the history.
    void setFilter(const JobFilter &filter) { setQuery(toText(filter)); }
    void setQuery(const QString &text);
    [[nodiscard]] QString text() const;
    /// What is wrong with the text.
    [[nodiscard]] const std::optional<FilterProblem> &problem() const { return m_problem; }

    /// Puts the cursor into it, everything selected.
    void focusAndSelect();
    void goBack();
    void goForward();
    void showHelp();
    /// Adds a button at the end of the line.
    void addButton(QAction *action);

    // For tests and screenshots.
    [[nodiscard]] QueryEdit *edit() const { return m_edit; }
    [[nodiscard]] SuggestionPopup *popup() const { return m_popup; }
    [[nodiscard]] ProblemHint *hint() const { return m_hint; }
    [[nodiscard]] QCheckBox *deep() const { return m_deep; }
    [[nodiscard]] QueryHelp *help() const { return m_help; }

signals:
    /// Another query is to be asked.
    void filterChanged(const tallyman::JobFilter &filter);
    /// The user is done here and wants to go to the table.
    void left();

protected:
    void changeEvent(QEvent *event) override;

private:
    void setUpButtons();
    void recolour();
    void textTyped();
    void apply();
    void showProblem();
    void remember();
    void setDeep(bool deep);
    void suggest(bool evenIfEmpty);
    void showHistory();
    void showFromHistory(const QString &query);
    void take(const QString &chosen);
    void keyPressed(QKeyEvent *event, bool &used);
    [[nodiscard]] bool popupKey(const QKeyEvent &event);
    [[nodiscard]] bool lineKey(const QKeyEvent &event);
    void clearOrLeave();

    KnownValues &m_names;
    QueryHistory &m_history;
    JobFilter m_filter;
    std::optional<FilterProblem> m_problem;
    QTimer m_timer;
    QueryEdit *m_edit;
    QAction *m_earlier;
    QCheckBox *m_deep;
    QToolButton *m_helpButton;
    SuggestionPopup *m_popup;
    ProblemHint *m_hint;
    QueryHelp *m_help;
    bool m_popupIsHistory = false;
};

} // namespace tallyman
