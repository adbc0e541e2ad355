import type { ActorKind, AliasKind } from "../attribution/authority.ts";
import type { DecisionRow } from "../decision/read.server.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A name with its validity: half-open, days as YYYY-MM-DD. */
export interface DeskAlias {
  readonly name: string;
  readonly kind: AliasKind;
  readonly language: string | null;
  readonly from: string | null;
  readonly to: string | null;
}

export interface DeskTenure {
  readonly holder: Named & { readonly kind: ActorKind };
  readonly from: string;
  readonly to: string | null;
}

export interface DeskOffice {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly tenures: readonly DeskTenure[];
}

export interface DeskIdentification {
  readonly id: string;
  readonly version: number;
  readonly unnamed: Named;
  readonly actor: Named;
  readonly url: string;
  readonly title: string;
  readonly date: string | null;
  readonly note: string | null;
}

/** Everything of one actor's record as the desk works on it: plain data for the browser. */
export interface DeskActorRecord extends Named {
  readonly version: number;
  readonly kind: ActorKind;
  readonly description: string | null;
  readonly partOf: (Named & { readonly kind: ActorKind }) | null;
  readonly stateCode: string | null;
  readonly wikidata: string | null;
  readonly aliases: readonly DeskAlias[];
  /** Key in the packaged authority or of a list that was brought in. */
  readonly key: string | null;
  readonly sample: boolean;
  /** Its address in public, where it is public. */
  readonly publicSlug: string | null;
  readonly parts: readonly Named[];
  readonly offices: readonly DeskOffice[];
  readonly held: readonly {
    readonly office: { readonly title: string; readonly body: Named };
    readonly from: string;
    readonly to: string | null;
  }[];
  /** The article that quotes an unnamed source. */
  readonly quotedIn: {
    readonly id: string;
    readonly headline: string;
    readonly language: string | null;
    readonly outlet: string;
  } | null;
  /** Of an unnamed source: who it was; of another: which unnamed sources were this one. */
  readonly identifications: readonly DeskIdentification[];
  readonly standsFor: Named | null;
  readonly mergedHere: readonly Named[];
  /** Articles with statements attributed to this record, the latest brought in first. */
  readonly articles: readonly {
    readonly id: string;
    readonly headline: string;
    readonly language: string | null;
    readonly outlet: string;
    readonly statements: number;
  }[];
  readonly statements: number;
  readonly relayed: number;
  readonly history: readonly DecisionRow[];
  /** What the ids in the history mean. */
  readonly names: Readonly<Record<string, string>>;
}
