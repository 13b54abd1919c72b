// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/avatarpicker.h"

#include "ui/theme/icons.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/cropframe.h"
#include "ui/widgets/pictureloader.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QProgressBar>
#include <QSlider>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

constexpr int previewSide = 64;
constexpr int zoomSteps = 100;

} // namespace

AvatarPicker::AvatarPicker(Whose whose, QWidget *parent)
    : QWidget(parent), m_isPerson(whose == Whose::Person), m_loader(new PictureLoader(this)), m_generator(new PictureGenerator(this)), m_preview(new QLabel), m_tabs(new Tabs(Tabs::Look::Segmented)),
      m_errorText(makeParagraph(TextStyle::Small))
{
    for (int source = 0; source <= int(Source::Generated); ++source)
        m_tabs->add();
    for (const Source source : {Source::Icon, Source::Generated})
        m_tabs->setTabShown(int(source), !m_isPerson);
    m_pages = {makeDefaultPage(), makeIconPage(), makeFilePage(), makeGeneratedPage()};
    setTextStyle(m_errorText, TextStyle::Small, Tone::Danger);
    m_preview->setFixedSize(previewSide, previewSide);
    auto *right = new QVBoxLayout;
    right->setSpacing(metrics::grid);
    right->addWidget(m_tabs);
    for (QWidget *page : std::as_const(m_pages)) // no stack: it would be as high as the highest
        right->addWidget(page);
    right->addWidget(makeCrop());
    right->addWidget(m_errorText);
    right->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_preview, 0, Qt::AlignTop);
    layout->addLayout(right, 1);
    setAcceptDrops(true);
    setFocusProxy(m_tabs);
    connectAll();
    retranslate();
}

QWidget *AvatarPicker::makeDefaultPage()
{
    m_defaultText = makeParagraph(TextStyle::Muted);
    return m_defaultText;
}

QWidget *AvatarPicker::makeIconPage()
{
    m_icons = new QListWidget;
    m_icons->setViewMode(QListView::IconMode);
    m_icons->setMovement(QListView::Static);
    m_icons->setResizeMode(QListView::Adjust);
    m_icons->setGridSize({44, 44});
    m_icons->setIconSize({20, 20});
    m_icons->setFixedHeight(4 * 44 / 2 + 8);
    m_icons->setTabKeyNavigation(false);
    for (const QString &name : offeredIcons()) {
        auto *item = new QListWidgetItem(icon(name), {}, m_icons);
        item->setData(Qt::UserRole, name);
        item->setToolTip(name);
        item->setData(Qt::AccessibleTextRole, name);
    }
    return m_icons;
}

QWidget *AvatarPicker::makeFilePage()
{
    m_choose = makeButton(ButtonStyle::Default, {}, u"download"_s);
    m_fileText = makeParagraph(TextStyle::Muted);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_choose, 0, Qt::AlignLeft);
    layout->addWidget(m_fileText);
    return page;
}

QWidget *AvatarPicker::makeGeneratedPage()
{
    m_description = new QLineEdit;
    m_description->setMaxLength(500);
    m_generate = makeButton(ButtonStyle::Default);
    m_cancel = makeButton(ButtonStyle::Default);
    m_progress = new QProgressBar;
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_generateText = makeParagraph(TextStyle::Muted);
    auto *line = new QHBoxLayout;
    line->addWidget(m_description, 1);
    line->addWidget(m_generate);
    line->addWidget(m_cancel);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_progress);
    layout->addWidget(m_generateText);
    return page;
}

QWidget *AvatarPicker::makeCrop()
{
    m_frame = new CropFrame;
    m_zoom = new QSlider(Qt::Horizontal);
    m_zoom->setRange(0, zoomSteps);
    m_zoomLabel = makeLabel(TextStyle::Small);
    m_zoomLabel->setBuddy(m_zoom);
    auto *line = new QHBoxLayout;
    line->addWidget(m_zoomLabel);
    line->addWidget(m_zoom, 1);
    m_crop = new QWidget;
    auto *layout = new QVBoxLayout(m_crop);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_frame, 1);
    layout->addLayout(line);
    return m_crop;
}

