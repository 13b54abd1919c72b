// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/auditdiff.h"

#include "core/access/explanationtext.h"
#include "core/domain/words.h"
#include "ui/pages/audit/auditwords.h"
#include "ui/widgets/datetext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tenantry::ui::audit {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Audit)
};

class Values final
{
public:
    explicit Values(const QJsonObject &names) : m_names(names) {}

    [[nodiscard]] QString text(const QString &field, const QJsonValue &value) const
    {
        switch (value.type()) {
        case QJsonValue::Bool:
            return value.toBool() ? Words::tr("yes") : Words::tr("no");
        case QJsonValue::Double:
            return field.endsWith(u"_at") || field == u"until"
                       ? momentText(QDateTime::fromMSecsSinceEpoch(value.toInteger() / 1000))
                       : QLocale().toString(value.toInteger());
        case QJsonValue::String:
            return string(field, value.toString());
        case QJsonValue::Array:
            return list(value.toArray());
        case QJsonValue::Object:
            return object(value.toObject());
        default:
            return {};
        }
    }

private:
    [[nodiscard]] QString string(const QString &field, const QString &value) const
    {
        if (!QUuid::fromString(value).isNull())
            return m_names[value].toString(Words::tr("(no longer known)"));
        if (field == u"role")
            if (const auto role = fromWireName<Role>(value.toLatin1()))
                return access::roleName(*role);
        return field.endsWith(u"_kind") ? objectKindText(value) : value;
    }

    [[nodiscard]] QString list(const QJsonArray &array) const
    {
        QStringList parts;
        for (const QJsonValue &each : array)
            parts += text({}, each);
        return parts.join(u'\n');
    }

    /// An item of a list: its own ID says nothing, what it names does.
    [[nodiscard]] QString object(const QJsonObject &object) const
    {
        QStringList parts;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const bool isNamedBeside = it.key() == u"organization_id" && object.contains(u"name"_s);
            if (it->isNull() || isNamedBeside || it.key() == u"id" || it.key() == u"grant_id" ||
                it.key().endsWith(u"_kind"))
                continue;
            const QString key =
                m_names.contains(it.key()) ? m_names[it.key()].toString() : fieldText(it.key());
            parts += Words::tr("%1: %2").arg(key, text(it.key(), *it));
        }
        return parts.join(Words::tr("; "));
    }

    const QJsonObject &m_names;
};

} // namespace

QList<DiffLine> auditDiff(const QJsonObject &detail, const QJsonObject &names)
{
    const QJsonValue before = detail["before"_L1], after = detail["after"_L1];
    const Values values(names);
    QList<DiffLine> lines;
    if (!before.isObject() && !after.isObject()) {
        if (before != after)
            lines.append({QString(), values.text({}, before), values.text({}, after)});
        return lines;
    }
    const QJsonObject was = before.toObject(), is = after.toObject();
    QStringList fields = was.keys();
    for (const QString &field : is.keys())
        if (!was.contains(field))
            fields += field;
    for (const QString &field : fields) {
        if (was.value(field) == is.value(field))
            continue;
        const DiffLine line{fieldText(field), values.text(field, was.value(field)),
                            values.text(field, is.value(field))};
        if (!line.before.isEmpty() || !line.after.isEmpty())
            lines += line;
    }
    return lines;
}

} // namespace tenantry::ui::audit
