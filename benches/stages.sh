#!/usr/bin/env bash
# Prints a table of what each stage of the detector costs: nanoseconds a byte, and instructions a
# byte as valgrind counts them, of a news article and of a novel. And one of the instructions a byte
# where some kinds of quotations are looked for alone. Needs valgrind.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build=(cargo bench --quiet --features fit --bench stages)
binary=$("${build[@]}" --no-run --message-format=json |
  sed -n 's/.*"executable":"\([^"]*\)".*/\1/p' | tail -n 1)

# The counters start anew at each dump; a dump precedes each line that the program prints.
count() {
  local lines="$work/$1" dump
  valgrind --quiet --tool=callgrind --dump-line=no --dump-before='*stage_ended*' \
    --callgrind-out-file="$lines.dump" "$binary" "$1" >"$lines"
  for ((dump = 1; dump <= $(wc -l <"$lines"); dump++)); do
    sed -n 's/^totals: //p' "$lines.dump.$dump"
  done | paste "$lines" -
}

"$binary" --bench >"$work/times"
count --count >"$work/counts"

awk -F '\t' '
  FNR == 1 { file++ }
  file == 1 { time[$1, $2] = $3; total[$1] += $3 }
  file == 2 && $2 != "before" {
    if (!($2 in seen)) { seen[$2]; order[++stages] = $2 }
    count[$1, $2] = $4 / $3; sum[$1] += $4 / $3
  }
  function row(name, a, b, c, d) { printf "| %s | %s | %s | %s | %s |\n", name, a, b, c, d }
  function cell(values, key) { return key in values ? sprintf("%.1f", values[key]) : "" }
  END {
    row("stage", "news: ns/byte", "instructions/byte", "novel: ns/byte", "instructions/byte")
    row("---", "---", "---", "---", "---")
    for (i = 1; i <= stages; i++) {
      news = "news" SUBSEP order[i]; novel = "novel" SUBSEP order[i]
      row(order[i], cell(time, news), cell(count, news), cell(time, novel), cell(count, novel))
    }
    row("all", cell(total, "news"), cell(sum, "news"), cell(total, "novel"), cell(sum, "novel"))
  }
' "$work/times" "$work/counts"

echo
count --count-kinds | awk -F '\t' '
  $2 != "before" {
    if (!($2 in seen)) { seen[$2]; order[++rows] = $2 }
    count[$1, $2] = $4 / $3
  }
  END {
    print "| kinds | news: instructions/byte | novel: instructions/byte |"
    print "|---|---|---|"
    for (i = 1; i <= rows; i++)
      printf "| %s | %.1f | %.1f |\n", order[i], count["news", order[i]], count["novel", order[i]]
  }
'
