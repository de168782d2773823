"""Programs in R that recompute a figure from its exact input, which lies beside them as `input.csv`.

They use base R alone, so that they run where nothing can be installed; packages that know the method are named in a
comment, and used where they are there; a program that wanted one says what it did without it. `@name@` stands for an
option of the figure.
"""


def as_r_string(words: str) -> str:
    """Words of a study as a string in R's own spelling, which no word of theirs can end.

    >>> print(as_r_string('rich")); cat("'))
    "rich\\")); cat(\\""
    """
    spelled = words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{spelled}"'


def without_package(package: str, english: str, indonesian: str) -> str:
    """The end of a program's part that needs a package: where it is not there, it says so in both languages.

    >>> print(without_package("irr", "Not compared.", "Tidak dibandingkan."), end="")
    } else {
      message("The R package irr is not installed here. Not compared. Get it with install.packages(\\"irr\\").")
      message("Paket R irr tidak terpasang di sini. Tidak dibandingkan. Pasang dengan install.packages(\\"irr\\").")
    }
    """
    get = f'install.packages(\\"{package}\\")'
    return (
        "} else {\n"
        f'  message("The R package {package} is not installed here. {english} Get it with {get}.")\n'
        f'  message("Paket R {package} tidak terpasang di sini. {indonesian} Pasang dengan {get}.")\n'
        "}\n"
    )


READ = """# Recomputes the figure from input.csv. Run: Rscript script.R
d <- read.csv("input.csv", check.names = FALSE, na.strings = "", fileEncoding = "UTF-8-BOM", colClasses = "character")
# A cell that a spreadsheet would take for a formula stands in the file behind an apostrophe.
plain <- function(x) sub("^'('*[-=+@\\t\\r\\n])", "\\\\1", x)
names(d) <- plain(names(d))
d[] <- lapply(d, plain)
"""

AGREEMENT = (
    READ
    + """labels <- as.matrix(d[, -(1:5)])
labels <- labels[rep(seq_len(nrow(labels)), as.integer(d$weight)), , drop = FALSE]
m <- ncol(labels)
values <- sort(unique(as.vector(labels)))
q <- length(values)
counts <- t(apply(labels, 1, function(row) tabulate(match(row, values), q)))
if (q == 1) counts <- t(counts)
n <- rowSums(counts)
paired <- n > 1
agreeing <- rowSums(counts * (counts - 1)) / (n * (n - 1))
observed <- mean(agreeing[paired])
cat("percent_agreement", observed, "\\n")
share <- colMeans((counts / n)[n > 0, , drop = FALSE])
if (m == 2) {
  table_of_pair <- table(factor(labels[, 1], values), factor(labels[, 2], values)) / nrow(labels)
  expected <- sum(rowSums(table_of_pair) * colSums(table_of_pair))
  cat("cohen_kappa", (observed - expected) / (1 - expected), "  # irr::kappa2\\n")
  cat("scott_pi", (observed - sum(share^2)) / (1 - sum(share^2)), "\\n")
}
cat("fleiss_kappa", (observed - sum(share^2)) / (1 - sum(share^2)), "  # irr::kappam.fleiss\\n")
chance <- sum(share * (1 - share)) / (q - 1)
cat("gwet_ac1", (observed - chance) / (1 - chance), "  # irrCAC::gwet.ac1.raw\\n")
cat("brennan_prediger", (observed - 1 / q) / (1 - 1 / q), "  # irrCAC::bp.coeff.raw\\n")
coincidences <- Reduce(`+`, lapply(which(paired), function(u) {
  (counts[u, ] %o% counts[u, ] - diag(counts[u, ], q)) / (n[u] - 1)
}))
total <- sum(coincidences)
margin <- rowSums(coincidences)
alpha <- 1 - (total - 1) * (total - sum(diag(coincidences))) / (total^2 - sum(margin^2))
cat("krippendorff_alpha", alpha, "  # irr::kripp.alpha\\n")
if (requireNamespace("irr", quietly = TRUE)) {
  print(irr::kripp.alpha(matrix(match(t(labels), values), nrow = m), "nominal"))
"""
    + without_package(
        "irr",
        "The values above are from base R; its own alpha was not set beside them.",
        "Nilai di atas dari R dasar; alfa paket itu tidak disandingkan.",
    )
)

