// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/importcolumns.h"

#include "core/domain/normalise.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::exchange {

namespace {

struct Titles
{
    QString english, chinese;
    QStringList others; ///< as plainTitle() makes them
};

/// By ImportColumn.
const std::array<Titles, importColumnCount> &titles()
{
    static const std::array<Titles, importColumnCount> table{{
        {u"E-mail"_s,
         u"邮箱"_s,
         {u"mail"_s, u"emailaddress"_s, u"电子邮箱"_s, u"电子邮件"_s, u"邮件"_s, u"邮箱地址"_s}},
        {u"Name"_s, u"姓名"_s, {u"realname"_s, u"fullname"_s, u"真实姓名"_s, u"名字"_s, u"成员姓名"_s}},
        {u"Phone"_s,
         u"手机号"_s,
         {u"mobile"_s, u"phonenumber"_s, u"telephone"_s, u"手机"_s, u"电话"_s, u"手机号码"_s, u"联系电话"_s}},
        {u"MIS"_s, u"MIS账号"_s, {u"misaccount"_s, u"mis号"_s, u"mis帐号"_s}},
        {u"Organization"_s,
         u"部门"_s,
         {u"department"_s, u"organisation"_s, u"organizationpath"_s, u"organizationcode"_s,
          u"departmentpath"_s, u"departmentcode"_s, u"组织"_s, u"所属部门"_s, u"所属组织"_s, u"部门路径"_s,
          u"组织路径"_s, u"部门代码"_s, u"组织代码"_s}},
        {u"Primary"_s,
         u"主部门"_s,
         {u"primarydepartment"_s, u"primaryorganization"_s, u"主组织"_s, u"主要部门"_s, u"主要组织"_s,
          u"是否主部门"_s}},
        {u"Role"_s,
         u"角色"_s,
         {u"departmentrole"_s, u"organizationrole"_s, u"部门角色"_s, u"组织角色"_s, u"部门内角色"_s}},
    }};
    return table;
}

/// Letters and digits alone: "E-Mail:", "e mail" and "email" are one.
QString plainTitle(const QString &title)
{
    QString plain;
    for (const QChar c : normalise(title))
        if (c.isLetterOrNumber())
            plain += c;
    return plain;
}

int columnNamed(const QString &title)
{
    const QString plain = plainTitle(title);
    for (int column = 0; column < importColumnCount; ++column) {
        const Titles &known = titles()[size_t(column)];
        if (plain == plainTitle(known.english) || plain == plainTitle(known.chinese) ||
            known.others.contains(plain))
            return column;
    }
    return -1;
}

} // namespace

Result<ImportColumns> recogniseColumns(const QStringList &header)
{
    ImportColumns columns;
    columns.fill(-1);
    for (qsizetype i = 0; i < header.size(); ++i) {
        const int column = columnNamed(header[i]);
        if (column < 0)
            continue;
        if (columns[size_t(column)] >= 0)
            return failure(ErrorClass::Data, u"import.column_doubled"_s,
                           {{u"column"_s, header[i].trimmed()}});
        columns[size_t(column)] = int(i);
    }
    if (columns[size_t(ImportColumn::Email)] < 0)
        return failure(ErrorClass::Data, u"import.column_missing"_s,
                       {{u"column"_s, titles()[0].english + u" / "_s + titles()[0].chinese}});
    return columns;
}

QString columnTitle(ImportColumn column, QLocale::Language language)
{
    const Titles &known = titles()[size_t(column)];
    return language == QLocale::Chinese ? known.chinese : known.english;
}

QString errorTitle(QLocale::Language language)
{
    return language == QLocale::Chinese ? u"错误"_s : u"Error"_s;
}

bool isErrorTitle(const QString &title)
{
    const QString plain = plainTitle(title);
    return plain == u"错误" || plain == u"error";
}

} // namespace tenantry::exchange
