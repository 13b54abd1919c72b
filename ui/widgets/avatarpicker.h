// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/avatarchoice.h"
#include "ui/widgets/picturecodec.h"
#include "ui/widgets/picturegenerator.h"
#include "ui/widgets/typedvalue.h"

#include <QPainterPath>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QSlider;

namespace tenantry::ui
{

class CropFrame;
class PictureLoader;
class Tabs;

/// Chooses what stands for a space (SPC-4), or for a person, who has no icon and no made-up face (ACC-7): drawn from its name, an icon, a picture from a file cut to a square, or one made
/// by the endpoint that is set. Puts errors below itself, where they arise.
class AvatarPicker final : public QWidget, public TypedEditor
{
    Q_OBJECT
public:
    enum class Source { Default, Icon, File, Generated };

    enum class Whose { Space, Person };

    explicit AvatarPicker(QWidget *parent = nullptr) : AvatarPicker(Whose::Space, parent) {}
    explicit AvatarPicker(Whose whose, QWidget *parent = nullptr);

    /// What the default is drawn from; follows the name while it is typed.
    void setSubject(const QString &id, const QString &name);
    /// Without one the last source is disabled and says why.
    void setEndpoint(const PictureEndpoint &endpoint);

    void setChoice(const AvatarChoice &choice);
    /// A source that has nothing yet gives the default: see problem().
    [[nodiscard]] AvatarChoice choice() const;
    /// What is still to be done before the choice is what the person wants; empty: nothing.
    [[nodiscard]] QString problem() const;

    /// The source, what of it was chosen or made here, and the description of a picture.
    [[nodiscard]] QVariant typed() const override;
    void setTyped(const QVariant &typed) override;

    void setSource(Source source);
    [[nodiscard]] Source source() const;
    /// As if the person had chosen this file.
    void loadFile(const QString &path);
    void generate(const QString &description);

    /// The icons that are offered, of those of the program (ui/theme/icons.h).
    [[nodiscard]] static QStringList offeredIcons();

Q_SIGNALS:
    void choiceChanged();

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeDefaultPage();
    QWidget *makeIconPage();
    QWidget *makeFilePage();
    QWidget *makeGeneratedPage();
    QWidget *makeCrop();
    void connectAll();
    void retranslate();
    void refresh();
    void refreshPreview();
    void refreshSources();
    void chooseFile();
    void takeImage(const QImage &image);
    void setError(const QString &error);
    [[nodiscard]] bool isPicture() const { return source() == Source::File || source() == Source::Generated; }
    [[nodiscard]] QByteArray cut() const;
    [[nodiscard]] QPainterPath outline() const;
    [[nodiscard]] QImage &imageOf(Source source) { return m_images[source == Source::Generated]; }
    [[nodiscard]] const QImage &imageOf(Source source) const { return m_images[source == Source::Generated]; }

    const bool m_isPerson;
    QString m_id, m_name;
    QByteArray m_kept; ///< the picture that was there before, until another one is made
    QImage m_images[2];
    QString m_error;
    Source m_loading = Source::File; ///< for which the loader works
    PictureLoader *m_loader;
    PictureGenerator *m_generator;
    QLabel *m_preview;
    Tabs *m_tabs;
    QList<QWidget *> m_pages; ///< by source; only that of the chosen one is shown
    QLabel *m_defaultText;
    QListWidget *m_icons;
    QLabel *m_fileText;
    QPushButton *m_choose;
    QLabel *m_generateText;
    QLineEdit *m_description;
    QPushButton *m_generate, *m_cancel;
    QProgressBar *m_progress;
    QWidget *m_crop;
    CropFrame *m_frame;
    QSlider *m_zoom;
    QLabel *m_zoomLabel;
    QLabel *m_errorText;
};

} // namespace tenantry::ui
