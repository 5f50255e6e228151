#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# cppcheck over the rooms without a window. A file that cppcheck cannot parse
# (unknownMacro, internalAstError) would be skipped in silence, so that is a
# failure too. Leaks are left to the sanitizer build, which sees real ones:
# cppcheck does not know that an array takes what is appended to it.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

mapfile -t rooms < <(find src -mindepth 1 -maxdepth 1 -type d ! -name ui | sort)
includes=()
for room in "${rooms[@]}"; do includes+=(-I "$room"); done

exec cppcheck --quiet --error-exitcode=1 -j 2 --std=c11 --language=c \
  --library=gtk --enable=warning,portability --inline-suppr \
  --suppress=missingInclude --suppress=unmatchedSuppression \
  --suppress=varFuncNullUB --suppress=memleak --suppress=leakNoVarFunctionCall \
  -DG_BEGIN_DECLS= -DG_END_DECLS= '-DG_GNUC_PRINTF(format,first)=' \
  "${includes[@]}" "${rooms[@]}"
