#include "remote/folderwork.h"

#include "core/text.h"

namespace rayhelm {

namespace {

// A user namespace that holds one account only (an ordinary account that plays root) protects nobody from anybody.
const char *const begin = R"sh(d=%1
p=%2
w=%3
n=%4
me=$(id -u)
mine=" $me ${SUDO_UID:-$me} "
read -r inside outside accounts < /proc/self/uid_map 2>/dev/null || accounts=
if test "$me" != 0 || test "$accounts" = 1; then exec /bin/sh -c "$w" rayhelm "$d" '' "$mine"; fi
)sh";

// $at becomes the last folder on the way of $1 that is reached without trusting anybody but root, $left what remains of the way, $who the
// accounts to work as (empty: root itself). Only root can change names in the folders that were passed, so nothing of this can change
// under our feet. In a sticky folder (/tmp) only its owner can replace what is there.
const char *const walk = R"sh(top=$(stat -c %u /)
trusted() { test "$1" = 0 || test "$1" = "$top"; }
shared() { case $1 in *[2367]? | *[2367]) return 0;; esac; return 1; }
sticky() { case $1 in [1357]???) return 0;; esac; return 1; }
person() { for one; do case $one in '' | 0 | "$top") ;; *) echo "$one";; esac; done; }
walk() {
  at=/ left=$1/ who= hops=0
  while test -n "$left"; do
    part=${left%%/*}
    case $part in
    '' | .) left=${left#*/}; continue;;
    ..) left=${left#*/}; at=${at%/*}; at=${at:-/}; continue;;
    esac
    next=${at%/}/$part
    if test -h "$next"; then
      owner=$(stat -c %u -- "$next")
      if ! trusted "$owner"; then who=$owner; return; fi
      hops=$((hops + 1)); test $hops -le 40 || return
      to=$(readlink -- "$next") || return
      case $to in /*) at=/;; esac
      left=$to/${left#*/}
      continue
    fi
    set -- $(stat -c '%u %a' -- "$next" 2>/dev/null)
    test $# = 2 || { set -- $(stat -c '%u %a' -- "$at"); ! shared "$2" || several "$1"; return; }
    at=$next; left=${left#*/}
    if shared "$2"; then
      if trusted "$1" && sticky "$2" && test -n "$left"; then continue; fi
      several "$1"; return
    fi
    trusted "$1" || { who=$1; return; }
  done
}
several() { who=$(person "${SUDO_UID:-}" "$1"); test -n "$who" || who=nobody; }
)sh";

// `as ACCOUNT SCRIPT WORD...`: with the account's groups; nothing of root's is kept. The script proves whose it is before it does anything.
const char *const become = R"sh(PATH=$PATH:/usr/sbin:/sbin
as() {
  a=$1; s="test \"\$(id -u)\" = $a || exit %1; $2"; shift 2
  entry=$(getent passwd "$a" 2>/dev/null) && g=$(id -g "${entry%%:*}") && all=$(id -G "${entry%%:*}" | tr ' ' ,) || { g=65534; all=65534; }
  if setpriv --reuid="$a" --regid="$g" --groups="$all" true </dev/null 2>/dev/null; then
    setpriv --reuid="$a" --regid="$g" --groups="$all" /bin/sh -c "$s" rayhelm "$@"
  elif chroot --userspec="+$a:+$g" --groups="$all" / true </dev/null 2>/dev/null; then
    chroot --userspec="+$a:+$g" --groups="$all" / /bin/sh -c "$s" rayhelm "$@"
  else
    exit %1
  fi
}
)sh";

const char *const choose = R"sh(walk "$p"
b=${d##*/}
if test -z "$who"; then
  test "$p" = "$d" && d=${at%/}/$left || d=${at%/}/$left$b
  exec /bin/sh -c "$w" rayhelm "$d" root "$mine"
fi
# The owner of a file that lies in this very folder, whose place nobody can exchange.
f=
if test "$p" != "$d" && test -z "$left" && test ! -h "$at/$b" && test -f "$at/$b"; then f=$(person "$(stat -c %u -- "$at/$b")"); fi
case $who in nobody) who=;; esac
set -- %1
test $# -gt 0 || exit %2
u=$1
test $# = 1 || for one; do if as "$one" "$n" "$d" </dev/null >/dev/null 2>&1; then u=$one; break; fi; done
as "$u" "$w" "$d" '' "$mine" || {
  code=$?; name=$(getent passwd "$u" 2>/dev/null | cut -d: -f1)
  echo "Root did this as the account ${name:-$u}." >&2; exit $code; }
)sh";

} // namespace

QString asFolderOwner(const FolderWork &work)
{
    const QString folder = work.isFolder ? QStringLiteral("$d") : QStringLiteral("${d%/*}");
    return QString::fromLatin1(begin).arg(work.path, folder, shellQuoted(work.work), shellQuoted(work.possible))
           + QString::fromLatin1(walk) + QString::fromLatin1(become).arg(int(CannotBecome))
           + QString::fromLatin1(choose).arg(work.writes ? QStringLiteral("$f $who") : QStringLiteral("$who $f"), QString::number(int(NobodyToWorkAs)));
}

} // namespace rayhelm
