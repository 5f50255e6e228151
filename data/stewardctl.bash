# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What can be typed next after `stewardctl`, in bash. Commands and options are
# those that the program tells of itself; only the words of options stand here.

_stewardctl_commands ()
{
  LC_ALL=C "$1" --help 2>/dev/null | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z ]*[a-z]\)  .*/\1/p'
}

_stewardctl ()
{
  local program=${COMP_WORDS[0]} word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  local first=${COMP_WORDS[1]} second=${COMP_WORDS[2]} words='' commands command

  COMPREPLY=()
  # `--style=dark` is three words to bash.
  if [ "$word" = = ]; then
    word=''
  elif [ "$previous" = = ]; then
    previous=${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $previous in
    --style) words='light dark contrast grey' ;;
    --size) words='A0 A1 A2 A3 A4' ;;
    --group) words='stage bureau light' ;;
    --zoom) words='day week month quarter fit' ;;
    --pack) words=$("$program" pack list 2>/dev/null | cut -d ' ' -f 1) ;;
  esac
  if [ -n "$words" ]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    return
  fi
  commands=$(_stewardctl_commands "$program")
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "$(cut -d ' ' -f 1 <<< "$commands" | sort -u) --help --version" -- "$word")
  elif [[ $word == -* ]]; then
    command=$first
    grep -qxF -- "$first $second" <<< "$commands" && command="$first $second"
    # shellcheck disable=SC2086
    words=$(LC_ALL=C "$program" $command --help 2>/dev/null | grep -oE -- '--[a-z][a-z-]+' | sort -u)
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  elif [ "$COMP_CWORD" -eq 2 ]; then
    words=$(sed -n "s/^$first //p" <<< "$commands")
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  fi
}

# Where nothing is known, files are.
complete -o default -F _stewardctl stewardctl
