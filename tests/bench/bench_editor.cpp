// Typing into the values editor: how long each key holds the window's thread, and when form, text, problems and summary are
// up to date; opening and memory; beside a bare QPlainTextEdit with the same text in the same run.
// usage: bench_editor [KEYS]      under QT_QPA_PLATFORM=offscreen or a display
#include "benchvalues.h"
#include "core/memory.h"

#include "ui/valueseditor.h"
#include "ui/valuesformview.h"
#include "ui/valuestools.h"
#include "ui/yamltextview.h"

#include "values/valuesdocument.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTimer>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <vector>

using namespace rayhelm;

namespace {

/// Processor time of this thread, or of all threads, in milliseconds. On a machine that others load too it is what can be
/// compared: the clock on the wall also counts their turns.
double processorTime(clockid_t clock)
{
    timespec now{};
    clock_gettime(clock, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

/// Measures every event of the window's thread.
class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth++ > 0) {
            const bool inner = QApplication::notify(receiver, event);
            --m_depth;
            return inner;
        }
        QElapsedTimer timer;
        timer.start();
        const double before = processorTime(CLOCK_THREAD_CPUTIME_ID);
        const bool done = QApplication::notify(receiver, event);
        m_longestWork = std::max(m_longestWork, processorTime(CLOCK_THREAD_CPUTIME_ID) - before);
        const double took = double(timer.nsecsElapsed()) / 1e6;
        m_longest = std::max(m_longest, took);
        m_busy += took;
        --m_depth;
        return done;
    }

    void restart() { m_longest = m_longestWork = m_busy = 0; }
    double longestWork() const { return m_longestWork; } ///< milliseconds of processor time, one event
    double longest() const { return m_longest; } ///< milliseconds, one event
    double busy() const { return m_busy; }       ///< milliseconds, all events

private:
    int m_depth = 0;
    double m_longest = 0;
    double m_longestWork = 0;
    double m_busy = 0;
};

struct Samples {
    std::vector<double> values;

    double at(double part) const
    {
        std::vector<double> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        return sorted.empty() ? 0 : sorted[std::min(sorted.size() - 1, size_t(part * double(sorted.size())))];
    }
    void add(const Samples &other) { values.insert(values.end(), other.values.begin(), other.values.end()); }
};

struct Typing {
    Samples longest; ///< longest single event per key
    Samples longestWork; ///< the same in processor time
    Samples work;    ///< processor time of all threads until all is up to date
    Samples busy;    ///< whole time of the window's thread per key
    Samples latency; ///< from the key until all is up to date
};

double residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6 : 0;
}

double load()
{
    double loads[1] = {0};
    return getloadavg(loads, 1) == 1 ? loads[0] : 0;
}