void AvatarPicker::connectAll()
{
    connect(m_tabs, &Tabs::currentChanged, this, [this] {
        m_error.clear();
        if (isPicture())
            m_frame->setImage(imageOf(source()));
        refresh();
        Q_EMIT choiceChanged();
    });
    connect(m_icons, &QListWidget::currentItemChanged, this, [this] {
        refreshPreview();
        Q_EMIT choiceChanged();
    });
    connect(m_choose, &QPushButton::clicked, this, &AvatarPicker::chooseFile);
    connect(m_generate, &QPushButton::clicked, this, [this] { generate(m_description->text()); });
    connect(m_description, &QLineEdit::returnPressed, m_generate, &QPushButton::click);
    connect(m_description, &QLineEdit::textChanged, this, &AvatarPicker::refreshSources);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_generator->cancel();
        refresh();
        m_description->setFocus();
    });
    connect(m_loader, &PictureLoader::loaded, this, &AvatarPicker::takeImage);
    connect(m_loader, &PictureLoader::failed, this, [this](PictureFault fault) { setError(sentence(fault)); });
    connect(m_generator, &PictureGenerator::generated, this, [this](const QByteArray &picture) {
        m_loading = Source::Generated;
        m_loader->decode(picture);
        refresh();
    });
    connect(m_generator, &PictureGenerator::failed, this, [this](PictureGenerator::Fault fault) { setError(PictureGenerator::sentence(fault)); });
    connect(m_zoom, &QSlider::valueChanged, this, [this](int value) { m_frame->setZoom(std::pow(m_frame->maximumZoom(), double(value) / zoomSteps)); });
    connect(m_frame, &CropFrame::partChanged, this, [this] {
        const QSignalBlocker quiet(m_zoom);
        const double most = m_frame->maximumZoom();
        m_zoom->setValue(most > 1 ? int(std::lround(std::log(m_frame->zoom()) / std::log(most) * zoomSteps)) : 0);
        refreshPreview();
        Q_EMIT choiceChanged();
    });
}

QStringList AvatarPicker::offeredIcons()
{
    return {u"space"_s, u"agent"_s, u"workflow"_s, u"plugin"_s, u"knowledge-base"_s, u"application"_s, u"table"_s, u"dashboard"_s, u"organization"_s, u"group"_s,
            u"members"_s, u"tenant"_s, u"globe"_s, u"mail"_s, u"flag"_s, u"bell"_s, u"clock"_s, u"key"_s, u"server"_s, u"settings"_s, u"keyboard"_s, u"plan"_s};
}

AvatarPicker::Source AvatarPicker::source() const
{
    return Source(m_tabs->current());
}

void AvatarPicker::setSource(Source source)
{
    m_tabs->setCurrent(int(source));
}

void AvatarPicker::setSubject(const QString &id, const QString &name)
{
    m_id = id;
    m_name = name;
    refreshPreview();
}

void AvatarPicker::setEndpoint(const PictureEndpoint &endpoint)
{
    m_generator->setEndpoint(endpoint);
    refresh();
}

void AvatarPicker::setChoice(const AvatarChoice &choice)
{
    m_kept = choice.picture;
    for (QImage &image : m_images)
        image = {};
    for (int row = 0; row < m_icons->count(); ++row)
        if (m_icons->item(row)->data(Qt::UserRole) == choice.icon)
            m_icons->setCurrentRow(row);
    setSource(choice.kind == AvatarChoice::Kind::Icon ? Source::Icon : choice.kind == AvatarChoice::Kind::Picture ? Source::File : Source::Default);
    refresh();
}

AvatarChoice AvatarPicker::choice() const
{
    AvatarChoice choice;
    if (source() == Source::Icon && m_icons->currentItem()) {
        choice.kind = AvatarChoice::Kind::Icon;
        choice.icon = m_icons->currentItem()->data(Qt::UserRole).toString();
    } else if (isPicture()) {
        choice.picture = imageOf(source()).isNull() ? (source() == Source::File ? m_kept : QByteArray()) : cut();
        choice.kind = choice.picture.isEmpty() ? AvatarChoice::Kind::Default : AvatarChoice::Kind::Picture;
    }
    return choice;
}

QVariant AvatarPicker::typed() const
{
    const bool made = isPicture() && !imageOf(source()).isNull();
    return QVariantList{int(source()), source() == Source::Icon ? choice().icon : QString(), made ? choice().picture : QByteArray(),
                        m_description->text()};
}

void AvatarPicker::setTyped(const QVariant &typed)
{
    const QVariantList parts = typed.toList();
    const auto from = Source(parts.value(0).toInt());
    const QString icon = parts.value(1).toString();
    const QByteArray picture = parts.value(2).toByteArray();
    m_description->setText(parts.value(3).toString());
    if (!picture.isEmpty())
        return setChoice({AvatarChoice::Kind::Picture, {}, picture});
    if (!icon.isEmpty())
        return setChoice({AvatarChoice::Kind::Icon, icon, m_kept});
    setSource(from);
}

QByteArray AvatarPicker::cut() const
{
    return m_isPerson ? encodePortrait(m_frame->image(), m_frame->part()) : encodeAvatar(m_frame->image(), m_frame->part());
}

QPainterPath AvatarPicker::outline() const
{
    const QRectF rect(0, 0, previewSide, previewSide);
    QPainterPath path;
    m_isPerson ? path.addEllipse(rect) : path.addRoundedRect(rect, previewSide / 4, previewSide / 4);
    return path;
}

