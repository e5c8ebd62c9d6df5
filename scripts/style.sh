#!/usr/bin/env bash
# Sizes and habits of the source, in figures (aim: median 40-75, p90 at most 200, no file over 400 lines).
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files 'src/*.cs' | grep -v Migrations | xargs wc -l | grep -v ' total$' | awk '{print $1}' | sort -n |
  awk '{a[NR]=$1} END{i=int(NR*.9)+1; if(i>NR)i=NR; print "files",NR,"median",a[int((NR+1)/2)],"p90",a[i],"max",a[NR]}'
echo "interfaces $(git grep -hE '^\s*(public|internal) .*\binterface I' -- 'src/*.cs' | wc -l)"
git grep -nE '#pragma|TODO|#region|class \w*(Utils?|Helper|Manager|Common)\b' -- 'src/*.cs' || echo "no pragmas, no TODO, no vague names"
