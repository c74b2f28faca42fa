#pragma once

#include "cluster/held.h"
#include "ui/theme.h"

#include <QIcon>

namespace rayhelm {

class Session;

/// What one cell of the status strip says.
struct StripState {
    StripText text;
    StateKind kind = StateKind::Muted;
    QString iconName; ///< empty: the kind's own
};

/// News about jobs that the user has not looked at yet.
enum class JobNews { None, Finished, Failed };

StripState connectionStrip(Session &session);
StripState clusterStrip(Session &session);
StripState heldStrip(Session &session);
/// For the card at quit: "3 GPUs are still held until about 16:43."
QString quitSentence(const Held &held);
StripState jobsStrip(int running, JobNews news);

} // namespace rayhelm
