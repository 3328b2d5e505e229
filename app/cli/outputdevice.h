// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QIODevice>

namespace tallyman::cli {

/// An Output for those who write to a QIODevice.
class OutputDevice final : public QIODevice {
public:
    explicit OutputDevice(Output &output)
        : m_output(output)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        m_output.writeBytes({data, static_cast<qsizetype>(size)});
        return m_output.flush() ? size : -1;
    }

private:
    Output &m_output;
};

} // namespace tallyman::cli
