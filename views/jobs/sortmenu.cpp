// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/jobs/sortmenu.h"

#include "models/jobtablemodel.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

#include <algorithm>

namespace tallyman {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SortMenu)
};

template<typename Act>
void add(QMenu *menu, QActionGroup *group, const QString &text, bool checked, Act act)
{
    QAction *action = group->addAction(text);
    action->setCheckable(true);
    action->setChecked(checked);
    QObject::connect(action, &QAction::triggered, group, act);
    menu->addAction(action);
}

auto keyOf(QList<SortKey> &keys, FilterField field)
{
    return std::find_if(keys.begin(), keys.end(), [field](const SortKey &key) { return key.field == field; });
}

} // namespace

QList<SortKey> sortKeysAfterClick(QList<SortKey> keys, FilterField field, bool further)
{
    const auto key = keyOf(keys, field);
    const bool ascending = key != keys.end() && !key->descending;
    if (!further)
        return {{field, keys.size() == 1 && ascending}};
    if (key == keys.end()) {
        if (keys.size() < JobFilter::maximumSortKeys)
            keys.append({field, false});
    } else if (ascending) {
        key->descending = true;
    } else if (keys.size() > 1) {
        keys.erase(key);
    } else {
        key->descending = false;
    }
    return keys;
}

void fillSortMenu(QMenu *menu, JobTableModel &model, const QList<int> &columns)
{
    menu->clear();
    qDeleteAll(menu->findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    qDeleteAll(menu->findChildren<QActionGroup *>(Qt::FindDirectChildrenOnly));
    QList<SortKey> keys = model.sortKeys();
    const SortKey first = keys.constFirst();
    auto *fields = new QActionGroup(menu);
    auto *further = new QActionGroup(menu);
    further->setExclusive(false);
    auto *thenBy = new QMenu(Tr::tr("&Then by"), menu);
    for (const int column : columns) {
        const auto field = model.sortField(column);
        if (!field)
            continue;
        const QString title = model.headerData(column, Qt::Horizontal).toString();
        add(menu, fields, title, *field == first.field, [&model, field, first] {
            model.setSortKeys({{*field, first.descending}});
        });
        if (*field != first.field)
            add(thenBy, further, title, keyOf(keys, *field) != keys.end(),
                [&model, field] { model.setSortKeys(sortKeysAfterClick(model.sortKeys(), *field, true)); });
    }
    menu->addSeparator();
    menu->addMenu(thenBy);
    menu->addSeparator();
    auto *orders = new QActionGroup(menu);
    const auto turn = [&model](bool descending) {
        QList<SortKey> turned = model.sortKeys();
        turned.first().descending = descending;
        model.setSortKeys(turned);
    };
    add(menu, orders, Tr::tr("&Ascending"), !first.descending, [turn] { turn(false); });
    add(menu, orders, Tr::tr("&Descending"), first.descending, [turn] { turn(true); });
}

} // namespace tallyman
