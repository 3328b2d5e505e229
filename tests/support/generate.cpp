// SPDX-License-Identifier: GPL-3.0-or-later
// tallyman_generate PATH COUNT: makes a database of that many realistic jobs, for trying out and measuring.
#include "tests/support/jobgenerator.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstdio>

int main(int argc, char *argv[])
{
    using namespace tallyman;
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    bool ok = false;
    const qint64 count = arguments.value(2).toLongLong(&ok);
    if (arguments.size() != 3 || !ok || count < 1) {
        std::fputs("usage: tallyman_generate PATH COUNT\n", stderr);
        return 2;
    }
    const auto done = test::generateJobs(
        arguments.at(1), count, SystemClock().now(), test::Bookkeeping::InBulk,
        [count](qint64 written) { std::fprintf(stderr, "\r%lld of %lld jobs", written, count); });
    std::fputc('\n', stderr);
    if (done)
        return 0;
    std::fprintf(stderr, "%s %s\n", qUtf8Printable(done.error().message),
                 qUtf8Printable(done.error().detail));
    return 1;
}
