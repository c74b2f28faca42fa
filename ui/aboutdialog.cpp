#include "ui/aboutdialog.h"

#include "ui/statelabel.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rayhelm {

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Rayhelm"));
    auto *name = new QLabel(tr("Rayhelm %1").arg(QCoreApplication::applicationVersion()));
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    name->setFont(large);
    auto *text = new QLabel(tr("Run Ray on a supercomputer, and give it back when you are done."));
    text->setWordWrap(true);
    auto *licence = new StateText(StateKind::Muted,
                                  tr("Free software under the GNU General Public License, version 3 or later, without any warranty. "
                                     "Built with Qt %1.").arg(QLatin1String(qVersion())));
    auto *texts = new QVBoxLayout;
    texts->addWidget(name);
    texts->addWidget(text);
    texts->addWidget(licence);
    texts->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(new IconLabel(QIcon(QStringLiteral(":/rayhelm/icons/rayhelm.svg")), 64), 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row);
    column->addWidget(buttons);
    resize(460, 200);
}

} // namespace rayhelm
