// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/timestamp.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QList>
#include <QString>

#include <optional>
#include <utility>

namespace tallyman::http {

/// The parameters of a request: `limit=10&name=web+server`. A plus sign is a space, as HTML forms write it.
/// All errors are InvalidValue with the parameter's name as `field`.
class Query {
public:
    /// Reads the part after the question mark. A name that occurs twice, or text that is not UTF-8, is
    /// refused.
    [[nodiscard]] static Result<Query> parse(const QByteArray &text);

    /// Refuses names that are not in the list.
    [[nodiscard]] Result<void> allowOnly(const QList<QLatin1StringView> &names) const;

    /// The value, or nothing where the parameter is not given.
    [[nodiscard]] std::optional<QString> value(QLatin1StringView name) const;

    /// A whole number of plain digits from `least` to `most`; `absent` where it is not given.
    [[nodiscard]] Result<qint64> number(QLatin1StringView name, qint64 least, qint64 most,
                                        qint64 absent) const;

    /// An ISO 8601 time, or nothing where it is not given.
    [[nodiscard]] Result<std::optional<Timestamp>> time(QLatin1StringView name) const;

    /// All parameters but those of paging, percent-encoded again; empty, or ends with `&`.
    [[nodiscard]] QByteArray withoutPaging() const;

private:
    QList<std::pair<QString, QString>> m_items;
};

/// The target of the next page: `/api/jobs?limit=10&offset=20`.
[[nodiscard]] QByteArray nextPage(const QByteArray &path, const Query &query, qint64 limit, qint64 offset);

} // namespace tallyman::http
