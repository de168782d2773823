import { describe, expect, it } from "vitest";
import { everything, isEmpty, turned, turnedFacet, withoutTerm, withRelation, withTerm } from "./query";

describe("a query", () => {
  it("begins with what passages are, and goes on with and", () => {
    const query = withTerm(withTerm(everything(), "a"), "b");
    expect(query.terms.map((term) => term.relation)).toEqual(["is", "and"]);
  });
  it("says again what passages are when its first term goes", () => {
    const query = withRelation(withTerm(withTerm(everything(), "a"), "b"), 1, "not");
    expect(withoutTerm(query, 0).terms).toMatchObject([{ relation: "is", codes: ["b"] }]);
  });
  it("comes back to everything when each condition is turned twice", () => {
    const once = turnedFacet(turned(everything(), "kinds", "news"), "actor", "own");
    expect(isEmpty(once)).toBe(false);
    expect(isEmpty(turnedFacet(turned(once, "kinds", "news"), "actor", "own"))).toBe(true);
  });
});
