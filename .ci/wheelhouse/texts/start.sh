#!/bin/sh
# Installs the kit without internet, then opens a shell in which planning-kit works.
set -u
here=$(cd "$(dirname "$0")" && pwd)
home_dir="${XDG_DATA_HOME:-$HOME/.local/share}/planning-kit"
venv="$home_dir/venv-@python@"
marker="$venv/planning-kit-@version@.txt"

stop() {
  cat "$here/messages/$1.txt"
  exit 1
}

if [ ! -f "$marker" ]; then
  python="python@python@"
  command -v "$python" >/dev/null 2>&1 || stop no_python
  cat "$here/messages/installing.txt"
  mkdir -p "$home_dir" || stop failed
  "$python" -m venv "$venv" || stop failed
  "$venv/bin/python" -m pip --quiet --disable-pip-version-check install --no-index --find-links "$here/wheels" \
    --upgrade "planning-kit==@version@" || stop failed
  echo "@version@" > "$marker"
fi

PATH="$venv/bin:$PATH"
export PATH
cat "$here/messages/ready.txt"
cd "$HOME" || exit 1
if [ "$#" -gt 0 ]; then
  exec "$@"
fi
exec "${SHELL:-/bin/sh}"
