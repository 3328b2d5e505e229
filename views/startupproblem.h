// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace tallyman {

struct StoreError;

/// Shown in place of the main window when the store cannot be opened: what was found, and what to do.
/// Accepted means to try again, rejected to quit.
class StartupProblem : public QDialog {
    Q_OBJECT

public:
    explicit StartupProblem(const StoreError &error, QWidget *parent = nullptr);
};

} // namespace tallyman
