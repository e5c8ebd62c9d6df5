#!/usr/bin/Rscript
# Writes reference numbers of dbscan::hdbscan for the points of scripts/golden/hdbscan.py (run that first).
# Run: scripts/golden/hdbscan.R      Needs Debian's r-cran-dbscan (1.1.11).
# minPts is both the smallest cluster and the reach of the core distance, the point itself counted. R's membership_prob is another measure than
# the strength of McInnes and Healy 2017 and is left out; sets with equal points are left out, as densities are endless there.
# Points that leave a cluster together count in R until each is alone, so stabilities and scores are greater where minPts is above 2.
folder <- "tests/TextSeg.Mining.Tests/Clustering/Hdbscan/"

points_of <- function(line) {
  body <- sub('.*"points":\\[\\[(.*)\\]\\].*', "\\1", line)
  rows <- strsplit(body, "],[", fixed = TRUE)[[1]]
  do.call(rbind, lapply(strsplit(rows, ",", fixed = TRUE), as.numeric))
}

list_of <- function(values, format) paste0("[", paste(sprintf(format, values), collapse = ","), "]")

cases <- c()
for (line in grep('"set"', readLines(paste0(folder, "points.json")), value = TRUE)) {
  name <- sub('.*"set":"([a-z]+)".*', "\\1", line)
  if (name == "copies") next
  for (minPts in c(2, 5, 8, 12)) {
    found <- dbscan::hdbscan(points_of(line), minPts = minPts)
    cases <- c(cases, sprintf(
      '{"set":"%s","minPts":%d,"length":%.5f,"labels":%s,"outlier":%s,"scores":%s}',
      name, minPts, sum(found$hc$height), list_of(as.integer(found$cluster) - 1L, "%d"),
      list_of(found$outlier_scores, "%.5f"), list_of(found$cluster_scores, "%.4f")))
  }
}
writeLines(paste0("[\n", paste(cases, collapse = ",\n"), "\n]"), paste0(folder, "hdbscan-r.json"))
