#include "core/endsignal.h"

#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

namespace rayhelm {

namespace {

constexpr int endSignals[] = {SIGTERM, SIGINT, SIGHUP};
int pipeEnds[2] = {-1, -1};

void note(int number)
{
    // Nothing else is allowed in a signal handler.
    const char byte = 1;
    const ssize_t written = ::write(pipeEnds[1], &byte, 1);
    static_cast<void>(written);
    ::signal(number, SIG_DFL);
}

} // namespace

EndSignal::EndSignal(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT received();
    });
    for (const int number : endSignals)
        ::signal(number, note);
}

EndSignal::~EndSignal()
{
    if (!m_notifier)
        return;
    for (const int number : endSignals)
        ::signal(number, SIG_DFL);
    delete m_notifier;
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

} // namespace rayhelm
