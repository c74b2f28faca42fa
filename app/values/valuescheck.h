#pragma once

#include "values/valuesfindings.h"

#include <QCoroTask>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <stop_token>

namespace rayhelm {

class ValuesDocument;

/// Keeps the findings of a document up to date while it is edited: those of a short text in the next turn of the event loop,
/// those of a long one by a worker thread. Findings of a text that is no longer the newest are dropped.
class ValuesCheck : public QObject
{
    Q_OBJECT
public:
    explicit ValuesCheck(QObject *parent = nullptr);
    ~ValuesCheck() override;

    /// nullptr: none. The document outlives this or is replaced before.
    void setDocument(ValuesDocument *document);
    void setContext(const ProblemContext &context);
    const ProblemContext &context() const { return m_context; }

    void start();
    /// At once, on this thread, whatever it takes.
    void checkNow();

Q_SIGNALS:
    /// What the document's present text leads to; `problems` and `places` belong together.
    void found(const rayhelm::ValuesFindings &findings);

private:
    void follow();
    void begin();
    QCoro::Task<void> checkJourney();

    QPointer<ValuesDocument> m_document;
    ProblemContext m_context;
    QTimer m_soon;
    quint64 m_wanted = 0; ///< counts what was asked for
    quint64 m_done = 0;   ///< the newest of these that was answered
    bool m_working = false;
    std::stop_source m_stop;
};

} // namespace rayhelm
