// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"

#include "ui/widgets/avatarpicker.h"
#include "ui/widgets/cropframe.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QLinearGradient>
#include <QListWidget>
#include <QPainter>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery {

namespace {

std::unique_ptr<AvatarPicker> makePicker(AvatarPicker::Source source)
{
    auto picker = std::make_unique<AvatarPicker>();
    picker->setContentsMargins(24, 24, 24, 24);
    picker->setSubject(u"018f"_s, u"智能客服空间"_s);
    PictureEndpoint endpoint;
    endpoint.url = QUrl(u"https://pictures.example/make"_s);
    picker->setEndpoint(endpoint);
    picker->setSource(source);
    return picker;
}

/// A landscape: what people upload is seldom square.
QString writePicture(const QTemporaryDir &folder)
{
    QImage image(900, 500, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, 500);
    sky.setStops({{0, QColor(60, 120, 200)}, {0.6, QColor(250, 210, 160)}, {1, QColor(60, 90, 60)}});
    painter.fillRect(image.rect(), sky);
    painter.setBrush(QColor(255, 245, 200));
    painter.drawEllipse(QPoint(520, 220), 70, 70);
    painter.end();
    const QString path = folder.filePath(u"picture.png"_s);
    image.save(path);
    return path;
}

std::unique_ptr<QWidget> makeCrop()
{
    auto picker = makePicker(AvatarPicker::Source::File);
    const QTemporaryDir folder;
    picker->loadFile(writePicture(folder));
    auto *frame = picker->findChild<CropFrame *>();
    for (QDeadlineTimer deadline(5000); frame->image().isNull() && !deadline.hasExpired();)
        QCoreApplication::processEvents();
    frame->setZoom(1.8);
    frame->moveBy({60, -20});
    return picker;
}

std::unique_ptr<QWidget> makeBadFile()
{
    auto picker = makePicker(AvatarPicker::Source::File);
    picker->loadFile(u"/nonexistent/picture.png"_s);
    for (QDeadlineTimer deadline(5000);
         picker->problem() == AvatarPicker::tr("Choose a picture.") && !deadline.hasExpired();)
        QCoreApplication::processEvents();
    return picker;
}

std::unique_ptr<QWidget> makeIcons()
{
    auto picker = makePicker(AvatarPicker::Source::Icon);
    picker->findChild<QListWidget *>()->setCurrentRow(4);
    return picker;
}

std::unique_ptr<QWidget> makeWithoutEndpoint()
{
    auto picker = makePicker(AvatarPicker::Source::Default);
    picker->setEndpoint({});
    return picker;
}

} // namespace

void addAvatarScenes(Scenes &scenes)
{
    scenes.push_back({u"avatarpicker-default"_s, {600, 160}, makeWithoutEndpoint});
    scenes.push_back({u"avatarpicker-icon"_s, {600, 200}, makeIcons});
    scenes.push_back({u"avatarpicker-crop"_s, {600, 420}, makeCrop});
    scenes.push_back({u"avatarpicker-badfile"_s, {600, 220}, makeBadFile});
    scenes.push_back({u"avatarpicker-generated"_s, {600, 200}, [] {
                          return makePicker(AvatarPicker::Source::Generated);
                      }});
}

} // namespace tenantry::gallery
