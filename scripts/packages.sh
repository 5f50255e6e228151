# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The one list of what Steward needs, and how to get it. Sourced by `run` and
# `check`; names are Debian 12 (bookworm) packages.

# To compile: compiler, build system, libraries. minizip is what pkg-config of
# Debian 13 asks for behind libxlsxwriter.
packages_build=(
  gcc libc6-dev pkg-config meson ninja-build gettext itstool
  libglib2.0-dev libglib2.0-bin libjson-glib-dev
  libcairo2-dev libpango1.0-dev libharfbuzz-dev libqpdf-dev libjpeg-dev libpng-dev zlib1g-dev libssl-dev libsqlite3-dev libicu-dev libical-dev
  libxlsxwriter-dev libminizip-dev libarchive-dev libsane-dev
  libgtk-4-dev libgtk-4-bin libadwaita-1-dev libpoppler-glib-dev
  desktop-file-utils shared-mime-info
)

# To run: fonts with Chinese (宋体 and 黑体, 楷体) and with check boxes, what Chinese
# letters of other people's PDFs are called, SVG icons, default settings.
packages_run=(
  fonts-noto-cjk fonts-lxgw-wenkai fonts-dejavu-core poppler-data librsvg2-common adwaita-icon-theme gsettings-desktop-schemas
  locales
)

# To test: a private screen with accessibility, validators, PDF readers.
packages_test=(
  python3 python3-gi gir1.2-atspi-2.0 python3-jsonschema git
  xvfb xauth x11-utils xdotool openbox dbus at-spi2-core
  appstream libxml2-utils yelp-tools openssl poppler-utils mupdf-tools qpdf cppcheck
)

# Locales that the window and the tests speak.
needed_locales=(zh_CN.UTF-8 en_US.UTF-8)

# The same libraries for people on another system, as pkg-config names.
needed_modules=(
  'glib-2.0 >= 2.74' 'json-glib-1.0 >= 1.6' 'cairo >= 1.16'
  'cairo-ft >= 1.16' 'pangocairo >= 1.50' 'harfbuzz-subset >= 6'
  'gtk4 >= 4.8' 'gtk4-unix-print >= 4.8' 'libadwaita-1 >= 1.2'
  'poppler-glib >= 22.12' 'libqpdf >= 11' 'libcrypto >= 3' 'libjpeg' 'libpng' 'zlib'
  'sqlite3 >= 3.40' 'icu-i18n >= 72' 'libical >= 3.0' 'xlsxwriter' 'libarchive >= 3.6'
)
needed_programs=(gcc meson ninja pkg-config msgfmt itstool glib-compile-resources)

say () { printf '%s\n' "$*"; }

die () { printf '%s\n' "$*" >&2; exit 1; }

# Prefix for a command that needs root; fails when there is no way to be root.
as_root ()
{
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    # Without a terminal a password prompt would wait for ever.
    if [ -t 0 ]; then sudo "$@"; else sudo -n "$@"; fi
  else
    return 1
  fi
}

missing_packages ()
{
  # Names that dpkg does not know go to stderr; only what is installed counts.
  local installed
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
              sed -n 's/^installed //p') || true
  comm -23 <(printf '%s\n' "$@" | sort -u) <(printf '%s\n' "$installed" | sort -u)
}

missing_locales ()
{
  local known locale
  known=$(locale -a 2>/dev/null)
  for locale in "${needed_locales[@]}"; do
    grep -qix "${locale%.UTF-8}\.utf-\?8" <<<"$known" || say "$locale"
  done
}

need_debian_packages ()
{
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  if ! as_root true 2>/dev/null; then
    die "These Debian packages are missing, and installing them needs root or sudo.
Ask an administrator to run:
  apt-get install --no-install-recommends ${missing[*]}"
  fi
  say "These Debian packages are missing and will be installed now:"
  say "${missing[*]}" | fold -s -w 76 | sed 's/^/  /'
  as_root apt-get -o DPkg::Lock::Timeout=600 -qq update ||
    say "The package lists could not be refreshed; trying with the old ones."
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 -qq -y \
      --no-install-recommends install "${missing[@]}" </dev/null ||
    die "The packages above could not be installed; see the message of apt-get."
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -eq 0 ] || die "Still missing after apt-get: ${missing[*]}"
}

need_other_libraries ()
{
  local lacking=() program module
  for program in "${needed_programs[@]}"; do
    command -v "$program" >/dev/null || lacking+=("$program (program)")
  done
  for module in "${needed_modules[@]}"; do
    pkg-config --exists "$module" 2>/dev/null || lacking+=("$module (library)")
  done
  [ ${#lacking[@]} -eq 0 ] && return 0
  say "This is not a Debian system, so nothing is installed here. Please install:" >&2
  printf '  %s\n' "${lacking[@]}" >&2
  exit 1
}

need_locales ()
{
  local missing locale
  mapfile -t missing < <(missing_locales)
  [ ${#missing[@]} -gt 0 ] || return 0
  say "These locales are missing and will be generated now: ${missing[*]}"
  for locale in "${missing[@]}"; do
    as_root localedef -i "${locale%.*}" -f UTF-8 "$locale" ||
      die "The locale $locale could not be generated; needs root or sudo."
  done
}

# need build run test: makes sure that the packages of these groups are there.
need ()
{
  local names=() group
  for group in "$@"; do
    local -n list="packages_$group"
    names+=("${list[@]}")
  done
  if command -v dpkg-query >/dev/null && command -v apt-get >/dev/null; then
    need_debian_packages "${names[@]}"
    need_locales
  else
    need_other_libraries
  fi
}

# configure DIR [MESON OPTION]…: sets up a build folder once, and looks again
# when packages came since, because Meson remembers what it did not find. A
# folder that a failure left half made has no build.ninja and is made again.
configure ()
{
  local folder=$1
  shift
  if [ ! -e "$folder/build.ninja" ]; then
    rm -rf -- "$folder"
    meson setup "$folder" "$@"
  elif [ /var/lib/dpkg/status -nt "$folder/build.ninja" ]; then
    meson setup --reconfigure "$folder" "$@"
  elif [ $# -gt 0 ]; then
    meson configure "$folder" "$@" >/dev/null
  fi
}
