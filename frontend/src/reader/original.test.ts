import { describe, expect, it } from "vitest";
import { pageAt, pagesOf, saidAt, timedOf, timeOf, wordAt, wordsIn, type Word } from "./original";

const mark = (kind: string, start_cp: number, end_cp: number, more: object = {}) => ({ kind, start_cp, end_cp, start_ms: null, end_ms: null, attributes: {}, ...more });

describe("pages", () => {
  const pages = pagesOf([mark("page", 20, 30, { attributes: { page: "3" } }), mark("page", 0, 18, { attributes: { page: "1" } }), mark("page", 18, 18, { attributes: { page: "2" } }), mark("heading", 0, 3)]);
  it("are in the order of their numbers", () => expect(pages.map((page) => page.number)).toEqual([1, 2, 3]));
  it("are found by a place of the text, those without text never", () => expect([0, 17, 18, 19, 20, 99].map((at) => pageAt(pages, at)?.number)).toEqual([1, 1, 1, 1, 3, 3]));
  const words: Word[] = [[0, 4, 10, 10, 30, 20], [5, 8, 34, 10, 50, 20]];
  it("show the words of a stretch", () => expect([wordsIn(words, 3, 6).length, wordsIn(words, 5, 5).length, wordsIn(words, 4, 5).length]).toEqual([2, 1, 0]));
  it("tell the word under the pointer", () => expect([wordAt(words, 40, 15)?.[0], wordAt(words, 32, 15)]).toEqual([5, undefined]));
});

describe("recordings", () => {
  const turns = [mark("turn", 0, 9, { start_ms: 0 }), mark("turn", 10, 20, { start_ms: 5000 })];
  it("follow the cues where there are any", () => {
    expect(timedOf([...turns, mark("cue", 0, 4, { start_ms: 100 })]).length).toBe(1);
    expect(timedOf(turns).length).toBe(2);
  });
  it("find what is said at a time and the time of a place", () => {
    const timed = timedOf(turns);
    expect([saidAt(timed, 4999)?.start_cp, saidAt(timed, 5000)?.start_cp]).toEqual([0, 10]);
    expect([timeOf(timed, 9), timeOf(timed, 10), timeOf(timed, 500)]).toEqual([0, 5000, 5000]);
  });
});
