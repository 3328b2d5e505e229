// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/job.h"
#include "models/domain/result.h"
#include "models/pacedreader.h"

#include <QAbstractTableModel>

#include <optional>

namespace tallyman {

class JobStore;

/// The results of one job, a row an item: those that failed first, each group in the order in which they
/// were added. Reads and filters in a thread of its own, and follows changes by taking rows out and putting
/// rows in, so that a selection holds.
class JobResultsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { OutcomeColumn, ItemColumn, ErrorColumn, DetailsColumn, ColumnCount };
    enum Role { SuccessRole = Qt::UserRole + 1 }; ///< bool, the same for all columns

    /// How many rows it gives at the most; a filter finds the others.
    static constexpr qsizetype maximum = 100'000;

    struct Counts {
        qint64 all = 0;
        qint64 failed = 0;
        qint64 matching = 0; ///< of all; may be more than there are rows

        friend bool operator==(const Counts &, const Counts &) = default;
    };

    /// The store must outlive the model.
    explicit JobResultsModel(JobStore &store, QObject *parent = nullptr);

    /// Shows the results of that job (Job::seq); of none without.
    void setJob(std::optional<qint64> seq);
    /// Narrows to the items in whose name, error or details that text occurs, in upper or lower case.
    void setFilter(const QString &text);
    [[nodiscard]] const QString &filter() const { return m_filter; }
    /// The store has changed: reads again, soon.
    void refresh() { m_reader.refresh(); }

    /// As of the last complete reading.
    [[nodiscard]] const Counts &counts() const { return m_counts; }
    [[nodiscard]] const JobResult &resultAt(int row) const { return m_rows.at(row).result; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    /// All rows are there, for the first time or as they are now.
    void loaded();
    void failed(const tallyman::StoreError &error);

private:
    struct Row {
        qint64 place = 0; // among the results of the job
        JobResult result;
    };
    // Those that failed, then the others; each by place.
    struct Groups {
        QList<Row> failed;
        QList<Row> succeeded;
    };
    struct Change {
        enum class Kind { Remove, Insert, Alter };
        Kind kind;
        qsizetype first;
        qsizetype count;
    };

    void start();
    void read(const PacedReader::Reading &reading, qint64 seq, const QString &filter, const Groups &before);
    void replace(const Groups &groups);
    void apply(const QList<Change> &changes, const Groups &groups, const Counts &counts);
    static void appendDifference(QList<Change> &changes, const QList<Row> &from, const QList<Row> &to,
                                 qsizetype offset);

    JobStore &m_store;
    std::optional<qint64> m_seq;
    QString m_filter;
    QList<Row> m_rows;
    Groups m_groups; // the same rows
    Counts m_counts;
    PacedReader m_reader; // last: it ends first
};

} // namespace tallyman
