// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/searchscreenshots.h"

#include "views/mainwindow.h"
#include "views/search/queryedit.h"
#include "views/search/searchfield.h"
#include "views/search/searchpart.h"
#include "views/search/viewslist.h"
#include "views/search/viewspanel.h"

#include <QTest>
#include <QToolButton>

namespace tallyman::test {

namespace {

void type(SearchField &field, const char *text)
{
    field.setQuery({});
    field.focusAndSelect();
    QTest::keyClicks(field.edit(), QString::fromUtf8(text));
    QTest::qWait(1200); // the facets are counted
}

} // namespace

bool showSearchStates(MainWindow &window, const std::function<bool(const QString &)> &save)
{
    SearchPart &search = *window.search();
    SearchField &field = *search.field();
    window.activateWindow();
    QTest::qWait(300);
    type(field, "user:ann,bob -provider:nightly status:failed ");
    bool saved = save(QStringLiteral("search-facets"));
    type(field, "provider:vs duration:>1x web");
    saved = save(QStringLiteral("search-error")) && saved;
    type(field, "status:c");
    saved = save(QStringLiteral("search-values")) && saved;
    type(field, "s");
    saved = save(QStringLiteral("search-fields")) && saved;
    type(field, "nosuchthing status:failed ");
    saved = save(QStringLiteral("search-no-match")) && saved;
    field.setQuery(QStringLiteral("status:running"));
    search.views()->list()->setCurrentIndex(search.views()->list()->model()->index(3, 0));
    search.views()->list()->setFocus();
    search.views()->removeCurrent();
    QTest::qWait(1200);
    saved = save(QStringLiteral("search-view-deleted")) && saved;
    search.views()->undoButton()->click();
    field.setQuery({});
    return saved;
}

} // namespace tallyman::test