SATURATION = (
    READ
    + """base <- @base@; run <- @run@; threshold <- @threshold@
d$interview <- as.integer(d$interview)
held <- d[!is.na(d$code), ]
first <- tapply(held$interview, held$code, min)
new <- tabulate(first, max(d$interview))
in_base <- sum(new[seq_len(base)])
before <- base:(max(d$interview) - run)
brought <- sapply(before, function(k) sum(new[(k + 1):(k + run)]))
print(data.frame(interviews_before = before, new_codes = brought, ratio = brought / in_base))
cat("reached_at", head(before[brought / in_base <= threshold], 1), "\\n")
"""
)

ACCUMULATION = (
    READ
    + """d$interview <- as.integer(d$interview)
n <- max(d$interview)
held <- unique(d[!is.na(d$code), c("interview", "code")])
times <- table(held$code)
first <- tapply(held$interview, held$code, min)
expected <- sapply(seq_len(n), function(k) sum(1 - choose(n - times, k) / choose(n, k)))
print(data.frame(interviews = seq_len(n), held = cumsum(tabulate(first, n)), expected = expected))
# vegan::specaccum(method = "exact") draws the same expected curve.
"""
)

_COUNTS = """shown <- function(d) {
  counts <- aggregate(count ~ word, d, sum)
  counts$texts <- as.integer(table(d$word)[counts$word])
  print(head(counts[order(-counts$count, counts$word), ], 30), row.names = FALSE)
}
"""
_KEYNESS = """shown <- function(d) {
  a <- tapply(d$count[d$group == "named"], d$word[d$group == "named"], sum)
  b <- tapply(d$count[d$group == "others"], d$word[d$group == "others"], sum)
  words <- union(names(a), names(b))
  a <- ifelse(is.na(a[words]), 0, a[words]); b <- ifelse(is.na(b[words]), 0, b[words])
  n <- sum(a); k <- sum(b)
  part <- function(seen, row, column) ifelse(seen > 0, seen * log(seen * (n + k) / (row * column)), 0)
  g2 <- 2 * (part(a, a + b, n) + part(b, a + b, k) + part(n - a, n + k - a - b, n) + part(k - b, n + k - a - b, k))
  ratio <- log2((pmax(a, .5) / n) / (pmax(b, .5) / k))
  found <- data.frame(word = words, count = a, count_other = b, log_likelihood = g2, log_ratio = ratio)
  found <- found[found$count + found$count_other >= @fewest@, ]
  print(head(found[order(-found$log_likelihood, found$word), ], 30), row.names = FALSE)
}
# quanteda.textstats::textstat_keyness(measure = "lr") gives the same log-likelihood, signed.
"""
_NUMBERS = """d$count <- as.integer(d$count)
"""
_WHOLE = """shown(d)
"""
_APART = """for (language in unique(d$language)) { cat("\\n", language, "\\n"); shown(d[d$language == language, ]) }
"""
WORD_COUNTS, WORD_COUNTS_APART = (READ + _NUMBERS + _COUNTS + last for last in (_WHOLE, _APART))
KEY_WORDS, KEY_WORDS_APART = (READ + _NUMBERS + _KEYNESS + last for last in (_WHOLE, _APART))

