# The stages of ./check. Each is a function that prints what it does and fails when something is wrong; a stage
# whose sources do not exist returns $nothing_to_do. Counts of tests are read from what the runners print.
nothing_to_do=100

# All C++ files of the project.
sources() {
  find . \( -name build -o -name node_modules -o -name '.?*' \) -prune -o -name '*.[ch]pp' -print | sort
}

stage_release() { configure release && build release; }

stage_tests() { configure release && build release && run_ctest release; }

# A test program at a time, not a test: under the sanitizers starting one costs more than most tests do. test_structure
# only reads our files. leaks.supp: what libraries keep to the end of a program.
stage_asan() {
  configure asan && build asan || return
  export LSAN_OPTIONS="suppressions=$root/tests/leaks.supp:print_suppressions=0"
  find build/asan -maxdepth 1 -type f -executable -name 'test_*' ! -name test_structure | sort |
    UBSAN_OPTIONS=print_stacktrace=1 ASAN_OPTIONS=detect_stack_use_after_return=1 xargs -P "$(job_count)" -I '{}' \
      bash -c 'said=$({} --gtest_brief=1 2>&1); status=$?; echo "{}"; echo "$said"; exit $status'
}

run_ctest() { ctest --test-dir "build/$1" --output-on-failure --no-tests=error -j "$(job_count)"; }

stage_format() { sources | xargs "clang-format-$clang" --dry-run --Werror; }

stage_practice() {
  [[ -f apps/cli/main.cpp && -d practice ]] || return $nothing_to_do
  configure release && build release thenar && build/release/thenar practice check
}

# A tenth of the clips made anew, another one each day. Of all clips one in twenty may fail a gate, which a test of
# those that are kept counts; of a tenth one in ten.
stage_motion() {
  [[ -d src/motion/native ]] || return $nothing_to_do
  configure release && build release thenar || return
  local status=0 made=build/check/motion.txt
  build/release/thenar motion check --every 10 --offset $(($(date +%s) / 86400 % 10)) >"$made" || status=$?
  cat "$made"
  ((status == 0 || status == 5)) || return
  awk 'END { exit !($1 > 0 && 10 * $(NF - 1) <= $1) }' "$made"
}

# The modules for the web; the limits are what a phone on a slow line should have to load.
stage_wasm() {
  compgen -G 'apps/web/engine/*.cpp' >/dev/null || return $nothing_to_do
  configure wasm && build wasm || return
  small_enough thenar_engine.wasm 450000 && small_enough thenar_hand.wasm 320000 &&
    small_enough thenar_outcomes.wasm 250000
}

# small_enough MODULE BYTES: whether a module, gzipped, is no larger.
small_enough() {
  local bytes
  bytes=$(gzip -9 -c "build/wasm/$1" | wc -c)
  echo "$1: $bytes bytes gzipped"
  ((bytes <= $2)) || { echo "that is more than $2"; return 1; }
}

stage_web() {
  [[ -f apps/web/package.json ]] || return $nothing_to_do
  configure wasm && build wasm && configure release && build release conformance hand_conformance hand_data thenar || return
  web_packages && (cd apps/web && npm test)
}

