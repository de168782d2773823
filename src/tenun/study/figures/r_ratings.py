"""The program in R for ratings on a scale, in base R."""

from __future__ import annotations

from collections.abc import Sequence

from tenun.study.figures.r_scripts import READ

_RATINGS = """r <- matrix(as.numeric(as.matrix(d[, -(1:4)])), nrow = nrow(d))
m <- ncol(r)
values <- sort(unique(as.vector(r[!is.na(r)])))
scale <- c(@scale@)
if (m == 2) {
  if (length(scale) == 0) scale <- values
  both <- !is.na(r[, 1]) & !is.na(r[, 2])
  met <- table(factor(r[both, 1], scale), factor(r[both, 2], scale)) / sum(both)
  apart <- abs(outer(seq_along(scale), seq_along(scale), "-")) / (length(scale) - 1)
  for (power in 1:2) {
    credit <- 1 - apart^power
    by_chance <- sum((rowSums(met) %o% colSums(met)) * credit)
    cat(c("kappa_linear", "kappa_quadratic")[power], (sum(met * credit) - by_chance) / (1 - by_chance), "\\n")
  }
}
counts <- t(apply(r, 1, function(row) tabulate(match(row, values), length(values))))
if (length(values) == 1) counts <- t(counts)
n <- rowSums(counts)
coincidences <- Reduce(`+`, lapply(which(n > 1), function(u) {
  (counts[u, ] %o% counts[u, ] - diag(counts[u, ], length(values))) / (n[u] - 1)
}))
margin <- rowSums(coincidences); total <- sum(margin)
below <- cumsum(margin) - margin / 2
distance <- list(alpha_ordinal = outer(below, below, "-")^2, alpha_interval = outer(values, values, "-")^2@ratio@)
for (name in names(distance)) {
  observed <- sum(coincidences * distance[[name]]) / total
  chance <- sum((margin %o% margin) * distance[[name]]) / (total * (total - 1))
  cat(name, 1 - observed / chance, "  # irr::kripp.alpha\\n")
}
"""
_RATIO = """,
                 alpha_ratio = ifelse(outer(values, values, "+") == 0, 0,
                                      (outer(values, values, "-") / outer(values, values, "+"))^2)"""


def ratings_script(scale: Sequence[float], *, ratio: bool) -> str:
    """The program; `scale`: the ratings in order, those that occur where none is given."""
    shown = ", ".join(f"{one:g}" for one in scale)
    return READ + _RATINGS.replace("@scale@", shown).replace("@ratio@", _RATIO if ratio else "")
