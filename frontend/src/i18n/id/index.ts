import { shell } from "./shell";
import { terms } from "./terms";
import { home } from "./home";
import { sources } from "./sources";
import { reader } from "./reader";
import { codebook } from "./codebook";
import { retrieve } from "./retrieve";
import { agreement } from "./agreement";
import { motives } from "./motives";
import { switches } from "./switches";
import { scores } from "./scores";
import { beside } from "./beside";
import { timeline } from "./timeline";
import { original } from "./original";
import { survey } from "./survey";
import { report } from "./report";
import { log } from "./log";

export const id = { shell, terms, home, sources, reader, codebook, retrieve, agreement, motives, switches, scores, beside, timeline, original, survey, report, log };
