// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"

#include "core/exchange/csvwriter.h"
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/members/importdialog.h"
#include "ui/pages/members/invitedialog.h"
#include "ui/pages/notifications/invitationdialog.h"
#include "ui/widgets/tabs.h"

#include <QCheckBox>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QLineEdit>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;
using namespace tenantry::ui::members;

namespace tenantry::gallery {

namespace {

using test::FixedSession;
using Stage = ImportRun::Stage;

/// Good ones, bad ones of every kind, a name and a department that are too long for their columns.
QList<QByteArrayList> someRows(const FixedSession &session, int count)
{
    QByteArray department = "root";
    for (const OrganizationRow &organization : session.world().organizations)
        if (organization.tenantId == session.currentTenant())
            department = organization.name.toUtf8();
    QList<QByteArrayList> rows{
        {"zhangsan@example.com", "张三", "+86 138 0013 8000", "zhangsan", department, "是", "负责人"},
        {"lisi@example.com", "李四", "13800138001", "lisi", department, "", "成员"},
        {"wangwu@example", "王五", "电话", "wangwu", department, "", ""},
        {"zhaoliu@example.com", "赵六2", "", "", "没有这个部门", "也许", "boss"},
        {"known@example.com", "", "", "", department, "", ""},
        {"other@example.com", "", "", "", "", "", ""},
        {"lisi@example.com", "李四光", "", "", department, "", ""},
        {"hubert@example.com", "Wolfeschlegelsteinhausenbergerdorff von Hohenlohe", "", "", department, "",
         ""},
    };
    for (int i = 0; i < count; ++i)
        rows.append({"person" + QByteArray::number(i) + "@example.com", "员工", "", "", department, "", ""});
    return rows;
}

void writeFile(const QString &path, const QList<QByteArrayList> &rows)
{
    QFile file(path);
    (void)file.open(QIODevice::WriteOnly);
    exchange::CsvWriter csv(file, true);
    (void)csv.write({"邮箱", "姓名", "手机号", "MIS账号", "部门", "主部门", "角色"});
    for (const QByteArrayList &row : rows)
        (void)csv.write(row);
}

/// What each address stands for is in its first letters.
void playServer(FixedSession &session)
{
    session.setAnswer(sync::Question::ImportCheck, [](const QJsonObject &arguments) -> Result<QJsonValue> {
        QJsonArray rows;
        for (const QJsonValue &row : arguments[u"rows"_s].toArray()) {
            const QString email = row[u"email"_s].toString();
            QJsonObject told{{u"number"_s, row[u"number"_s]}};
            if (email.startsWith(u"other"))
                told.insert(u"error"_s,
                            QJsonObject{{u"code"_s, u"invitation.elsewhere"_s}, {u"field"_s, u"email"_s}});
            else
                told.insert(u"act"_s, email.startsWith(u"known")  ? u"none"_s
                                      : email.startsWith(u"lisi") ? u"invite"_s
                                                                  : u"create"_s);
            rows.append(told);
        }
        return QJsonValue(QJsonObject{{u"rows"_s, rows}});
    });
    session.setAnswer(sync::Question::ImportStage,
                      [](const QJsonObject &) -> Result<QJsonValue> { return QJsonValue(QJsonObject{}); });
}

void reach(ImportRun *run, Stage stage)
{
    QEventLoop loop;
    QObject::connect(run, &ImportRun::stageChanged, &loop, [&] {
        if (run->stage() == stage || run->error())
            loop.quit();
    });
    if (run->stage() != stage)
        loop.exec();
}

using Prepare = std::function<void(FixedSession &, ImportDialog &)>;

std::function<std::unique_ptr<QWidget>()> makeImport(int rows, const Prepare &prepare)
{
    return [rows, prepare]() -> std::unique_ptr<QWidget> {
        auto *session = new FixedSession(u"tenant_administrator"_s);
        playServer(*session);
        auto dialog = std::make_unique<ImportDialog>(*session, session->currentTenant(), nullptr);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        QObject::connect(dialog.get(), &QObject::destroyed, session, &QObject::deleteLater);
        if (rows >= 0) {
            const QTemporaryDir folder;
            const QString path = folder.filePath(u"成员名单-2026.csv"_s);
            writeFile(path, someRows(*session, rows));
            dialog->openFile(path);
            reach(dialog->run(), Stage::Checked);
        }
        prepare(*session, *dialog);
        return dialog;
    };
}

void apply(FixedSession &session, ImportDialog &dialog, const QJsonObject &result)
{
    dialog.withoutBad()->setChecked(true);
    dialog.reason()->setText(u"新学期入职"_s);
    dialog.run()->apply(true, dialog.reason()->text());
    reach(dialog.run(), Stage::Applying);
    if (!result.isEmpty())
        session.answer(session.commands().constLast().id(), {}, result);
}

std::unique_ptr<QWidget> makeInvite()
{
    auto *session = new FixedSession(u"tenant_administrator"_s);
    auto dialog = std::make_unique<InviteDialog>(*session, session->currentTenant(), nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    dialog->email()->setText(u"lilei@example"_s);
    dialog->name()->setText(u"李雷"_s);
    dialog->save();
    QObject::connect(dialog.get(), &QObject::destroyed, session, &QObject::deleteLater);
    return dialog;
}

std::unique_ptr<QWidget> makeAnswer()
{
    auto *session = new FixedSession(u"member"_s);
    auto dialog = std::make_unique<notifications::InvitationDialog>(
        *session,
        QJsonObject{{u"tenant_id"_s, session->currentTenant().toString()},
                    {u"tenant"_s, u"质效技术部-Bots租户"_s},
                    {u"by"_s, u"张三"_s},
                    {u"until"_s, toMicroseconds(session->now() + std::chrono::days(5))}},
        nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    QObject::connect(dialog.get(), &QObject::destroyed, session, &QObject::deleteLater);
    return dialog;
}

} // namespace

void addImportScenes(Scenes &scenes)
{
    const QSize size(1140, 660); // as it opens
    scenes.push_back({u"import-choose"_s, size, makeImport(-1, [](FixedSession &, ImportDialog &) {})});
    scenes.push_back({u"import-unreadable"_s, size, makeImport(-1, [](FixedSession &, ImportDialog &dialog) {
                          dialog.openFile(u"/nowhere.csv"_s);
                          reach(dialog.run(), Stage::Checked);
                      })});
    scenes.push_back({u"import-rows"_s, size, makeImport(40, [](FixedSession &, ImportDialog &) {})});
    scenes.push_back({u"import-bad-rows"_s, size, makeImport(40, [](FixedSession &, ImportDialog &dialog) {
                          dialog.filter()->setCurrent(3);
                      })});
    scenes.push_back(
        {u"import-applying"_s, size,
         makeImport(40, [](FixedSession &session, ImportDialog &dialog) { apply(session, dialog, {}); })});
    scenes.push_back({u"import-done"_s, size, makeImport(40, [](FixedSession &session, ImportDialog &dialog) {
                          apply(
                              session, dialog,
                              {{u"created"_s, 41}, {u"invited"_s, 1}, {u"changed"_s, 0}, {u"refused"_s, 2}});
                      })});
    scenes.push_back({u"import-50000"_s, size, makeImport(50'000, [](FixedSession &, ImportDialog &) {})});
    scenes.push_back({u"member-invite"_s, {560, 620}, makeInvite});
    scenes.push_back({u"invitation-answer"_s, {560, 320}, makeAnswer});
}

} // namespace tenantry::gallery
