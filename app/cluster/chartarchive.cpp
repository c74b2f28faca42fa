#include "cluster/chartarchive.h"

#include "core/text.h"
#include "remote/folderwork.h"

namespace rayhelm {

namespace {

// Where root itself works, nothing follows a link: somebody else may own a folder below this one.
const char *const pack = R"sh(set -- "${1%/}" "$2"
if test ! -d "$1"; then
  test -z "$2" || test ! -h "$1" || { echo "$1 is a link; name the file that it leads to" >&2; exit 1; }
  test -f "$1" || { echo "$1 is no file" >&2; exit 1; }
  cat -- "$1"; exit
fi
cd -- "$1" || exit 1
test -f Chart.yaml || { echo "$1 holds no Chart.yaml" >&2; exit 1; }
follow=-L keep=-h
if test -n "$2"; then
  follow=-P keep=
  test -z "$(find . -type l | head -n 1)" || { echo "$1 holds links, which root does not follow" >&2; exit 1; }
fi
files() { find $follow . ! -path '*/.*' -type f -print0; }
files >/dev/null || exit 1
files | LC_ALL=C sort -z | tar -c -f - $keep --null --no-recursion -T - --transform 's,^\.,chart,' --mtime=@0 --owner=0 --group=0 \
  --numeric-owner --mode=0644 --use-compress-program='gzip -n'
)sh";

// The folder's owner had ./path.tgz open for writing, and may have kept that: what root goes on with is a file that only root ever opened.
const char *const lines = R"sh(place=%4
(
%1) >./path.tgz </dev/null || {
  case $? in
  %2) echo "$place lies in a folder of root that others can change" >&2;;
  %3) echo "$place belongs to a user, and neither setpriv nor chroot is there to read it as that user" >&2;;
  esac
  echo "the chart $place cannot be read" >&2; exit 1; }
cat ./path.tgz >./whole.tgz && rm -f ./path.tgz || exit 1
set -- ./whole.tgz
)sh";

} // namespace

QString archiveLines(const QString &path)
{
    FolderWork work;
    work.path = shellQuoted(path);
    work.isFolder = true;
    work.possible = QStringLiteral("test -r \"$1\"");
    work.work = QString::fromLatin1(pack);
    return QString::fromLatin1(lines).arg(asFolderOwner(work), QString::number(int(NobodyToWorkAs)), QString::number(int(CannotBecome)), shellQuoted(path));
}

} // namespace rayhelm
