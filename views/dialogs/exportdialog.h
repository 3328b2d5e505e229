// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exporttask.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QPointer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace tallyman {

class ElidedLabel;
class MessageBar;

/// Asks what to export, in which format and where to, and shows how far it is and what came of it. The work
/// is the ExportTask's.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// `filter`: what the table shows, in its order; `selected`: the row numbers of the selected jobs, in
    /// theirs. `folder`: where the file goes unless the user chooses another place. The task must outlive the
    /// dialog, and serves only it meanwhile.
    ExportDialog(ExportTask &task, JobFilter filter, QList<qint64> selected, const QString &folder,
                 QWidget *parent = nullptr);
    ~ExportDialog() override;

    /// Cancels what runs; otherwise closes.
    void reject() override;

    // For tests.
    [[nodiscard]] QLineEdit *path() const { return m_path; }
    [[nodiscard]] QComboBox *format() const { return m_format; }
    [[nodiscard]] QCheckBox *withResults() const { return m_withResults; }
    [[nodiscard]] QRadioButton *all() const { return m_all; }
    [[nodiscard]] QRadioButton *selection() const { return m_selection; }
    [[nodiscard]] QPushButton *exportButton() const { return m_export; }
    [[nodiscard]] QPushButton *closeButton() const { return m_close; }
    [[nodiscard]] MessageBar *problem() const { return m_problem; }
    [[nodiscard]] QString statusText() const;

private:
    void layOut();
    void connectAll();
    void start();
    void chooseFile();
    void showFormat();
    void showState();
    void showProgress(qint64 done, qint64 total);
    void showSummary(const ExportSummary &summary);
    [[nodiscard]] ExportFormat chosenFormat() const;
    [[nodiscard]] std::optional<qint64> chosenCount() const;

    QPointer<ExportTask> m_task; // a window deletes it before the dialogs that are still open
    JobFilter m_filter;
    QList<qint64> m_selected;
    std::optional<qint64> m_matching; // nothing until they are counted
    bool m_running = false;
    bool m_cancelling = false;
    QElapsedTimer m_since;

    QRadioButton *m_all;
    ElidedLabel *m_query;
    QRadioButton *m_selection;
    QComboBox *m_format;
    QCheckBox *m_withResults;
    QLineEdit *m_path;
    QPushButton *m_choose;
    QLabel *m_note; // about the file
    QProgressBar *m_bar;
    QLabel *m_status;
    MessageBar *m_problem;
    QPushButton *m_export;
    QPushButton *m_close;
};

} // namespace tallyman