# Every fuzz target for a short time, from its seeds and from what earlier runs found.
stage_fuzz() {
  compgen -G 'fuzz/*.cpp' >/dev/null || return $nothing_to_do
  configure fuzz && build fuzz || return
  local source name found
  for source in fuzz/*.cpp; do
    name=$(basename "$source" .cpp)
    found=build/fuzz/corpus/$name
    mkdir -p "$found"
    echo "$name for ${FUZZ_SECONDS:-10} s"
    "build/fuzz/$name" -max_total_time="${FUZZ_SECONDS:-10}" -dict=fuzz/thenar.dict -timeout=10 -rss_limit_mb=4096 -verbosity=0 \
      -artifact_prefix="build/fuzz/$name-" "$found" "fuzz/corpus/$name" || return
  done
}

# clang-tidy on every source of ours whose text, headers and settings have not passed before.
stage_tidy() {
  local preset file key todo=()
  mkdir -p build/tidy
  for preset in asan wasm; do
    if [[ $preset == wasm ]] && ! compgen -G 'apps/web/engine/*.cpp' >/dev/null; then continue; fi
    configure $preset && build $preset || return
    while read -r key file; do
      [[ -e build/tidy/$key ]] || todo+=("$preset $key $file")
    done < <(tidy_keys $preset)
  done
  echo "${#todo[@]} files to look at"
  ((${#todo[@]})) || return 0
  export clang
  printf '%s\n' "${todo[@]}" | xargs -P "$(job_count)" -L 1 bash -c \
    'echo "$2"; "clang-tidy-$clang" --quiet -p "build/$0" "$2" && : >"build/tidy/$1"'
}

# Prints "KEY FILE" for each source of a preset that is ours and not a test, a batch of files counting as one: the key
# is a hash of all project files it includes.
tidy_keys() {
  local ours='^CMakeFiles/thenar(_[a-z_]+)?[.]dir/'
  [[ $1 == wasm ]] && ours='^CMakeFiles/thenar_(engine|hand|outcomes)_module[.]dir/'
  ninja -C "build/$1" -t deps | awk -v root="$root/" -v folder="build/$1/" -v ours="$ours" '
    function done() { if (list) print file list; list = "" }
    /^[^ ]/ { done(); mine = $1 ~ ours && $1 !~ /embedded/; file = $1; sub(/[.]o:$/, "", file)
              if (file ~ /[.]dir\/Unity\//) file = folder file; else sub(/^CMakeFiles\/[^\/]*\//, "", file) }
    /^    / { sub(/^ +/, ""); sub(/^(\.\.\/)+/, root)
              if (mine && index($0, root) == 1 && $0 !~ /\/build\//) list = list " " substr($0, length(root) + 1) }
    END { done() }' | sort -u |
    while read -r file rest; do
      [[ -f $file ]] || continue
      echo "$({ echo "$clang"; cat .clang-tidy "$file" $rest; } 2>/dev/null | sha256sum | cut -c 1-32) $file"
    done
}

# run_stage STAGE: its output goes to build/check/STAGE.log; adds to passed, failed and failed_stages.
run_stage() {
  local stage=$1 log="build/check/$1.log" start=$SECONDS status=0 counts
  say "== $stage"
  "stage_$stage" 2>&1 | tee "$log" | show_progress || status=${PIPESTATUS[0]}
  if ((status == nothing_to_do)); then
    say "== $stage: nothing there to check"
    return
  fi
  counts=$(test_counts "$log")
  # A stage without tests of its own counts as one; so does one that failed with every test passing.
  if [[ "$counts" == "0 0" ]]; then counts="$((status == 0)) $((status != 0))"; fi
  if ((status != 0)) && [[ "${counts#* }" == 0 ]]; then counts="${counts% *} 1"; fi
  passed=$((passed + ${counts% *})) failed=$((failed + ${counts#* }))
  if ((status == 0)); then
    say "== $stage: ok, ${counts% *} passed, $((SECONDS - start)) s"
  else
    failed_stages+=("$stage")
    { grep -E -A 4 -m 20 'error:|Failure$|FAILED:|ERROR: |^not ok|✖|The following tests' "$log" ||
      tail -n 30 "$log"; } | sed -n 1,60p >&2
    say "== $stage: FAILED after $((SECONDS - start)) s; all of it is in $log; alone: ./check $stage"
  fi
}

# Prints "PASSED FAILED" from the summaries of ctest ("... 2 tests failed out of 90"), node ("pass 12") and a test
# program alone ("[  PASSED  ] 12 tests.").
test_counts() {
  awk '/tests failed out of/ { for (i = 2; i <= NF; ++i) { if ($i == "tests" && $(i + 1) == "failed") bad += $(i - 1)
                                                        if ($i == "of") all += $(i + 1) } good = all - bad }
       /^(#|ℹ) pass [0-9]+$/ { good += $3 }
       /^(#|ℹ) fail [0-9]+$/ { bad += $3 }
       /^\[  PASSED  \] [0-9]+ test/ { alone += $4 }
       /^\[  FAILED  \] [0-9]+ test/ { alone_bad += $4 }
       END { print all ? good : good + alone, all ? bad : bad + alone_bad }' "$1"
}
