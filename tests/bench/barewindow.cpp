// The smallest Qt Widgets window with one line of text: what any Qt application pays (style, fonts) before it does anything of its own.
#include <QApplication>
#include <QLabel>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QLabel window(QStringLiteral("A bare window"));
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
