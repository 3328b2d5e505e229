// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/cli/ctlfixture.h"
#include "tests/support/testjobs.h"

#include <QJsonArray>
#include <QTest>

namespace tallyman::test {

inline Job jobAt(const char *idText, JobStatus status, const char *provider, const char *user,
                 const char *created)
{
    Job made = job(idText, "encode");
    made.status = status;
    made.provider = QString::fromUtf8(provider);
    made.user = QString::fromUtf8(user);
    made.createdAt = timestampFromIsoText(created).value();
    if (status != JobStatus::Pending)
        made.startedAt = made.createdAt;
    if (isFinished(status))
        made.completedAt = made.createdAt + std::chrono::seconds{90};
    if (status == JobStatus::Failed)
        made.error = QStringLiteral("no space left\nat line 7");
    return made;
}

// Newest first: e, d, c, b, a.
inline void fill(const CtlFixture &fixture)
{
    const OpenStore store = fixture.open();
    for (const Job &one : {jobAt("a", JobStatus::Completed, "p", "ann", "2026-01-01T00:00:00Z"),
                           jobAt("b", JobStatus::Completed, "q", "bob", "2026-01-02T00:00:00Z"),
                           jobAt("c", JobStatus::Failed, "p", "ann", "2026-01-03T00:00:00Z"),
                           jobAt("d", JobStatus::Running, "", "ann", "2026-01-04T00:00:00Z"),
                           jobAt("e", JobStatus::Pending, "p", "", "2026-01-05T00:00:00Z")})
        QVERIFY(store.jobs->create(one).ok());
}

[[nodiscard]] inline QStringList idsOf(const QJsonObject &list)
{
    QStringList ids;
    for (const QJsonValue &one : list.value(QLatin1StringView("jobs")).toArray())
        ids << one[QLatin1StringView("id")].toString();
    return ids;
}

} // namespace tallyman::test
