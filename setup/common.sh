# What ./run and ./check share: the list of packages, their installation, the build. Everything here writes to
# standard error, so that the output of `./run plan ...` stays clean. Sourced by bash with $root set.

export CCACHE_BASEDIR="${CCACHE_BASEDIR:-$root}" CCACHE_NOHASHDIR=1
export DEBIAN_FRONTEND=noninteractive

# One entry a package; NAME=COMMAND is also content when the command came from elsewhere.
packages_run=(
  g++=g++ cmake=cmake ninja-build=ninja ccache=ccache
  libeigen3-dev libexpected-dev nlohmann-json3-dev libtomlplusplus-dev libcli11-dev libfmt-dev
  libsqlitecpp-dev libsqlite3-dev libmicrohttpd-dev libsodium-dev libqrencode-dev libssl-dev libncurses-dev portaudio19-dev espeak-ng=espeak-ng
  libpango1.0-dev libical-dev pkg-config=pkg-config fonts-dejavu-core
)
packages_web=("${packages_run[@]}" nodejs=node npm=npm wasi-libc)
packages_check=(
  "${packages_web[@]}"
  libgtest-dev librapidcheck-dev libbenchmark-dev coinor-cbc=cbc chromium=chromium openssl=openssl
)
# With the version of clang put after the dash: see clang_version.
packages_clang=(
  clang-% clang-tidy-% clang-format-% lld-% llvm-% libclang-rt-%-dev
  libc++-%-dev-wasm32 libc++abi-%-dev-wasm32 libclang-rt-%-dev-wasm32
)

say() { printf '%s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }

# Whether standard error is a terminal where a line can be rewritten.
on_terminal() { [[ -t 2 && "${TERM:-dumb}" != dumb ]]; }

# Shows the newest line of its input in place on a terminal; elsewhere one line every 20 seconds.
show_progress() {
  local line shown=$SECONDS width=${COLUMNS:-79}
  while IFS= read -r line; do
    if on_terminal; then
      printf '\r\033[K  %s' "${line:0:$((width - 3))}" >&2
    elif ((SECONDS - shown >= 20)); then
      shown=$SECONDS
      say "  ${line:0:110}"
    fi
  done
  if on_terminal; then printf '\r\033[K' >&2; fi
}

# Prints those of the given entries that are not installed.
missing_packages() {
  local entry installed
  installed=" $(dpkg-query -W -f='${db:Status-Abbrev}:${Package} ' "${@%%=*}" 2>/dev/null || true)"
  for entry in "$@"; do
    [[ "$installed" == *" ii :${entry%%=*} "* || "$installed" == *"ii :${entry%%=*} "* ]] && continue
    [[ "$entry" == *=* ]] && command -v "${entry#*=}" >/dev/null && continue
    echo "${entry%%=*}"
  done
}

# Runs a command as root; fails where that cannot be had.
as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"
  elif ! command -v sudo >/dev/null; then return 1
  elif [[ -t 0 ]]; then sudo --preserve-env=DEBIAN_FRONTEND "$@"
  else sudo -n --preserve-env=DEBIAN_FRONTEND "$@"
  fi
}

apt_update() {
  [[ -n "${updated:-}" ]] && return
  updated=1
  say "Looking up packages"
  as_root apt-get -q update >>"$root/build/setup.log" 2>&1 || true
}

# The newest clang that has a wasm32 C++ library: an installed one, else one that can be installed.
clang_version() {
  local list
  list=$(ls -d /usr/lib/llvm-*/lib/wasm32-wasi/libc++.a 2>/dev/null | sed 's|/usr/lib/llvm-||; s|/.*||' || true)
  if [[ -z "$list" ]]; then
    list=$(apt-cache search --names-only '^libc\+\+-[0-9]+-dev-wasm32$' 2>/dev/null | sed 's|^libc++-||; s|-dev.*||')
  fi
  sort -n <<<"$list" | awk '$1 >= 19 { newest = $1 } END { print newest }'
}

# install_packages ENTRY...: installs what is missing, or says which command would and ends.
install_packages() {
  local missing log="$root/build/setup.log"
  if ! command -v dpkg-query >/dev/null; then
    say "This is not a Debian system; going on with what is installed. Needed are, by their Debian names:"
    say "  ${*%%=*}"
    return
  fi
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  mkdir -p "$root/build"
  say "Installing ${#missing[@]} packages: ${missing[*]}"
  apt_update
  if ! as_root apt-get -y -q --no-install-recommends -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
      install "${missing[@]}" 2>&1 | tee -a "$log" | show_progress; then
    say "" "These packages are missing and could not be installed:"
    say "  ${missing[*]}"
    if [[ $EUID -ne 0 ]] && ! command -v sudo >/dev/null; then
      say "Installing needs root, and there is no sudo here. As root, run:"
    else
      tail -n 4 "$log" | sed 's/^/  apt: /' >&2
      say "With a network connection and root rights, run:"
    fi
    say "  apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    fail "Then start this command again. (Everything apt said is in build/setup.log.)"
  fi
}

# How many compilers at once: one a core, but no more than one for each GiB of memory.
job_count() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/^MemTotal/ { print int($2 / 1048576) }' /proc/meminfo 2>/dev/null || echo "$cores")
  ((memory < 1)) && memory=1
  echo $((cores < memory ? cores : memory))
}

# configure PRESET: also after the folder was moved, or when the packages changed.
configure() {
  local cache="$root/build/$1/CMakeCache.txt" fresh=
  if [[ -f "$cache" ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then fresh=--fresh; fi
  (cd "$root" && cmake --preset "$1" $fresh)
}

# build PRESET TARGET...
build() {
  local preset=$1
  shift
  cmake --build "$root/build/$preset" -j "$(job_count)" ${1:+--target "$@"}
}

# Installs a clang that makes WebAssembly, and puts its version into `clang`.
install_clang() {
  clang=$(clang_version)
  if [[ -z "$clang" ]]; then apt_update; clang=$(clang_version); fi
  [[ -n "$clang" ]] || fail "No clang of version 19 or newer with libc++-N-dev-wasm32 is installed or on offer by apt." \
    "Add the bookworm-security source, run apt-get update, and start this command again."
  install_packages "${packages_clang[@]//%/$clang}"
}

# Debian 12 has Node.js 18, with which npm leaves out what needs a newer one, without a word: a newer one comes first.
newer_node() {
  local arch version folder="$root/build/node"
  node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' && return
  arch=$(node -p process.arch)
  version=$(node -p "require('$root/apps/web/package.json').optionalDependencies['node-linux-$arch']")
  if [[ ! -x "$folder/node_modules/node-linux-$arch/bin/node" ]]; then
    npm install --no-save --no-audit --no-fund --prefix "$folder" "node-linux-$arch@$version" || return
  fi
  export PATH="$folder/node_modules/node-linux-$arch/bin:$PATH"
}

# What npm brings, as the lock file has it.
web_packages() {
  newer_node || return
  cd "$root/apps/web"
  if [[ ! -f node_modules/.package-lock.json || package-lock.json -nt node_modules/.package-lock.json ]]; then
    # npm 9 links the programs of optional packages, Node's among them, only when it rebuilds.
    npm ci --no-audit --no-fund && npm rebuild || return
    touch node_modules/.package-lock.json
  fi
  cd "$root"
}
