#pragma once

#include <QString>

namespace rayhelm {

/// Shell text that makes one archive of the chart at `path` of the VM (a folder or an archive), as "$1", a file of the folder in which it runs.
/// The same files give the same bytes, so that the archive stands for what was reviewed. A user's folder is read as its owner, whom root must
/// not help to other people's files; hidden files stay out, as helm leaves them out. Ends with 1 and words when there is no chart to be read.
QString archiveLines(const QString &path);

} // namespace rayhelm
