// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/jobstorecontract.h"

#include <QTemporaryDir>
#include <QTest>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    std::unique_ptr<QTemporaryDir> folder;
    tallyman::test::JobStoreContract contract({
        [&folder](const tallyman::Clock &clock) {
            return tallyman::openStore({tallyman::StoreLocation::Engine::Sqlite,
                                        folder->filePath(QStringLiteral("a folder/jobs %41?#.db"))},
                                       clock);
        },
        [&folder] { folder = std::make_unique<QTemporaryDir>(); },
        true,
    });
    return QTest::qExec(&contract, argc, argv);
}
