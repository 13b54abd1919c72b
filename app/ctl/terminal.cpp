// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/terminal.h"

#include "core/domain/messages.h"

#include <QTextStream>

#include <termios.h>
#include <unistd.h>

#include <iostream>
#include <string>

using namespace Qt::StringLiterals;

namespace tenantry::ctl {

namespace {

/// Echo is off while this lives.
class EchoOff final
{
public:
    EchoOff()
    {
        m_changed = isTerminal() && tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_changed)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~EchoOff()
    {
        if (!m_changed)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::cerr << '\n';
    }
    Q_DISABLE_COPY_MOVE(EchoOff)

private:
    termios m_before{};
    bool m_changed = false;
};

} // namespace

bool isTerminal()
{
    return isatty(STDIN_FILENO) == 1;
}

std::optional<QString> askLine(const QString &prompt)
{
    if (isTerminal())
        std::cerr << prompt.toStdString() << ' ' << std::flush;
    std::string line;
    if (!std::getline(std::cin, line))
        return std::nullopt;
    if (line.ends_with('\r'))
        line.pop_back();
    return QString::fromStdString(line);
}

std::optional<QString> askSecret(const QString &prompt)
{
    const EchoOff silent;
    return askLine(prompt);
}

void printError(const Error &error)
{
    QTextStream out(stderr);
    out << "tenantryctl: " << sentence(error) << "\n  code: " << error.code << "\n";
    if (!error.field.isEmpty())
        out << "  field: " << error.field << "\n";
    for (auto it = error.parameters.cbegin(); it != error.parameters.cend(); ++it)
        out << "  " << it.key() << ": " << it.value().toString() << "\n";
}

} // namespace tenantry::ctl
