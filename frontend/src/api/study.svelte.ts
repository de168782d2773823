import { actAs, address, call, type Query } from "./client";
import { live } from "./live.svelte";
import { filled, type Answer, type Asked, type PathOf, type Verb } from "./operations";
import type { Code, Coder, Overview, Round, Session, StudyName } from "./types";
import { CodeTree } from "../codebook/tree";

/** The study that is open: who codes, its codebook and where it stands, shared by every view. */
class OpenStudy {
  session = $state.raw<Session | undefined>();
  guid = $state("");
  coder = $state("");
  overview = $state.raw<Overview | undefined>();
  tree = $state.raw(new CodeTree([]));
  #round = $state(0);
  #ends: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  get name(): StudyName | undefined {
    return this.session?.studies.find((study) => study.guid === this.guid);
  }

  get readOnly(): boolean {
    return this.overview?.read_only ?? this.name?.read_only ?? false;
  }

  /** The round in which passages are coded: the one chosen here, else the latest that is open. */
  get round(): Round | undefined {
    const rounds = this.overview?.rounds ?? [];
    const open = rounds.filter((round) => !round.locked);
    return rounds.find((round) => round.number === this.#round) ?? open.at(-1) ?? rounds.at(-1);
  }

  chooseRound(number: number): void {
    this.#round = number;
  }

  get coders(): Coder[] {
    return this.overview?.coders ?? [];
  }

  /** Opens a study of the session and follows what happens in it. */
  async open(guid: string): Promise<void> {
    this.close();
    this.guid = guid;
    await this.refresh();
    live.follow(guid, this.overview?.revision ?? 0);
    this.#ends.push(live.on(() => this.#refreshSoon()));
  }

  /** After a break: what happened meanwhile is read anew. */
  async resume(): Promise<void> {
    await this.open(this.guid);
    live.changeOfPerson();
  }

  close(): void {
    live.stop();
    for (const end of this.#ends.splice(0)) end();
    clearTimeout(this.#timer);
  }

  async refresh(): Promise<void> {
    const [overview, codebook] = await Promise.all([
      this.call("GET", ""),
      this.call("GET", "/codebook"),
    ]);
    this.overview = overview;
    this.tree = new CodeTree(codebook.codes);
    if (!this.coder) this.act(this.session?.coder ?? "");
  }

  /** From now on changes are made in the name of `coder`, and shown is what that coder may see. */
  act(coder: string): void {
    if (coder === this.coder) return;
    this.coder = coder;
    actAs(coder);
    if (coder !== this.session?.coder) void call("PATCH", "/session", { body: { coder } }).catch(() => undefined);
    live.changeOfPerson();
  }

  code(key: string): Code | undefined {
    return this.tree.byKey.get(key) ?? this.tree.byGuid.get(key);
  }

  /** Asks the server about this study. */
  call<V extends Verb, P extends PathOf<V>>(verb: V, path: P, ...[asked]: Partial<Asked<V, P>> extends Asked<V, P> ? [Asked<V, P>?] : [Asked<V, P>]): Promise<Answer<V, P>> {
    const { at, ...request } = asked ?? {};
    return call<Answer<V, P>>(verb, `/studies/${this.guid}${filled(path, at)}`, request);
  }

  /** Address of a download. */
  address(path: string, query: Query = {}): string {
    return address(`/studies/${this.guid}${path}`, query);
  }

  #refreshSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh().catch(() => undefined), 120);
  }
}

export const study = new OpenStudy();
