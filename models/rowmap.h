// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <bitset>
#include <memory>
#include <span>
#include <vector>

namespace tallyman {

/// Neighbouring rows.
struct RowRange {
    qsizetype first = 0;
    qsizetype count = 0;

    friend bool operator==(const RowRange &, const RowRange &) = default;
};

/// A row by its number, and where it is or is to be.
struct RowPosition {
    qint64 seq = 0;
    qsizetype position = 0;

    friend bool operator==(const RowPosition &, const RowPosition &) = default;
};

/// A set of row numbers that is asked about far more often than it says yes: a bitmap answers most of the
/// questions.
class SeqSet {
public:
    explicit SeqSet(QList<qint64> seqs);

    [[nodiscard]] bool contains(qint64 seq) const;
    /// Whether any member is from `least` to `most`.
    [[nodiscard]] bool reachesInto(qint64 least, qint64 most) const;
    [[nodiscard]] bool isEmpty() const { return m_sorted.isEmpty(); }
    [[nodiscard]] qsizetype size() const { return m_sorted.size(); }
    /// Ascending, each once.
    [[nodiscard]] const QList<qint64> &sorted() const { return m_sorted; }

private:
    static constexpr std::size_t bits = 1 << 16;

    QList<qint64> m_sorted;
    std::bitset<bits> m_maybe;
};

/// The rows of a table, as the jobs' row numbers (`seq`) in the order shown, each once. In chunks that are
/// shared between copies, so that a map of ten million rows is changed in microseconds, and the worker and
/// the model hold one between them. Four bytes a row, eight where the numbers of a chunk are further apart
/// than 32 bits say.
class RowMap {
public:
    RowMap() = default;
    RowMap(std::initializer_list<qint64> seqs);
    explicit RowMap(const QList<qint64> &seqs);

    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] qint64 at(qsizetype position) const;
    [[nodiscard]] QList<qint64> sliced(qsizetype first, qsizetype count) const;
    [[nodiscard]] QList<qint64> toList() const { return sliced(0, m_size); }

    /// Where the members of the set are, in the order of the map. Looks only into chunks that can hold one.
    [[nodiscard]] QList<RowPosition> find(const SeqSet &set) const;
    /// The map without those rows (ascending).
    [[nodiscard]] RowMap without(std::span<const RowRange> ranges) const;
    /// The map with those rows put in, each before the row that is at that position now (ascending; those
    /// of one position in their order).
    [[nodiscard]] RowMap with(std::span<const RowPosition> rows) const;
    /// The numbers that are in one of the maps and not in both.
    [[nodiscard]] static QList<qint64> inOneOnly(const RowMap &a, const RowMap &b);

    friend bool operator==(const RowMap &a, const RowMap &b);

private:
    friend class RowMapBuilder;

    static constexpr std::size_t chunkRows = 4096;

    struct Chunk {
        explicit Chunk(std::span<const qint64> seqs);
        [[nodiscard]] std::size_t size() const { return wide.empty() ? narrow.size() : wide.size(); }
        [[nodiscard]] qint64 at(std::size_t i) const { return wide.empty() ? least + narrow[i] : wide[i]; }

        qint64 least;
        qint64 most;
        std::vector<quint32> narrow; ///< above `least`
        std::vector<qint64> wide; ///< in its stead
    };
    struct Place {
        std::shared_ptr<const Chunk> chunk;
        qsizetype first; ///< the position of its first row

        [[nodiscard]] qsizetype end() const { return first + static_cast<qsizetype>(chunk->size()); }
    };

    void appendChunk(std::shared_ptr<const Chunk> chunk);
    void appendRows(std::span<const qint64> seqs);
    [[nodiscard]] qsizetype placeAt(qsizetype position) const;

    QList<Place> m_places;
    qsizetype m_size = 0;
};

/// Makes a map from its first row to its last.
class RowMapBuilder {
public:
    void append(qint64 seq);
    [[nodiscard]] qsizetype size() const { return m_done.size() + static_cast<qsizetype>(m_last.size()); }
    /// What there is so far.
    [[nodiscard]] RowMap rows() const;

private:
    RowMap m_done;
    std::vector<qint64> m_last;
};

/// How to get from one map to another: take rows out, put the rest into their new order, put rows in.
struct RowMapChange {
    RowMap rows; ///< the map as it is afterwards
    QList<RowRange> removed; ///< positions in the map before, ascending
    bool reordered = false; ///< whether the rows that stay have another order than before
    QList<RowRange> inserted; ///< positions in the map afterwards, ascending

    [[nodiscard]] bool isEmpty() const { return removed.isEmpty() && !reordered && inserted.isEmpty(); }
};

/// The change that leads from one map to the other, where only `candidates` can be in one and not in both.
[[nodiscard]] RowMapChange difference(const RowMap &from, const RowMap &to, const SeqSet &candidates);

/// The same where nothing is known about the two.
[[nodiscard]] RowMapChange difference(const RowMap &from, const RowMap &to);

/// Those positions, neighbours together.
[[nodiscard]] QList<RowRange> rangesOf(const QList<RowPosition> &positions);

} // namespace tallyman
