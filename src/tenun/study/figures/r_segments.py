"""The program in R for passages that coders chose themselves, in base R; γ is drawn by chance and stays with Tenun."""

from __future__ import annotations

from collections.abc import Sequence

from tenun.study.figures.r_scripts import READ, as_r_string

_SEGMENTS = """coders <- c(@coders@); total <- @length@
d$start_cp <- as.numeric(d$start_cp); d$end_cp <- as.numeric(d$end_cp)
overlap <- function(d) any(sapply(coders, function(one) {
  own <- d[d$coder == one, ]; own <- own[order(own$start_cp), ]
  nrow(own) > 1 && any(own$end_cp[-nrow(own)] > own$start_cp[-1])
}))
cut_up <- function(d) {
  edges <- sort(unique(c(0, total, d$start_cp, d$end_cp)))
  from <- edges[-length(edges)]
  names <- sort(unique(d$category), method = "radix")
  held <- lapply(coders, function(one) {
    own <- d[d$coder == one, ]; own <- own[order(own$start_cp), ]
    begun <- findInterval(from, own$start_cp)
    within <- begun > findInterval(from, own$end_cp)
    list(number = ifelse(within, match(own$category, names)[pmax(begun, 1)], 0),
         segment = ifelse(within, begun, -begun - 1))
  })
  list(length = diff(edges), names = names, held = held)
}
met <- function(cut) {
  size <- length(cut$names) + 1
  found <- matrix(0, size, size)
  for (a in seq_along(coders)) for (b in seq_along(coders)) if (a != b) {
    cells <- tapply(cut$length / (length(coders) - 1),
                    list(factor(cut$held[[a]]$number, 0:(size - 1)), factor(cut$held[[b]]$number, 0:(size - 1))), sum)
    cells[is.na(cells)] <- 0
    found <- found + cells
  }
  found
}
chance_of <- function(observed, own) {
  counts <- rowSums(observed); all <- sum(counts)
  (counts %o% counts - diag(own, length(own))) / (all - sum(own) / all)
}
alpha <- function(observed, expected, distance) 1 - sum(observed * distance) / sum(expected * distance)
u_own <- function(cut) {
  own <- numeric(length(cut$names) + 1)
  for (one in cut$held) for (part in unique(one$segment)) {
    at <- one$segment == part; long <- sum(cut$length[at]); number <- one$number[at][1]
    own[number + 1] <- own[number + 1] + if (number == 0) long else long^2
  }
  own
}
u_alpha <- function(d) {
  cut <- cut_up(d); observed <- met(cut)
  if (sum(rowSums(observed) > 0) < 2) return(NA)
  alpha(observed, chance_of(observed, u_own(cut)), 1 - diag(nrow(observed)))
}
as_one <- do.call(rbind, lapply(coders, function(one) {
  own <- d[d$coder == one, ]; own <- own[order(own$start_cp, own$end_cp), ]
  if (nrow(own) == 0) return(NULL)
  reach <- cummax(own$end_cp)
  run <- cumsum(c(TRUE, own$start_cp[-1] > reach[-nrow(own)]))
  data.frame(coder = one, start_cp = tapply(own$start_cp, run, min), end_cp = tapply(own$end_cp, run, max),
             category = "coded")
}))
cat("u_alpha_binary", u_alpha(as_one), "\\n")
intersections <- function(d) {
  cut <- cut_up(d); size <- length(cut$names)
  observed <- met(cut)[-1, -1, drop = FALSE]
  own <- numeric(size)
  for (a in seq_along(coders)) for (b in seq_along(coders)) if (a != b) {
    both <- cut$held[[a]]$number > 0 & cut$held[[b]]$number > 0
    for (part in unique(cut$held[[a]]$segment[both])) {
      at <- both & cut$held[[a]]$segment == part
      number <- cut$held[[a]]$number[at][1]
      own[number] <- own[number] + sum(cut$length[at])^2 / (length(coders) - 1)
    }
  }
  list(names = cut$names, observed = observed, expected = chance_of(observed, own))
}
alone <- !overlap(d)
if (alone) {
  of_names <- intersections(d)
  cat("cu_alpha", alpha(of_names$observed, of_names$expected, 1 - diag(length(of_names$names))), "\\n")
}
square <- function(first, second) {
  apart <- 0
  for (a in seq_len(nrow(first))) for (b in seq_len(nrow(second))) {
    begin <- first$start[a] - second$start[b]
    end <- begin + first$long[a] - second$long[b]
    if (first$unit[a] && second$unit[b] && begin < second$long[b] && begin > -first$long[a]) {
      apart <- apart + begin^2 + end^2
    } else if (first$unit[a] && !second$unit[b] && begin >= 0 && end <= 0) {
      apart <- apart + first$long[a]^2
    } else if (!first$unit[a] && second$unit[b] && begin <= 0 && end >= 0) apart <- apart + second$long[b]^2
  }
  apart
}
sections <- function(own) {
  own <- own[order(own$start_cp), ]
  edges <- sort(unique(c(0, total, own$start_cp, own$end_cp)))
  start <- edges[-length(edges)]
  data.frame(start = start, long = diff(edges), unit = start %in% own$start_cp)
}
of_2004 <- function(d) {
  held <- lapply(coders, function(one) sections(d[d$coder == one, ]))
  m <- length(coders); observed <- 0
  for (a in seq_len(m)) for (b in seq_len(m)) if (a != b) observed <- observed + square(held[[a]], held[[b]])
  every <- do.call(rbind, held)
  units <- every$long[every$unit]; gaps <- every$long[!every$unit]
  room <- sapply(units, function(long) sum(pmax(gaps - long + 1, 0) * (gaps >= long)))
  near <- (length(units) - 1) / 3 * (2 * units^3 - 3 * units^2 + units)
  whole <- m * total
  places <- whole * (whole - 1) - sum(units * (units - 1))
  c(observed / (m * (m - 1) * total^2), 2 / total * sum(near + units^2 * room) / places)
}
sums <- c(0, 0)
for (name in sort(unique(d$category), method = "radix")) {
  own <- d[d$category == name, ]
  cat(name, "u_alpha_of_category", u_alpha(own), "\\n")
  if (alone) {
    at <- match(name, of_names$names)
    away <- seq_along(of_names$names) != at
    shares <- function(table) sum(table[at, away]) / sum(table[at, ])
    cat(name, "ku_alpha", 1 - shares(of_names$observed) / shares(of_names$expected), "\\n")
  }
  part <- of_2004(own); sums <- sums + part
  cat(name, "alpha_2004", 1 - part[1] / part[2], "\\n")
}
cat("alpha_2004", 1 - sums[1] / sums[2], "\\n")
"""


def segments_script(coders: Sequence[str], length_cp: int) -> str:
    """The program; coders without a passage are named in it, because the input has no row of theirs."""
    return READ + _SEGMENTS.replace("@length@", str(length_cp)).replace("@coders@", ", ".join(map(as_r_string, coders)))
