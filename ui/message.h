#pragma once

#include "core/error.h"
#include "ui/theme.h"

#include <QList>
#include <QString>

#include <functional>

namespace rayhelm {

struct MessageAction {
    QString text; ///< a verb: "Try again"
    std::function<void()> run;
};

/// What happened, why, what to do. `detail` is raw text after redaction, shown on request.
struct Message {
    StateKind kind = StateKind::Info;
    QString what; ///< one sentence, shown bold
    QString text; ///< why and what to do
    QString detail;
    QList<MessageAction> actions;
};

/// An error as a message: its first sentence is what happened, the rest says why and what to do.
Message messageFor(const Error &error, QList<MessageAction> actions = {});

} // namespace rayhelm
