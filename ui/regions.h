#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace rayhelm {

/// F6 and Shift+F6: the parts of the window, each remembering its last focus. While the window has the keyboard, something in it
/// has the focus: when what had it goes or is switched off, the focus comes home.
class Regions : public QObject
{
    Q_OBJECT
public:
    explicit Regions(QWidget *window);
    /// `find` names the region's widget at that moment; nullptr or hidden: it is skipped.
    void add(std::function<QWidget *()> find);
    /// `takeFocus` gives the focus to something in the part where the work is.
    void setHome(std::function<void()> takeFocus);
    void next() { step(1); }
    void previous() { step(-1); }

private:
    struct Region {
        std::function<QWidget *()> find;
        QPointer<QWidget> last;
    };

    void step(int by);
    void keepFocus();
    int currentRegion() const;
    static QWidget *firstFocusable(QWidget *region);

    QWidget *m_window;
    QList<Region> m_regions;
    std::function<void()> m_home;
};

} // namespace rayhelm
