#pragma once

#include <QUrl>
#include <QWidget>

#include <functional>

class QAction;
class QLabel;

namespace rayhelm {

/// A few words about the setting that has the focus, and the way to the page that documents it.
class FieldInfo : public QWidget
{
    Q_OBJECT
public:
    explicit FieldInfo(QWidget *parent = nullptr);

    void setText(const QString &text);
    /// Empty: nothing to open.
    void setSource(const QUrl &source);
    QAction *sourceAction() const { return m_source; }
    void setUrlOpener(std::function<void(const QUrl &)> opener) { m_openUrl = std::move(opener); }

private:
    QLabel *m_text;
    QAction *m_source;
    QUrl m_url;
    std::function<void(const QUrl &)> m_openUrl;
};

} // namespace rayhelm
