// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tenantry::console
{

/// What was asked for on the command line.
struct Options {
    bool demo = false;      ///< the embedded demo platform, whatever profiles there are
    QString demoFolder;     ///< where the demo's data lie; empty: the usual folder
    QString screenshot;     ///< file to draw the main window to, then end; empty: stay
    QString persona;        ///< of the demo, to sign in as at once; empty: ask
    QString page;           ///< to open first; empty: the first one
    QString module;         ///< "bots", "abs", "automan": of the platform that started the console; empty: none
    QString language;       ///< empty: as last time, else the desktop's
    QString theme;          ///< empty: as last time
    QString link;           ///< `tenantry:` link to open; empty: none
    QString stalls;         ///< file to write to when the window was kept waiting; empty: nobody measures

    /// Started by a script, for one purpose: a console of its own beside any other.
    [[nodiscard]] bool isForScript() const { return !persona.isEmpty() || !screenshot.isEmpty() || !stalls.isEmpty(); }
};

/// Ends the program itself for --help, --version and anything unknown.
[[nodiscard]] Options parseOptions(const QStringList &arguments);

} // namespace tenantry::console