NEIGHBOURS = (
    READ
    + """d$language[is.na(d$language)] <- ""
reach <- @reach@
for (language in unique(d$language)) {
  pairs <- unlist(lapply(strsplit(d$words[d$language == language & !is.na(d$words)], " ", fixed = TRUE), function(row) {
    unlist(lapply(seq_along(row), function(at) {
      if (row[at] == "." || at == length(row)) return(NULL)
      near <- row[(at + 1):min(at + reach, length(row))]
      near <- near[near != "." & near != row[at]]
      if (length(near)) paste(pmin(near, row[at]), pmax(near, row[at])) else NULL
    }))
  }))
  counts <- table(pairs); total <- sum(counts)
  both <- strsplit(names(counts), " ", fixed = TRUE)
  first <- sapply(both, `[`, 1); second <- sapply(both, `[`, 2); k <- as.numeric(counts)
  margin <- tapply(c(k, k), c(first, second), sum)
  a <- margin[first]; b <- margin[second]
  part <- function(seen, row, column, all) ifelse(seen > 0, seen * log(seen * all / (row * column)), 0)
  c1 <- k; c2 <- b - k; c3 <- a - k; c4 <- pmax(total - a - b + k, 0); all <- c1 + c2 + c3 + c4
  g2 <- 2 * (part(c1, c1 + c2, c1 + c3, all) + part(c2, c1 + c2, c2 + c4, all) +
             part(c3, c3 + c4, c1 + c3, all) + part(c4, c3 + c4, c2 + c4, all))
  by_chance <- a * b / (2 * total)
  found <- data.frame(word = first, other_word = second, count = k, log_likelihood = g2,
                      mutual_information = log2(k / by_chance))
  found <- found[k >= @fewest@ & k > by_chance, ]
  cat(language, "\\n")
  print(head(found[order(-found$log_likelihood), ], 30), row.names = FALSE)
}
"""
)

FIRST_PLACE = (
    READ
    + """k <- as.integer(d$k); n <- as.integer(d$n[1])
grid <- expand.grid(mean = seq(.025, .975, length.out = 20), kappa = exp(seq(log(.5), log(100), length.out = 16)))
a <- grid$mean * grid$kappa; b <- (1 - grid$mean) * grid$kappa
fit <- sapply(seq_along(a), function(at) sum(lbeta(k + a[at], n - k + b[at]) - lbeta(a[at], b[at])))
weight <- exp(fit - max(fit)); weight <- weight / sum(weight)
# Fine where the densities are steep: points that crowd at both ends.
theta <- pbeta(seq(0, 1, length.out = 4001), 2, 2)
p <- rep(0, length(k))
for (at in which(weight > 1e-9)) {
  below <- sapply(k, function(one) pbeta(theta, one + a[at], n - one + b[at]))
  for (m in seq_along(k)) {
    others <- apply(below[, -m, drop = FALSE], 1, prod)
    p[m] <- p[m] + weight[at] * sum((others[-1] + others[-length(others)]) / 2 * diff(below[, m]))
  }
}
for (m in order(-p)) cat(d$motive[m], k[m], p[m], "\\n")
"""
)

CLUES = (
    READ
    + """d$p <- as.numeric(d$p); d$q <- as.numeric(d$q)
margin <- @margin@; prior <- @prior@
db <- function(p, q) 10 * log10(p / q)
inside <- function(x) pmin(.99, pmax(.01, x))
after <- function(weight) { odds <- prior / (1 - prior) * 10^(weight / 10); odds / (1 + odds) }
d$weight_db <- db(d$p, d$q)
d$absence_db <- db(1 - d$p, 1 - d$q)
d$low <- db(inside(d$p - margin), inside(d$q + margin))
d$high <- db(inside(d$p + margin), inside(d$q - margin))
print(d)
for (name in unique(d$hypothesis)) {
  held <- d[d$hypothesis == name, ]
  whole <- c(sum(held$weight_db), sum(held$low), sum(held$high))
  cat(name, whole, after(whole), "\\n")
  for (at in seq_len(nrow(held))) {
    left <- whole[1] - held$weight_db[at]
    cat("  without", held$clue[at], left, after(left), "\\n")
  }
}
"""
)

NOT_FOUND = (
    READ
    + """print(table(factor(d$code, unique(d$code)), factor(d$state, c("found", "not_found", "not_said"))))
"""
)
