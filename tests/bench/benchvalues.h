#pragma once

#include <QByteArray>

namespace rayhelm {

/// A values file of about `lines` lines as a large project would have it: worker groups, long lists, comments.
QByteArray largeValues(int lines);

} // namespace rayhelm
