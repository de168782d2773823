import { beforeEach, describe, expect, it, vi } from "vitest";

const address = { hash: "" };
const heard: (() => void)[] = [];

/** The module as it is in a page that has just been opened at an address. */
async function opened(hash: string) {
  address.hash = hash;
  heard.length = 0;
  vi.stubGlobal("location", address);
  vi.stubGlobal("window", { addEventListener: (_: string, then: () => void) => heard.push(then) });
  vi.stubGlobal("history", { replaceState: (_: unknown, __: string, to: string) => (address.hash = to) });
  vi.resetModules();
  return import("./route.svelte");
}

describe("a place that gets another name", () => {
  beforeEach(() => vi.unstubAllGlobals());

  it("is said by it while it is shown", async () => {
    const { place, rename } = await opened("#/study/reader/S1?at=3");
    rename("reader", "S1", "guid");
    expect([address.hash, place().id, place().query["at"]]).toEqual(["#/study/reader/guid?at=3", "guid", "3"]);
  });
  it("is left alone once another is shown", async () => {
    const { rename } = await opened("#/study/reader/S2");
    rename("reader", "S1", "guid");
    rename("codebook", "S2", "guid");
    expect(address.hash).toBe("#/study/reader/S2");
  });
  it("calls nobody back who is on the way elsewhere", async () => {
    const { go, place, rename, restate } = await opened("#/study/reader/S1");
    go("codebook");
    expect(place().view).toBe("reader");
    rename("reader", "S1", "guid");
    restate({ q: "words" });
    expect(address.hash).toBe("#/study/codebook");
    for (const then of heard) then();
    expect(place().view).toBe("codebook");
  });
});
