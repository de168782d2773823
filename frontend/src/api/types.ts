/** What the server answers, by the names of its OpenAPI document. Places in texts are code points. */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Session = Schemas["SessionAnswer"];
export type StudyName = Schemas["StudyEntry"];
export type Overview = Schemas["StudyAnswer"];
export type Step = Schemas["Step"];
export type Coder = Schemas["CoderRow"];
export type Round = Schemas["RoundRow"];
export type LogEntry = Schemas["LogEntry"];
export type GuideQuestion = Schemas["GuideQuestion"];

export type SourceRow = Schemas["SourceRow"];
export type AppraisalText = Schemas["AppraisalText"];
export type Reliability = AppraisalText["reliability"];
export type SourceText = Schemas["TextAnswer"];
export type Landmark = Schemas["LandmarkRow"];
export type Duplicate = Schemas["DuplicateRow"];
export type Imported = Schemas["ImportAnswer"];
export type Merged = Schemas["MergeAnswer"];
export type MergeConflict = Schemas["ConflictAnswer"];
export type Choice = Schemas["Settling"]["choice"];
export type Survey = Schemas["SurveyAnswer"];
export type SurveyRole = Schemas["SurveyColumn"]["role"];

export type Code = Schemas["CodeRow"];
export type Codebook = Schemas["CodebookAnswer"];
export type CodeVersion = Schemas["VersionRow"];

export type Coding = Schemas["CodingRow"];
export type Uncoded = Schemas["UncodedRow"];
export type Codings = Schemas["CodingsAnswer"];
export type Passage = Schemas["PassageRow"];
export type Hit = Schemas["HitRow"];
export type Hits = Schemas["HitsAnswer"];
export type Term = Schemas["TermText"];
export type QueryText = Schemas["QueryText"];
export type SavedQuery = Schemas["SavedQuery"];
export type Matrix = Schemas["MatrixAnswer"];

export type Agreement = Schemas["AgreementAnswer"];
export type AgreementLevel = Schemas["AgreementFigures"];
export type Disagreements = Schemas["DisagreementsAnswer"];
export type Disagreement = Schemas["DisagreementRow"];
export type RankingAnswer = Schemas["RankingAnswer"];
export type Ranking = Schemas["Ranking"];
export type MotiveRank = Schemas["MotiveRank"];
export type Threads = Schemas["Threads"];
export type Switches = Schemas["SwitchesAnswer"];
export type Timeline = Schemas["TimelineAnswer"];
export type Job = Schemas["JobAnswer"];
export type ExportChoices = Schemas["ExportChoices"];
export type ExportForm = Schemas["FormRow"];
export type Memo = Schemas["MemoRow"];

/** A page of a table; `next` is the cursor of the page after. */
export interface Page<T> {
  rows: T[];
  next: string | null;
  total: number;
  revision: number;
}

/** What a change left behind. */
export interface Changed<T> {
  rows: T[];
  gone?: string[];
  event: { seq: number };
}

export const FACETS = ["actor", "basis", "voice", "polarity", "time", "priority"] as const;
export type Facet = (typeof FACETS)[number];

export const TOKENS: Record<Facet, readonly string[]> = {
  actor: ["own", "partner", "national", "other"],
  basis: ["stated", "inferred"],
  voice: ["", "first-hand", "reported", "analyst"],
  polarity: ["supports", "opposes"],
  time: ["before", "at", "after", "na"],
  priority: ["none", "first", "secondary"],
};

export const KINDS = ["interview", "official", "law", "news", "journal", "book", "report", "abstract"] as const;
