#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

#include <functional>

namespace rayhelm {

/// F6 and Shift+F6: the parts of the window, each remembering its last focus.
class Regions : public QObject
{
    Q_OBJECT
public:
    explicit Regions(QWidget *window);
    /// `find` names the region's widget at that moment; nullptr or hidden: it is skipped.
    void add(std::function<QWidget *()> find);
    void next() { step(1); }
    void previous() { step(-1); }

private:
    struct Region {
        std::function<QWidget *()> find;
        QPointer<QWidget> last;
    };

    void step(int by);
    int currentRegion() const;
    static QWidget *firstFocusable(QWidget *region);

    QWidget *m_window;
    QList<Region> m_regions;
};

} // namespace rayhelm
