// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <functional>

namespace tenantry::ui {

/// Writes a line into a file for each time that this thread's event loop was kept from its work for longer
/// than the bar: time of day, milliseconds by the clock, milliseconds of this thread's processor (what is
/// missing went to other programs), the place. Sums up in a last line. For measuring only: it wakes the
/// thread all the time.
class StallWatch final : public QObject
{
    Q_OBJECT
public:
    using Place = std::function<QString()>; ///< where the person is, asked after each stall

    StallWatch(const QString &fileName, Place place,
               std::chrono::milliseconds bar = std::chrono::milliseconds(50), QObject *parent = nullptr);
    ~StallWatch() override;

    [[nodiscard]] bool isWriting() const { return m_file.isOpen(); } ///< false: the file can't be written
    [[nodiscard]] int count() const { return m_count; }
    void note(const QString &what); ///< a line with the time of day, to measure from and to

private:
    void beat();
    void write(const QString &line);

    QFile m_file;
    Place m_place;
    const std::chrono::milliseconds m_bar;
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_processor = 0;
    double m_longest = 0;
    int m_count = 0;
};

} // namespace tenantry::ui
