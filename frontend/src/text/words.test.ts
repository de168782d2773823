import { describe, expect, it } from "vitest";
import { concordance } from "./concordance";
import { bestFit, fit } from "./fuzzy";
import { sharedWording } from "./shared_wording";

describe("fuzzy search", () => {
  it("finds letters in order, whatever their accents and case", () => {
    expect(fit("smll", "Small firms")).not.toBeNull();
    expect(fit("desa", "Désa")).not.toBeNull();
    expect(fit("xyz", "Small firms")).toBeNull();
  });
  it("puts the start of a word first", () => {
    expect(fit("tra", "Trade and market access")!).toBeGreaterThan(fit("tra", "Administration")!);
    expect(fit("ma", "Trade and market access")!).toBeGreaterThan(fit("ma", "Romantic")!);
  });
  it("takes the better of two languages", () => {
    expect(bestFit("pasar", ["International market", "Pasar internasional"])).not.toBeNull();
  });
});

describe("words in context", () => {
  it("stand with what is before and after, wherever lines break", () => {
    const [found] = concordance("kerja sama kota\nkembar itu", "Kota kembar");
    expect(found).toMatchObject({ from: 11, to: 22, hit: "kota kembar" });
    expect(found!.after.trim()).toBe("itu".slice(0, found!.after.trim().length));
  });
  it("are taken literally", () => {
    expect(concordance("a.b axb", "a.b")).toHaveLength(1);
  });
});

describe("shared wording", () => {
  it("is found in both texts, case and punctuation aside", () => {
    const one = "Begini. Kedua kota membentuk kelompok kerja bersama hari ini.";
    const two = "Lalu kedua kota, membentuk kelompok kerja bersama Hari ini juga.";
    const { first, second } = sharedWording(one, two);
    expect(first.map((s) => one.slice(s.from, s.to))).toEqual(["Kedua kota membentuk kelompok kerja bersama hari ini"]);
    expect(second.map((s) => two.slice(s.from, s.to))).toEqual(["kedua kota, membentuk kelompok kerja bersama Hari ini"]);
  });
  it("is not found below six words", () => {
    expect(sharedWording("satu dua tiga empat lima", "satu dua tiga empat lima").first).toEqual([]);
  });
});
