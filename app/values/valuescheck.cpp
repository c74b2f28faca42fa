#include "values/valuescheck.h"

#include "core/compute.h"
#include "values/valuesdocument.h"

namespace rayhelm {

ValuesCheck::ValuesCheck(QObject *parent) : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &ValuesCheck::begin);
}

ValuesCheck::~ValuesCheck()
{
    m_stop.request_stop();
}

void ValuesCheck::setDocument(ValuesDocument *document)
{
    if (m_document) {
        m_document->disconnect(this);
        m_document->setFinder({});
    }
    m_document = document;
    ++m_wanted; // findings of the other document are no longer wanted
    follow();
    if (document)
        connect(document, &ValuesDocument::wasRead, this, &ValuesCheck::start);
    start();
}

void ValuesCheck::setContext(const ProblemContext &context)
{
    m_context = context;
    follow();
    start();
}

/// A long text is checked along with its reading, which takes less time than one after the other.
void ValuesCheck::follow()
{
    if (m_document)
        m_document->setFinder([context = m_context](const ValuesReading &reading) {
            return std::make_shared<const ValuesFindings>(findInValues(reading, context));
        });
}

void ValuesCheck::start()
{
    m_soon.start();
}

void ValuesCheck::begin()
{
    if (!m_document)
        return;
    if (!isLongText(m_document->text())) {
        checkNow();
        return;
    }
    ++m_wanted;
    if (const auto findings = m_document->reading().findings; findings && m_document->isUpToDate()) {
        m_done = m_wanted;
        Q_EMIT found(*findings);
        return;
    }
    if (!m_working)
        checkJourney();
}

void ValuesCheck::checkNow()
{
    if (!m_document)
        return;
    m_document->readNow();
    m_soon.stop();
    m_done = ++m_wanted;
    Q_EMIT found(findInValues(m_document->reading(), m_context));
}

/// Until the newest question is answered; there is never more than one waiting.
QCoro::Task<void> ValuesCheck::checkJourney()
{
    const QPointer<ValuesCheck> alive(this);
    m_working = true;
    while (m_done != m_wanted && m_document) {
        const quint64 wanted = m_wanted;
        const auto find = [reading = m_document->reading(), context = m_context] {
            return Result<ValuesFindings>(findInValues(reading, context));
        };
        const Result<ValuesFindings> answer = co_await compute<ValuesFindings>(find, m_stop.get_token());
        if (!alive)
            co_return;
        if (wanted != m_wanted)
            continue;
        m_done = wanted;
        // A newer text is just being read: it will be asked for then.
        if (answer && m_document && m_document->isUpToDate())
            Q_EMIT found(*answer);
        if (!alive)
            co_return;
    }
    m_working = false;
}

} // namespace rayhelm
