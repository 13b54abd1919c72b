// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QLocale>
#include <QObject>

#include <memory>
#include <vector>

class QTranslator;

namespace tenantry::ui
{

/// The language of the texts and the locale of dates and numbers, switchable while running: every widget
/// gets QEvent::LanguageChange. One object, made in main() (or in a test).
class Language final : public QObject
{
    Q_OBJECT
public:
    explicit Language(QCoreApplication &application, QObject *parent = nullptr);
    ~Language() override;

    /// "en" or "zh_CN"; anything else gives English.
    void apply(const QString &code);
    [[nodiscard]] QString code() const { return m_code; }

    /// The codes there are, and how each language calls itself.
    [[nodiscard]] static QStringList codes();
    [[nodiscard]] static QString nativeName(const QString &code);
    /// What the desktop's own language comes to.
    [[nodiscard]] static QString codeOfSystem();

Q_SIGNALS:
    void changed(const QString &code);

private:
    void load(const QString &name, const QString &folder);
    void take(std::unique_ptr<QTranslator> translator);

    QCoreApplication &m_application;
    QString m_code;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace tenantry::ui
