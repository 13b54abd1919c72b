// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ORG-5: a file of members, against a real server on this machine: bench_import [rows]
#include "core/domain/invitationcommands.h"
#include "core/exchange/importfiles.h"
#include "tests/bench/figures.h"
#include "tests/schema/commandworld.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::exchange;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int organizations = 200;

/// By the clock: what the server does is waited for too.
template <class Function>
double seconds(const Function &function)
{
    QElapsedTimer timer;
    timer.start();
    function();
    return double(timer.nsecsElapsed()) / 1e9;
}

QStringList rowOf(int i)
{
    const QString number = QString::number(i);
    return {u"person"_s + number + u"@bench.example.com"_s, u"张伟民"_s,
            u"+86 138 %1"_s.arg(i, 8, 10, QChar(u'0')), u"mis"_s + number,
            u"Department %1"_s.arg(i % organizations)};
}

void writeFile(const QString &path, TableFormat format, int rows)
{
    auto writer = TableWriter::create(path, format, true).value();
    (void)writer->add({u"邮箱"_s, u"姓名"_s, u"手机号"_s, u"MIS账号"_s, u"部门"_s});
    for (int i = 0; i < rows; ++i)
        (void)writer->add(i % 100 == 0 ? QStringList{u"nobody"_s, u"a1"_s} : rowOf(i)); // 1 % are bad
    (void)writer->finish();
}

/// As the administrator sees the tree.
directory::SnapshotPtr treeOf(CommandWorld &w)
{
    directory::SnapshotBuilder builder;
    const auto add = [&](const QString &id, const QString &name, const QString &parent) {
        OrganizationRow row;
        row.id = CommandWorld::organizationId(id);
        row.tenantId = CommandWorld::tenantId(w.tenantA);
        row.name = name;
        row.code = u"code_"_s + name.section(u' ', -1);
        if (!parent.isEmpty())
            row.parentId = CommandWorld::organizationId(parent);
        builder.add(row);
    };
    TenantRow tenant;
    tenant.id = CommandWorld::tenantId(w.tenantA);
    builder.add(tenant);
    const QString root = w.rootOf(w.tenantA);
    add(root, u"Root"_s, {});
    for (int i = 0; i < organizations; ++i) {
        const QString name = u"Department %1"_s.arg(i);
        add(w.addOrganization(name), name, root);
    }
    return builder.build().value();
}

class Bench
{
public:
    explicit Bench(CommandWorld &world)
        : w(world), m_tree(treeOf(world)), m_session(world.connect(world.adminA))
    {
    }

    ImportDraft read(const QString &path)
    {
        return draftImport(readTable(path, {}).value(), RuleSet::builtIn(), *m_tree,
                           CommandWorld::tenantId(w.tenantA), {})
            .value();
    }

    /// Sends the good rows by the thousand; the longest call is what cancelling waits for.
    int send(const ImportDraft &draft, const QString &function, const QString &import)
    {
        int sent = 0;
        for (size_t i = 0; i < draft.rows.size();) {
            QJsonArray rows;
            for (; i < draft.rows.size() && rows.size() < 1000; ++i)
                if (draft.rows[i].isGood())
                    rows.append(draft.rows[i].toJson(int(i)));
            sent += int(rows.size());
            const QJsonObject arguments{
                {u"tenant_id"_s, w.tenantA}, {u"import_id"_s, import}, {u"rows"_s, rows}};
            m_longest = std::max(
                m_longest, seconds([&] {
                    const auto answer = m_session->exec(
                        u"select api.%1(?::jsonb)"_s.arg(function),
                        {QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))});
                    if (!answer)
                        qFatal("%s failed", qPrintable(function));
                }));
        }
        return sent;
    }

    void give(const char *what, const tenantry::Command &command, double bar)
    {
        Answer answer;
        bench::report(what, seconds([&] { answer = w.give(w.adminA, command); }), "s", bar);
        std::printf("  %s\n", qPrintable(answer.text().left(200)));
    }

    /// Everything from the file to the end; the import's ID.
    QString run(const char *what, const QString &path)
    {
        std::printf("%s\n", what);
        const QString import = SchemaWorld::newId();
        ImportDraft draft;
        m_longest = 0;
        const double reading = seconds([&] { draft = read(path); });
        const double asking = seconds([&] { send(draft, u"import_check"_s, {}); });
        bench::report("  reading and judging the file", reading, "s");
        bench::report("  dry run: that and asking the server", reading + asking, "s", 10);
        int rows = 0;
        const double sending = seconds([&] { rows = send(draft, u"import_stage"_s, import); });
        bench::report("  sending the rows", sending, "s");
        bench::report("  longest call, which cancelling waits for", m_longest, "s", 1);
        const tenantry::Command command =
            importApply(CommandWorld::tenantId(w.tenantA), QUuid::fromString(import), rows, true, u"bench"_s);
        Answer answer;
        const double applying = seconds([&] { answer = w.give(w.adminA, command); });
        bench::report("  applying them", applying, "s", 30);
        bench::report("    of that, writing the notices", telling() - m_told, "s");
        m_told = telling();
        bench::report("  import: sending and applying", sending + applying, "s", 60);
        std::printf("  %s\n", qPrintable(answer.text().left(160)));
        return import;
    }

private:
    /// Seconds spent in app.tell_import since the server began.
    [[nodiscard]] double telling() const
    {
        return w.must(u"select coalesce(sum(total_time), 0) from pg_stat_user_functions where funcname = 'tell_import'"_s).toDouble() / 1000;
    }

    CommandWorld &w;
    directory::SnapshotPtr m_tree;
    std::unique_ptr<server::Connection> m_session;
    double m_longest = 0;
    double m_told = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int rows = argc > 1 ? QByteArray(argv[1]).toInt() : 50'000;
    CommandWorld w;
    if (const QString error = w.create(); !error.isEmpty())
        qFatal("%s", qPrintable(error));
    w.must(u"update app.settings set value = '{}' where key = 'quotas'"_s);
    w.must(u"alter database tenantry set track_functions = 'pl'"_s);
    const QTemporaryDir folder;
    const QString csv = folder.filePath(u"members.csv"_s), xlsx = folder.filePath(u"members.xlsx"_s);
    writeFile(csv, TableFormat::Csv, rows);
    writeFile(xlsx, TableFormat::Xlsx, rows);
    Bench bench(w);
    bench::report("reading the workbook", seconds([&] { bench::keep(bench.read(xlsx)); }), "s");
    const QString first = bench.run("unknown addresses", csv);
    w.must(u"analyze"_s);
    (void)bench.run("the same file again", csv);
    bench.give("undoing it", importUndo(CommandWorld::tenantId(w.tenantA), QUuid::fromString(first)), 30);
    return 0;
}
