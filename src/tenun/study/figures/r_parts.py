"""The programs in R for agreement in parts, in base R."""

from __future__ import annotations

from tenun.study.figures.r_scripts import READ

_ALPHA = """labels <- as.matrix(d[, -(1:@first@)])
labels <- apply(labels, 2, as.character)
weight <- as.integer(d$weight)
alpha <- function(labels, weight) {
  labels <- labels[rep(seq_len(nrow(labels)), weight), , drop = FALSE]
  values <- sort(unique(as.vector(labels)))
  if (length(values) < 2) return(NA)
  counts <- t(apply(labels, 1, function(row) tabulate(match(row, values), length(values))))
  n <- rowSums(counts)
  met <- Reduce(`+`, lapply(which(n > 1), function(u) {
    (counts[u, ] %o% counts[u, ] - diag(counts[u, ], length(values))) / (n[u] - 1)
  }))
  total <- sum(met); margin <- rowSums(met)
  1 - (total - 1) * (total - sum(diag(met))) / (total^2 - sum(margin^2))
}
"""
_BY = {
    "code": """codes <- sort(unique(unlist(strsplit(setdiff(as.vector(labels), "(none)"), ";", fixed = TRUE))))
for (code in codes) {
  has <- apply(labels, 2, function(column) sapply(strsplit(column, ";", fixed = TRUE), function(one) code %in% one))
  has <- matrix(ifelse(has, "yes", "no"), nrow = nrow(labels))
  cat(code, alpha(has, weight), "\\n")
}
""",
    "pair": """kappa <- function(a, b) {
  values <- sort(unique(c(a, b)))
  if (length(values) < 2) return(NA)
  met <- table(factor(a, values), factor(b, values)) / length(a)
  chance <- sum(rowSums(met) * colSums(met))
  (sum(diag(met)) - chance) / (1 - chance)
}
for (a in seq_len(ncol(labels) - 1)) for (b in (a + 1):ncol(labels)) {
  times <- rep(seq_len(nrow(labels)), weight)
  cat(paste(colnames(labels)[c(a, b)], collapse = " \\u2013 "), kappa(labels[times, a], labels[times, b]), "\\n")
}
""",
    "source": """for (one in unique(d$source)) {
  cat(one, alpha(labels[d$source == one, , drop = FALSE], weight[d$source == one]), "\\n")
}
""",
    "time": """when <- as.integer(d$first_coded)
at <- which(!is.na(when))
at <- at[order(when[at])]
at <- rep(at, weight[at])
size <- length(at); windows <- @windows@
long <- rep(size %/% windows, windows) + (seq_len(windows) <= size %% windows)
part <- rep(seq_len(windows), long)
values <- sapply(seq_len(windows), function(w) {
  if (!any(part == w)) return(NA)
  alpha(labels[at[part == w], , drop = FALSE], rep(1, sum(part == w)))
})
for (w in seq_len(windows)) if (any(part == w)) cat(w, values[w], "\\n")
there <- which(!is.na(values))
if (length(there) > 2) cat("slope", coef(lm(values[there] ~ there))[2], "\\n")
""",
}


def parts_script(by: str, windows: int) -> str:
    """The program for one way of taking the units apart."""
    first = 6 if by == "time" else 5
    return READ + _ALPHA.replace("@first@", str(first)) + _BY[by].replace("@windows@", str(windows))