/// Sleeps until there is something to do, at most 20 ms. (The overload with a time limit would not sleep.)
void waitForEvents()
{
    static QTimer wake;
    if (!wake.isActive())
        wake.start(20);
    QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

/// Runs the event loop until `ready`, and then until nothing is left to do.
void runUntil(const std::function<bool()> &ready, int longest = 10000)
{
    QElapsedTimer timer;
    timer.start();
    while (!ready() && timer.elapsed() < longest)
        waitForEvents();
    if (!ready())
        std::fprintf(stderr, "bench_editor: not up to date after %d ms\n", longest);
}

void settle()
{
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
}

WatchedApplication &application()
{
    return *static_cast<WatchedApplication *>(QCoreApplication::instance());
}

void press(QWidget *widget, QChar key)
{
    const int code = key == QLatin1Char('\b') ? int(Qt::Key_Backspace) : key == QLatin1Char('\n') ? int(Qt::Key_Return) : int(key.toUpper().unicode());
    const QString text = code == Qt::Key_Backspace || code == Qt::Key_Return ? QString() : QString(key);
    QCoreApplication::postEvent(widget, new QKeyEvent(QEvent::KeyPress, code, Qt::NoModifier, text));
    QCoreApplication::postEvent(widget, new QKeyEvent(QEvent::KeyRelease, code, Qt::NoModifier, text));
}

/// A place in the text and what is typed there; all of it is taken away again.
struct Place {
    const char *name;
    QString behind; ///< the last such words of the text
    QString typed;
};

QList<Place> places(bool large)
{
    QList<Place> all{
        {"a comment", QStringLiteral("# TODO: Change number of workers"), QStringLiteral(" as agreed")},
        {"a number", QStringLiteral("  replicas: 3"), QStringLiteral("21")},
        {"a text, with a quote", QStringLiteral("  groupName: "), QStringLiteral("\"new-name")},
        {"a new key", QStringLiteral("  groupName: workergroup"), QStringLiteral("\nlabels:\n")},
    };
    if (large)
        all += {{"the list in the middle", QStringLiteral("\"entry 700"), QStringLiteral(" and more")},
                {"a worker group", QStringLiteral("    groupName: group30"), QStringLiteral("-b")},
                {"a worker group's key", QStringLiteral("  group40"), QStringLiteral("x")},
                {"the last line", QStringLiteral("SETTING_13"), QStringLiteral("_NEW")}};
    return all;
}

bool putCursor(QPlainTextEdit *view, const Place &place)
{
    const QTextCursor found = view->document()->find(place.behind);
    if (found.isNull())
        return false;
    QTextCursor cursor(view->document());
    cursor.setPosition(found.selectionEnd());
    view->setTextCursor(cursor);
    view->setFocus();
    view->ensureCursorVisible();
    settle();
    return true;
}

QString thereAndBack(const Place &place, bool indents)
{
    QString keys = place.typed;
    int back = int(place.typed.size());
    if (place.typed.contains(QLatin1Char('\n')) && indents)
        back += 6;
    return keys + QString(back, QLatin1Char('\b'));
}

/// `upToDate` says whether all that follows from the last key has been shown.
Typing typeAt(QPlainTextEdit *view, const Place &place, int keys, const std::function<void()> &begin, const std::function<bool()> &upToDate)
{
    Typing typing;
    if (!putCursor(view, place)) {
        std::fprintf(stderr, "bench_editor: there is no \"%s\"\n", qPrintable(place.behind));
        return typing;
    }
    const QString typed = thereAndBack(place, qobject_cast<YamlTextView *>(view));
    const QString before = view->toPlainText();
    // As often as it takes, and as long as all is taken away again.
    for (int i = 0; i < keys || i % typed.size() != 0; ++i) {
        begin();
        application().restart();
        QElapsedTimer timer;
        timer.start();
        const double work = processorTime(CLOCK_PROCESS_CPUTIME_ID);
        press(view, typed[i % typed.size()]);
        runUntil(upToDate);
        typing.latency.values.push_back(double(timer.nsecsElapsed()) / 1e6);
        typing.work.values.push_back(processorTime(CLOCK_PROCESS_CPUTIME_ID) - work);
        settle(); // what is painted afterwards
        typing.longest.values.push_back(application().longest());
        typing.longestWork.values.push_back(application().longestWork());
        typing.busy.values.push_back(application().busy());
    }
    if (view->toPlainText() != before)
        std::fprintf(stderr, "bench_editor: \"%s\" is not as before\n", place.name);
    return typing;
}

void print(const char *who, const char *where, const Typing &typing)
{
    std::printf("  %-8s %-24s held median %6.2f  p99 %6.2f ms (processor %5.2f  %5.2f) | all events median %6.2f  p99 %6.2f ms | "
                "up to date median %6.2f  p99 %6.2f ms (processor %5.2f  %5.2f)\n",
                who, where, typing.longest.at(0.5), typing.longest.at(0.99), typing.longestWork.at(0.5), typing.longestWork.at(0.99),
                typing.busy.at(0.5), typing.busy.at(0.99), typing.latency.at(0.5), typing.latency.at(0.99), typing.work.at(0.5),
                typing.work.at(0.99));
}

void addTo(Typing &sum, const Typing &part)
{
    sum.longest.add(part.longest);
    sum.longestWork.add(part.longestWork);
    sum.work.add(part.work);
    sum.busy.add(part.busy);
    sum.latency.add(part.latency);
}

Typing bare(const QByteArray &text, bool large, int keys)
{
    const double before = residentMegabytes();
    QElapsedTimer timer;
    timer.start();
    QPlainTextEdit view;
    view.setPlainText(QString::fromUtf8(text));
    view.resize(700, 760);
    view.show();
    settle();
    std::printf("  bare     opened in %.1f ms, memory %+.1f MB\n", double(timer.nsecsElapsed()) / 1e6, residentMegabytes() - before);
    bool changed = false;
    QObject::connect(&view, &QPlainTextEdit::textChanged, &view, [&changed] { changed = true; });
    Typing all;
    for (const Place &place : places(large))
        addTo(all, typeAt(&view, place, keys, [&changed] { changed = false; }, [&changed] { return changed; }));
    print("bare", "all places", all);
    return all;
}

Typing ours(const QByteArray &text, bool large, int keys)
{
    QWidget window;
    auto *editor = new ValuesEditor;
    auto *column = new QVBoxLayout(&window);
    column->addWidget(editor->tools());
    column->addWidget(editor);
    window.resize(1280, 800);
    window.show();
    window.activateWindow();
    settle();
    const double before = residentMegabytes();
    std::unique_ptr<ValuesDocument> document;
    bool checked = false;
    QObject::connect(editor, &ValuesEditor::checked, editor, [&checked] { checked = true; });
    const auto upToDate = [&checked, &document] { return checked && document->isUpToDate(); };
    application().restart();
    const double work = processorTime(CLOCK_THREAD_CPUTIME_ID);
    QElapsedTimer timer;
    timer.start();
    document = std::make_unique<ValuesDocument>(text);
    const double parsed = double(timer.nsecsElapsed()) / 1e6;
    editor->setDocument(document.get());
    editor->setSavedBytes(text);
    const double handed = double(timer.nsecsElapsed()) / 1e6;
    checked = false;
    settle();
    const double shown = double(timer.nsecsElapsed()) / 1e6;
    const double worked = processorTime(CLOCK_THREAD_CPUTIME_ID) - work;
    if (large)
        runUntil(upToDate);
    const double complete = double(timer.nsecsElapsed()) / 1e6;
    std::printf("  rayhelm  opened in %.1f ms (processor %.1f; read %.1f, views made %.1f), problems after %.1f ms; memory %+.1f MB\n", shown, worked, parsed,
                handed - parsed, complete, residentMegabytes() - before);
    Typing all;
    for (const Place &place : places(large)) {
        const Typing one = typeAt(editor->textView(), place, keys, [&checked] { checked = false; }, upToDate);
        print("rayhelm", place.name, one);
        addTo(all, one);
    }
    print("rayhelm", "all places", all);
    std::printf("  rayhelm  memory after typing %+.1f MB, %d undo entries, %d problems\n", residentMegabytes() - before,
                document->undoStack()->count(), int(editor->problems().size()));
    // Fast typing: a key every 30 ms, whether or not the form keeps up.
    putCursor(editor->textView(), places(large).first());
    application().restart();
    Samples fast;
    for (int i = 0; i < keys; ++i) {
        checked = false;
        press(editor->textView(), QLatin1Char(i % 20 < 10 ? 'x' : '\b'));
        timer.restart();
        application().restart();
        while (timer.elapsed() < 30)
            waitForEvents();
        fast.values.push_back(application().longest());
    }
    timer.restart();
    runUntil(upToDate);
    std::printf("  rayhelm  a key every 30 ms: held median %.2f  p99 %.2f ms; up to date %.1f ms after the last\n", fast.at(0.5),
                fast.at(0.99), double(timer.nsecsElapsed()) / 1e6 + 30);
    // The form's edits, and undo.
    Typing edits;
    ValuesForm form(*document, ValuesSchema::forChart(QStringLiteral("1.2.2")));
    for (int i = 0; i < std::max(10, keys / 4); ++i) {
        checked = false;
        application().restart();
        QMetaObject::invokeMethod(editor, [&] {
            if (i % 2 == 0) // as a field of the form does
                document->applySoon([&form, i] { return form.planWrite(QStringLiteral("worker.replicas"), 2 + i, QStringLiteral("worker")); }, {});
            else
                document->undoStack()->undo();
        }, Qt::QueuedConnection);
        timer.restart();
        runUntil(upToDate);
        edits.latency.values.push_back(double(timer.nsecsElapsed()) / 1e6);
        settle();
        edits.longest.values.push_back(application().longest());
        edits.longestWork.values.push_back(application().longestWork());
        edits.busy.values.push_back(application().busy());
    }
    print("rayhelm", "edit in the form, undo", edits);
    editor->setDocument(nullptr);
    return all;
}

void compare(const char *name, const QByteArray &text, bool large, int keys, double goal)
{
    std::printf("%s: %lld lines, %lld bytes; load %.1f\n", name, static_cast<long long>(text.count('\n')),
                static_cast<long long>(text.size()), load());
    const Typing mine = ours(text, large, keys);
    const Typing theirs = bare(text, large, keys);
    std::printf("%s: held p99 %.2f ms, of processor time %.2f ms (goal 16), ratio to bare %.1f; up to date p99 %.1f ms, of processor time "
                "%.1f ms (goal %.0f)\n",
                name, mine.longest.at(0.99), mine.longestWork.at(0.99), mine.longestWork.at(0.99) / theirs.longestWork.at(0.99),
                mine.latency.at(0.99), mine.work.at(0.99), goal);
}

} // namespace

int main(int argc, char **argv)
{
    giveMemoryBack(); // as the application does
    WatchedApplication application(argc, argv);
    const int keys = argc > 1 ? std::atoi(argv[1]) : 100;
    compare("the example", ValuesSchema::exampleFile(), false, keys, 16);
    compare("10,000 lines", largeValues(10000), true, keys, 150);
    std::printf("load at the end: %.1f\n", load());
    return 0;
}
