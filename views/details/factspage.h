// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobdetailsloader.h"

#include <QScrollArea>

class QFormLayout;
class QLabel;

namespace tallyman {

class ElidedLabel;
class PathField;
class ReadOnlyText;

/// The plain fields of a job, and its error in full. What a job does not have is left out.
class FactsPage : public QScrollArea {
    Q_OBJECT

public:
    explicit FactsPage(QWidget *parent = nullptr);

    /// As of `now`.
    void showJob(const Job &job, Timestamp now);
    void showFiles(const JobFiles &files);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addRows();
    QLabel *addRow(const QString &title);
    ElidedLabel *addText(const QString &title);
    void addId();
    PathField *addPath(const QString &title);
    void setRow(QWidget *field, bool shown);
    void setValue(QLabel *label, const QString &text, const QString &tip = {});
    void setText(ElidedLabel *label, const QString &text);
    void setTime(QLabel *label, std::optional<Timestamp> time, Timestamp now);
    void showError(const QString &error);
    void fitError(const QSizeF &lines);
    void showNumbers(const Job &job, Timestamp now);
    void setColours();

    QFormLayout *m_form;
    QWidget *m_errorBox;
    QLabel *m_errorTitle;
    ReadOnlyText *m_error;
    ElidedLabel *m_id = nullptr;
    QWidget *m_idRow = nullptr;
    ElidedLabel *m_provider = nullptr;
    ElidedLabel *m_user = nullptr;
    QLabel *m_items = nullptr;
    QLabel *m_size = nullptr;
    QLabel *m_files = nullptr;
    PathField *m_input = nullptr;
    PathField *m_output = nullptr;
    QLabel *m_created = nullptr;
    QLabel *m_queued = nullptr;
    QLabel *m_waited = nullptr;
    QLabel *m_started = nullptr;
    QLabel *m_heartbeat = nullptr;
    QLabel *m_ended = nullptr;
    QLabel *m_duration = nullptr;
    QLabel *m_retries = nullptr;
    QLabel *m_expires = nullptr;
};

} // namespace tallyman
