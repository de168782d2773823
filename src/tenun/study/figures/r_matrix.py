"""The programs in R for matrices of codes, in base R."""

from __future__ import annotations

from tenun.study.figures.r_scripts import READ

_ACROSS = """u <- unique(d[, c("unit", "code", "column")])
m <- table(factor(u$code, unique(d$code)), factor(u$column, sort(unique(d$column), method = "radix")))
print(m)
if (min(dim(m)) > 1) {
  test <- suppressWarnings(chisq.test(m, correct = FALSE))
  cat("chi_square", test$statistic, test$parameter, test$p.value, "\\n")
  cat("cramers_v", sqrt(test$statistic / (sum(m) * (min(dim(m)) - 1))), "\\n")
  print(test$stdres)
}
# Read the test only where Tenun gives one: not for sources or witnesses, nor where counts are too small.
"""
_MEETING = """d$start <- as.numeric(d$start); d$end <- as.numeric(d$end)
further <- @further@
codes <- unique(d$code)
cells <- list()
for (text in unique(d$text)) {
  own <- d[d$text == text, ]
  for (at in seq_len(nrow(own))) {
    same <- own$place == own$place[at]
    near <- @near@
    for (other in unique(own$code[same | near])) cells[[length(cells) + 1]] <- c(own$unit[at], own$code[at], other)
  }
}
u <- unique(as.data.frame(do.call(rbind, cells)))
print(table(factor(u[, 2], codes), factor(u[, 3], codes)))
"""
_NEAR = """own$start < own$end & own$start[at] < own$end[at] &
      own$start < own$end[at] + further & own$start[at] < own$end + further"""


def matrix_script(across: str, proximity: str, reach: int) -> str:
    """The program; `reach` counts for words and sentences alone."""
    if across != "code":
        return READ + _ACROSS
    further = {"words": reach + 1, "sentences": reach}.get(proximity, 0)
    near = "FALSE" if proximity == "passage" else _NEAR
    return READ + _MEETING.replace("@further@", str(further)).replace("@near@", near)
