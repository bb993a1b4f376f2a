#!/usr/bin/env bash
# Runs the benchmarks that read texts and prints the README's table of them: the best speed of
# each, and how many times that of word bounds in the same run. Arguments go to the benchmarks:
# `--max-time 0.1` gives each a tenth of a second.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo bench --quiet --bench tokenizer --bench marks --bench detector -- "$@" |
  sed 's/│/|/g; s/├//g; s/╰//g; s/─//g; s/^[| ]*//' |
  awk -F '|' '
    function trimmed(text) { gsub(/^ +| +$/, "", text); return text }
    function speed(cell, parts) {
      split(trimmed(cell), parts, " ")
      return parts[1] * (parts[2] ~ /^G/ ? 1000 : parts[2] ~ /^K/ ? 0.001 : 1)
    }
    function cells(row, text, value, bounds) {
      if (!((row, text) in best)) return " | |"
      value = best[row, text]; bounds = best[file[row] " split_word_bound_indices", text]
      return sprintf(" %.*f | %s |", value < 100 ? 1 : 0, value, bounds ? sprintf(value < bounds ? "%.2f" : "%.1f", value / bounds) : "")
    }
    / fastest +\|/ { split($1, words, " "); name = words[1]; next }
    $1 ~ /^[a-z_]+ *$/ { group = trimmed($1); next }
    $1 ~ /^(article|novel) / { text = substr($1, 1, index($1, " ") - 1); next }
    $1 ~ /B\/s *$/ && text != "" {
      row = name " " group
      if (!(row in file)) { file[row] = name; rows[++count] = row }
      best[row, text] = speed($1); text = ""
    }
    END {
      print "| | news: MB/s | times word bounds | novel: MB/s | times word bounds |"
      print "|---|---|---|---|---|"
      for (i = 1; i <= count; i++) {
        split(rows[i], words, " ")
        printf "| %s: `%s` |%s%s\n", words[1], words[2], cells(rows[i], "article"), cells(rows[i], "novel")
      }
    }'
