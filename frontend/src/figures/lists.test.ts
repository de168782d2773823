import { describe, expect, it } from "vitest";
import { asLabel, listOf, namesIn, settingsIn, turned, withSetting } from "./lists";

describe("lists of names in one option", () => {
  it("keeps commas and quotation marks that are part of a name", () => {
    const names = ["TIES", "RICH, urban", 'the "old" city'];
    expect(listOf(names)).toBe('TIES,"RICH, urban","the ""old"" city"');
    expect(namesIn(listOf(names))).toEqual(names);
    expect(namesIn(' TIES, "RICH, urban" ,TIES,')).toEqual(["TIES", "RICH, urban"]);
  });
  it("adds a name and takes it away", () => {
    expect(turned("A", "B, C")).toBe('A,"B, C"');
    expect(turned('A,"B, C"', "A")).toBe('"B, C"');
  });
  it("knows settings by name", () => {
    const list = withSetting(withSetting("", "RICH, urban", "1:2:3"), "A=B", "cut:5");
    expect([...settingsIn(list)]).toEqual([
      ["RICH, urban", "1:2:3"],
      ["A=B", "cut:5"],
    ]);
    expect(withSetting(list, "RICH, urban", "")).toBe("A=B=cut:5");
  });
  it("begins a label with a capital and leaves Greek alone", () => {
    expect([asLabel("kind of source"), asLabel("κ with weights"), asLabel("")]).toEqual(["Kind of source", "κ with weights", ""]);
  });
});