QString AvatarPicker::problem() const
{
    if (!m_error.isEmpty())
        return m_error;
    if (source() == Source::Icon && !m_icons->currentItem())
        return tr("Choose an icon.");
    if (isPicture() && choice().picture.isEmpty())
        return source() == Source::File ? tr("Choose a picture.") : tr("Describe a picture and have it made.");
    return {};
}

void AvatarPicker::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a picture"), {}, tr("Pictures (*.png *.jpg *.jpeg *.webp)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &AvatarPicker::loadFile);
    dialog->open();
}

void AvatarPicker::loadFile(const QString &path)
{
    setSource(Source::File);
    m_error.clear();
    m_loading = Source::File;
    m_loader->load(path);
    refresh();
}

void AvatarPicker::generate(const QString &description)
{
    if (!m_generator->hasEndpoint() || description.trimmed().isEmpty())
        return;
    m_error.clear();
    m_generator->generate(description.trimmed());
    refresh();
}

void AvatarPicker::takeImage(const QImage &image)
{
    m_error.clear();
    imageOf(m_loading) = image;
    if (source() == m_loading)
        m_frame->setImage(image);
    refresh();
}

void AvatarPicker::setError(const QString &error)
{
    m_error = error;
    refresh();
}

void AvatarPicker::refresh()
{
    for (int page = 0; page < m_pages.size(); ++page)
        m_pages[page]->setVisible(page == int(source()));
    m_crop->setVisible(isPicture() && !imageOf(source()).isNull());
    m_errorText->setText(m_error);
    m_errorText->setHidden(m_error.isEmpty());
    m_choose->setAccessibleDescription(source() == Source::File ? m_error : QString());
    m_description->setAccessibleDescription(source() == Source::Generated ? m_error : QString());
    refreshSources();
    refreshPreview();
}

void AvatarPicker::refreshSources()
{
    m_tabs->setTabEnabled(int(Source::Generated), m_generator->hasEndpoint(), tr("No service that makes pictures is set up for this platform."));
    const bool busy = m_generator->isBusy();
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
    m_generate->setVisible(!busy);
    m_description->setReadOnly(busy);
    setUsable(m_generate, !m_description->text().trimmed().isEmpty(), tr("Describe the picture first."));
}

void AvatarPicker::refreshPreview()
{
    const qreal ratio = devicePixelRatioF();
    QPixmap pixmap(QSize(previewSide, previewSide) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF rect(0, 0, previewSide, previewSide);
    const QImage kept = source() == Source::File && imageOf(source()).isNull() && !m_kept.isEmpty() ? decodePicture(m_kept).image : QImage();
    if (source() == Source::Icon && m_icons->currentItem()) {
        painter.fillPath(outline(), Avatar::colourFor(m_id));
        paintIcon(&painter, m_icons->currentItem()->data(Qt::UserRole).toString(), rect, tokens().accent.onSolid, previewSide / 2);
    } else if (isPicture() && (!imageOf(source()).isNull() || !kept.isNull())) {
        painter.setClipPath(outline());
        painter.drawImage(rect, kept.isNull() ? m_frame->image() : kept, kept.isNull() ? QRectF(m_frame->part()) : QRectF(kept.rect()));
    } else {
        Avatar::paint(&painter, rect, m_id, m_name, !m_isPerson);
    }
    painter.end();
    m_preview->setPixmap(pixmap);
}

void AvatarPicker::retranslate()
{
    setAccessibleName(tr("Avatar"));
    m_tabs->setAccessibleName(tr("Where the avatar comes from"));
    m_tabs->setText(int(Source::Default), tr("Default"));
    m_tabs->setText(int(Source::Icon), tr("Icon"));
    m_tabs->setText(int(Source::File), tr("Picture"));
    m_tabs->setText(int(Source::Generated), tr("Generated"));
    m_preview->setAccessibleName(tr("How it will look"));
    m_defaultText->setText(tr("Drawn from the name, and changes with it."));
    m_icons->setAccessibleName(tr("Icons"));
    m_choose->setText(tr("Choose a picture…"));
    m_fileText->setText(tr("PNG, JPEG or WebP, at most 2 MiB; a file can be dropped here too."));
    m_description->setPlaceholderText(tr("What the picture shows"));
    m_description->setAccessibleName(tr("Description of the picture"));
    m_generateText->setText(tr("The description is sent to the service that is set up for this platform."));
    m_generate->setText(tr("Make a picture"));
    m_cancel->setText(tr("Cancel"));
    m_progress->setAccessibleName(tr("The picture is being made"));
    m_zoomLabel->setText(tr("Zoom"));
    m_zoom->setAccessibleName(tr("Zoom"));
    refresh();
}

void AvatarPicker::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        refreshPreview();
}

void AvatarPicker::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.constFirst().isLocalFile())
        event->acceptProposedAction();
}

void AvatarPicker::dropEvent(QDropEvent *event)
{
    loadFile(event->mimeData()->urls().constFirst().toLocalFile());
    event->acceptProposedAction();
}

} // namespace tenantry::ui
