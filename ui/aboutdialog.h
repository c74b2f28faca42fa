#pragma once

#include <QDialog>

namespace rayhelm {

/// Name, version, licence.
class AboutDialog : public QDialog
{
    Q_OBJECT
public:
    explicit AboutDialog(QWidget *parent = nullptr);
};

} // namespace rayhelm
