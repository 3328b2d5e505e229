// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/tablescreenshots.h"

#include "tests/gui/livewindow.h"
#include "views/jobs/jobtableview.h"
#include "views/jobs/readingbar.h"
#include "views/search/searchfield.h"
#include "views/search/searchpart.h"

#include <QJsonObject>
#include <QTest>

namespace tallyman::test {

bool showTableStates(LiveWindow &live, const std::function<bool(const QString &)> &save)
{
    JobTableView &table = *live.window().table();
    const QByteArray before = table.saveHeader();
    const auto pinned = live.store().find(JobFilter(), {12, 0});
    for (qsizetype i = 0; pinned && i < pinned->size(); i += 3) {
        JobUpdate pin;
        pin.pinned = true;
        (void)live.store().update(pinned->at(i).id, pin);
    }
    QJsonArray columns;
    for (const char *name : {"status", "name", "pinned", "processed_items", "total_size", "waiting",
                             "duration", "remaining", "retry_count", "error"})
        columns.append(QJsonObject{{QStringLiteral("name"), QLatin1StringView(name)}});
    table.setColumnLayout(columns);
    live.jobs().setSortKeys(
        {{FilterField::Status, true}, {FilterField::Duration, true}, {FilterField::Name, false}});
    QTest::qWait(300);
    bool saved = save(QStringLiteral("table-columns"));

    live.window().search()->field()->setQuery(QStringLiteral("in:all datastore sort:-size"));
    QTest::qWait(300);
    emit live.jobs().reading(412'000, 1'204'311);
    QTest::qWait(1100);
    emit live.jobs().reading(512'000, 1'204'311);
    saved = save(QStringLiteral("table-reading")) && saved;
    table.findChild<ReadingBar *>()->end();
    live.window().search()->field()->setQuery({});
    table.restoreHeader(before);
    return saved;
}

} // namespace tallyman::test
