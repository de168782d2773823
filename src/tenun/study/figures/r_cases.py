"""The program in R for a comparison of cases: calibration, truth table and necessity in base R, solutions by QCA."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tenun.study.figures.r_scripts import READ, as_r_string, without_package

_NO_SOLUTIONS = without_package(
    "QCA",
    "The truth table and necessity above are from base R; the solutions were not computed again.",
    "Tabel kebenaran dan keniscayaan di atas dari R dasar; solusinya tidak dihitung lagi.",
)
_SETS = """named <- d$case
d <- as.data.frame(lapply(d[, -1, drop = FALSE], as.numeric), row.names = named, check.names = FALSE)
outcome <- @outcome@
conditions <- c(@conditions@)
"""
_ANCHORS = """x <- d[[@raw@]]; out <- @out@; cross <- @cross@; full <- @full@
beyond <- (x - cross) * sign(full - cross) > 0
d[[@name@]] <- 1 / (1 + exp(-log(19) * ifelse(beyond, (x - cross) / (full - cross), (x - cross) / (cross - out))))
"""
_CUTS = """d[[@name@]] <- findInterval(d[[@raw@]], c(@cuts@))
"""
_FIT = """y <- d[[sub("^~", "", outcome)]]
if (startsWith(outcome, "~")) y <- 1 - y
fit <- function(x) {
  both <- sum(pmin(x, y)); neither <- sum(pmin(x, y, 1 - y))
  c(consistency = both / sum(x), pri = (both - neither) / (sum(x) - neither), coverage = both / sum(y))
}
need <- function(x) c(consistency = sum(pmin(x, y)) / sum(y), coverage = sum(pmin(x, y)) / sum(x),
                      relevance = sum(1 - x) / sum(1 - pmin(x, y)))
"""
_FUZZY = """sets <- as.matrix(d[, conditions, drop = FALSE])
corners <- as.matrix(expand.grid(rep(list(0:1), length(conditions))))[, rev(seq_along(conditions)), drop = FALSE]
for (at in seq_len(nrow(corners))) {
  corner <- corners[at, ]
  belongs <- apply(sets, 1, function(one) min(ifelse(corner == 1, one, 1 - one)))
  inside <- belongs > .5
  if (!any(inside)) next
  cat("row", corner, sum(inside), fit(belongs)[1:2], paste(named[inside], collapse = ", "), "\\n")
}
for (name in conditions) {
  cat("necessity", name, need(d[[name]]), "\\n")
  cat("necessity", paste0("~", name), need(1 - d[[name]]), "\\n")
}
if (requireNamespace("QCA", quietly = TRUE)) {
  table_of_truth <- QCA::truthTable(d, outcome = outcome, conditions = conditions, incl.cut = c(@consistency@),
                                    n.cut = @frequency@, pri.cut = @pri@, show.cases = TRUE)
  print(table_of_truth)
  print(QCA::minimize(table_of_truth, details = TRUE))
  print(QCA::minimize(table_of_truth, include = "?", details = TRUE))
@intermediate@"""
_INTERMEDIATE = """  print(QCA::minimize(table_of_truth, include = "?", dir.exp = c(@directions@), details = TRUE))
"""
_MULTI_VALUE = """shown <- apply(d[, conditions, drop = FALSE], 1, paste, collapse = " ")
for (one in sort(unique(shown))) {
  inside <- shown == one
  cat("row", one, sum(inside), fit(as.numeric(inside))[1:2], paste(named[inside], collapse = ", "), "\\n")
}
for (name in conditions) for (level in sort(unique(d[[name]]))) {
  cat("necessity", paste0(name, "{", level, "}"), need(as.numeric(d[[name]] == level)), "\\n")
}
if (requireNamespace("QCA", quietly = TRUE)) {
  table_of_truth <- QCA::truthTable(d, outcome = outcome, conditions = conditions, incl.cut = c(@consistency@),
                                    n.cut = @frequency@, show.cases = TRUE)
  print(QCA::minimize(table_of_truth, details = TRUE))
  print(QCA::minimize(table_of_truth, include = "?", details = TRUE))
"""


def cases_script(
    outcome: str,
    conditions: Sequence[str],
    calibration: Mapping[str, tuple[bool, tuple[float, ...]]],
    cuts: Mapping[str, float],
    expect: Mapping[str, str],
    multi_value: bool,
) -> str:
    """The program for one question; names of the study stand in it as strings of R's own spelling."""
    used = {*conditions, outcome.removeprefix("~")}
    steps = [_calibration(name, *how) for name, how in calibration.items() if name in used]
    directions = ", ".join(_direction(expect.get(name, "")) for name in conditions)
    words = {
        "@outcome@": as_r_string(outcome),
        "@conditions@": ", ".join(map(as_r_string, conditions)),
        "@consistency@": f"{cuts['consistency']:g}",
        "@frequency@": f"{cuts['frequency']:g}",
        "@pri@": f"{cuts.get('pri', 0):g}",
        "@intermediate@": _INTERMEDIATE.replace("@directions@", directions) if expect else "",
    }
    body = _filled(_SETS, words) + "".join(steps) + _FIT + _filled(_MULTI_VALUE if multi_value else _FUZZY, words)
    body += _NO_SOLUTIONS
    return READ + body


def _calibration(name: str, by_cuts: bool, numbers: tuple[float, ...]) -> str:
    words = {"@name@": as_r_string(name), "@raw@": as_r_string(f"{name} (raw)")}
    if by_cuts:
        return _filled(_CUTS, {**words, "@cuts@": ", ".join(f"{one:.12g}" for one in numbers)})
    places = dict(zip(("@out@", "@cross@", "@full@"), (f"{one:.12g}" for one in numbers), strict=True))
    return _filled(_ANCHORS, {**words, **places})


def _filled(text: str, words: Mapping[str, str]) -> str:
    """The text with its places filled, in one go: what is filled in is never taken for a place."""
    import re

    return re.sub(r"@[a-z]+@", lambda place: words[place.group()], text)


def _direction(state: str) -> str:
    return {"present": "1", "absent": "0"}.get(state, '"-"')
