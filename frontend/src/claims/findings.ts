/** The parts of `/findings` that the app shows, shaped as `tenun.claims.results` has them. */
export interface Limit {
  code: string;
  values: Record<string, unknown>;
  passages: string[];
  sources: string[];
}

export interface Rival {
  code: string;
  label_en: string;
  label_id: string;
  supports: string[];
  opposes: string[];
}

export interface Cell {
  motive: string;
  source_class: string;
  state: string | null;
  supporting: string[];
  opposing: string[];
  silent: string[];
}

export interface TheoryRow {
  facet: string;
  value: string;
  passages: number;
  groups: string[];
  codes: string[];
}

export interface Confidence {
  motive: string;
  level: string;
  decided_by: string;
  components: { name: string; concern: string; reasons: { code: string; values: Record<string, unknown> }[] }[];
}

export interface Published {
  first: string[];
  rank_evidence: Record<string, number>;
  groups_needed: number;
  switches_agreeing: string[];
  methods_agreeing: string[];
}

export interface Findings {
  triangulation: Cell[];
  theory: TheoryRow[];
  rivals: Rival[];
  limits: Limit[];
  confidence: Confidence[];
  published: Published | null;
}
