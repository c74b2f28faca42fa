#include "ui/message.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace rayhelm {

Message messageFor(const Error &error, QList<MessageAction> actions)
{
    Message message;
    message.kind = error.kind == ErrorKind::Cancelled ? StateKind::Muted : StateKind::Bad;
    static const QRegularExpression sentenceEnd(QStringLiteral("[.!?]\\s+(?=\\S)"));
    const QRegularExpressionMatch end = sentenceEnd.match(error.summary);
    if (end.hasMatch()) {
        message.what = error.summary.left(end.capturedStart() + 1);
        message.text = error.summary.mid(end.capturedEnd());
    } else {
        message.what = error.summary;
    }
    if (message.what.isEmpty())
        message.what = QCoreApplication::translate("rayhelm::Message", "The operation was cancelled.");
    message.detail = error.detail;
    message.actions = std::move(actions);
    return message;
}

} // namespace rayhelm
