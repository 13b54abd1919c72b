// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"

#include "translations/translator.h"

#include <QLibraryInfo>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

const auto english = u"en"_s;
const auto chinese = u"zh_CN"_s;

/// The desktop's own conventions where its language is the one wanted (24 hours in London, not in New York).
QLocale localeFor(const QString &code)
{
    const QLocale system = QLocale::system();
    const QLocale wanted(code);
    return system.language() == wanted.language() ? system : wanted;
}

} // namespace

Language::Language(QCoreApplication &application, QObject *parent) : QObject(parent), m_application(application) {}

Language::~Language() = default;

void Language::apply(const QString &code)
{
    const QString known = codes().contains(code) ? code : english;
    if (known == m_code)
        return;
    m_code = known;
    // Before the translators: each of them announces the change, and dates are written anew then.
    QLocale::setDefault(localeFor(known));
    for (const auto &translator : m_translators)
        m_application.removeTranslator(translator.get());
    m_translators.clear();
    if (known != english)
        load(u"qtbase_"_s + known, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    take(loadTranslator(known)); // English: its plurals
    Q_EMIT changed(known);
}

void Language::load(const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(name, folder)) // Qt's own may not be installed; its few texts stay English then
        take(std::move(translator));
}

void Language::take(std::unique_ptr<QTranslator> translator)
{
    if (!translator)
        return;
    m_application.installTranslator(translator.get());
    m_translators.push_back(std::move(translator));
}

QStringList Language::codes()
{
    return {chinese, english};
}

QString Language::nativeName(const QString &code)
{
    return code == chinese ? u"简体中文"_s : u"English"_s;
}

QString Language::codeOfSystem()
{
    return QLocale::system().language() == QLocale::Chinese ? chinese : english;
}

} // namespace tenantry::ui
