#include "ui/fieldinfo.h"

#include "ui/availability.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>

namespace rayhelm {

FieldInfo::FieldInfo(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel)
    , m_source(new QAction(tr("More about this"), this))
    , m_openUrl([](const QUrl &url) { QDesktopServices::openUrl(url); })
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMinimumHeight(fontMetrics().lineSpacing() * 2 + 4);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_source->setShortcut(QKeySequence::HelpContents);
    connect(m_source, &QAction::triggered, this, [this] { m_openUrl(m_url); });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(new ActionButton(m_source), 0, Qt::AlignTop);
    setSource({});
}

void FieldInfo::setText(const QString &text)
{
    m_text->setText(text);
}

void FieldInfo::setSource(const QUrl &source)
{
    m_url = source;
    m_source->setToolTip(tr("Opens the documentation of this setting in the browser: %1").arg(source.toString()));
    setAvailable(m_source, !source.isEmpty(), tr("Choose a setting first."));
}

} // namespace rayhelm
