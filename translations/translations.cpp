// SPDX-License-Identifier: GPL-3.0-or-later
// A library needs a source file; what it is for are its resources.
