#include "ui/theme.h"

#include "ui/focusstyle.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QStyleFactory>
#include <QSvgRenderer>

#include <cmath>
#include <optional>

namespace rayhelm {

namespace {

struct KindLook {
    QRgb light;
    QRgb dark;
    const char *icon;
};

KindLook lookOf(StateKind kind)
{
    switch (kind) {
    case StateKind::Good:
        return {0xff1b6e2d, 0xff7bd88f, "state-good"};
    case StateKind::Warning:
        return {0xff7a4b00, 0xfff5b942, "state-warning"};
    case StateKind::Bad:
        return {0xffb3261e, 0xffff8a80, "state-bad"};
    case StateKind::Info:
        return {0xff1d5fa8, 0xff8ab8f0, "state-info"};
    case StateKind::Muted:
        break;
    }
    return {0xff5c6166, 0xffb0b5ba, "state-muted"};
}

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// Renders an SVG whose strokes and fills are "currentColor" in the colour that fits the palette at that moment.
class TintedSvgEngine : public QIconEngine
{
public:
    TintedSvgEngine(QString name, std::optional<StateKind> kind) : m_name(std::move(name)), m_kind(kind) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        QFile file(QStringLiteral(":/rayhelm/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return;
        QByteArray svg = file.readAll();
        svg.replace("currentColor", colorFor(mode).name().toLatin1());
        QSvgRenderer renderer(svg);
        const int side = qMin(rect.width(), rect.height());
        QRect square(0, 0, side, side);
        square.moveCenter(rect.center());
        renderer.render(painter, square);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedSvgEngine(m_name, m_kind); }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        return m_kind ? Theme::color(*m_kind) : palette.color(QPalette::ButtonText);
    }

    QString m_name;
    std::optional<StateKind> m_kind;
};

/// Only what is mended is set, so that everything else goes on following the desktop; done again when that turns dark or light.
class PaletteKeeper : public QObject
{
public:
    explicit PaletteKeeper(QApplication *application) : QObject(application)
    {
        application->installEventFilter(this);
        mend();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationPaletteChange && watched == parent() && Theme::isDark() != m_dark)
            mend();
        return false;
    }

private:
    void mend()
    {
        m_dark = Theme::isDark();
        const QPalette better = Theme::readable(QApplication::palette());
        QPalette own = QApplication::palette(); // knows which roles were set by us
        for (const auto group : {QPalette::Active, QPalette::Inactive})
            for (const auto role : {QPalette::Highlight, QPalette::PlaceholderText, QPalette::Link})
                own.setColor(group, role, better.color(group, role));
        QApplication::setPalette(own);
    }

    bool m_dark = false;
};

} // namespace

void Theme::install(QApplication &application)
{
    application.setStyle(new FocusStyle);
    static_cast<void>(new PaletteKeeper(&application));
}

/// White on Fusion's blue has a contrast of about 3.7; the highlight is darkened until its text can be read.
QPalette Theme::readable(QPalette palette)
{
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        QColor highlight = palette.color(group, QPalette::Highlight);
        QColor text = palette.color(group, QPalette::HighlightedText);
        for (int i = 0; i < 20 && Theme::contrast(highlight, text) < 4.6; ++i) {
            const bool lightText = text.lightnessF() > 0.5f;
            highlight = lightText ? highlight.darker(108) : highlight.lighter(108);
        }
        palette.setColor(group, QPalette::Highlight, highlight);
    }
    const bool dark = Theme::isDark(palette);
    palette.setColor(QPalette::PlaceholderText, Theme::color(StateKind::Muted, dark));
    palette.setColor(QPalette::Link, Theme::color(StateKind::Info, dark));
    return palette;
}

bool Theme::isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5f;
}

bool Theme::isDark()
{
    return isDark(QGuiApplication::palette());
}

QColor Theme::color(StateKind kind, bool dark)
{
    const KindLook look = lookOf(kind);
    return QColor::fromRgb(dark ? look.dark : look.light);
}

QColor Theme::color(StateKind kind)
{
    return color(kind, isDark());
}

QColor Theme::focusColor()
{
    return color(StateKind::Info);
}

/// As faint as it may be: from the window's colour towards that of its text.
QColor Theme::outlineColor(const QPalette &palette, bool isEnabled)
{
    const QColor window = palette.color(QPalette::Window);
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    const double wanted = isEnabled ? 3.6 : 1.7;
    QColor outline = window;
    for (float part = 0.1f; part < 1.0f && contrast(outline, window) < wanted; part += 0.05f)
        outline = QColor::fromRgbF(window.redF() + (text.redF() - window.redF()) * part, window.greenF() + (text.greenF() - window.greenF()) * part,
                                   window.blueF() + (text.blueF() - window.blueF()) * part);
    return outline;
}

QIcon Theme::stateIcon(StateKind kind)
{
    return icon(QLatin1String(lookOf(kind).icon), kind);
}

QIcon Theme::icon(const QString &name)
{
    return QIcon(new TintedSvgEngine(name, std::nullopt));
}

QIcon Theme::icon(const QString &name, StateKind kind)
{
    return QIcon(new TintedSvgEngine(name, kind));
}

double Theme::contrast(const QColor &first, const QColor &second)
{
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace rayhelm
