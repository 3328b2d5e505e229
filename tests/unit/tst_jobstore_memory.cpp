// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/jobstorecontract.h"

#include <QTest>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    tallyman::test::JobStoreContract contract({
        [](const tallyman::Clock &clock) {
            return tallyman::openStore({tallyman::StoreLocation::Engine::Memory, {}}, clock);
        },
        [] {},
        false,
    });
    return QTest::qExec(&contract, argc, argv);
}
