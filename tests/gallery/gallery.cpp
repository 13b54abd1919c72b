// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Renders every scene in both languages and themes to PNG files.
//   gallery [--check] [--only PART] [--languages en,zh_CN] [--themes light,dark] OUTPUT_DIR
// With --check it ends with 1 when a picture is blank or couldn't be written.
#include "tests/gallery/scene.h"

#include "ui/shell/language.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace tenantry;

namespace
{

/// Fewer than a handful of colours: nothing was drawn but a background.
bool isBlank(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
    }
    return colours.size() < 5;
}

QImage render(const gallery::Scene &scene)
{
    const std::unique_ptr<QWidget> widget = scene.make();
    gallery::open(*widget, scene.size);
    return widget->grab().toImage();
}

struct Written {
    int written = 0;
    QStringList faults;
};

void renderAll(const gallery::Scenes &scenes, const QString &folder, const QString &suffix, Written &outcome)
{
    for (const gallery::Scene &scene : scenes) {
        const QString file = folder + u'/' + scene.name + suffix + u".png"_s;
        const QImage image = render(scene);
        if (image.isNull() || isBlank(image))
            outcome.faults.append(u"blank: "_s + file);
        else if (!image.save(file))
            outcome.faults.append(u"not written: "_s + file);
        else
            ++outcome.written;
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"check"_s, u"Fail on blank pictures."_s},
                       {u"only"_s, u"Scenes whose name holds PART."_s, u"PART"_s},
                       {u"languages"_s, u"Which languages."_s, u"LIST"_s, u"en,zh_CN"_s},
                       {u"themes"_s, u"Which themes."_s, u"LIST"_s, u"light,dark"_s}});
    parser.addPositionalArgument(u"output"_s, u"Folder for the pictures."_s);
    parser.process(application);
    QTextStream out(stdout);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);
    const QString folder = parser.positionalArguments().constFirst();
    if (!QDir().mkpath(folder)) {
        out << "cannot make " << folder << Qt::endl;
        return 2;
    }

    ui::Theme theme(application);
    ui::Language language(application);
    gallery::Scenes scenes = gallery::allScenes(theme, language);
    if (parser.isSet(u"only"_s))
        std::erase_if(scenes, [&](const gallery::Scene &s) { return !s.name.contains(parser.value(u"only"_s)); });
    QSet<QString> names;
    for (const gallery::Scene &scene : scenes)
        names.insert(scene.name);

    Written outcome;
    if (names.size() != qsizetype(scenes.size()) || scenes.empty())
        outcome.faults.append(u"scenes are missing, or two have the same name"_s);
    for (const QString &code : parser.value(u"languages"_s).split(u',')) {
        language.apply(code);
        for (const QString &mode : parser.value(u"themes"_s).split(u',')) {
            theme.apply(ui::Theme::modeFromName(mode));
            renderAll(scenes, folder, u'-' + code + u'-' + mode, outcome);
        }
    }
    for (const QString &fault : std::as_const(outcome.faults))
        out << fault << Qt::endl;
    out << outcome.written << " pictures of " << scenes.size() << " scenes in " << folder << Qt::endl;
    return parser.isSet(u"check"_s) && !outcome.faults.isEmpty() ? 1 : 0;
}
