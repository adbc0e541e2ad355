import type { Table } from "./table.ts";
import type { WordTables } from "./views.ts";

/** What the trained engine knows; made by `npm run train:attribution`. */
export interface Weights {
  /** When and on what it was trained, and how it scored then. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly words: WordTables;
  readonly one: Table;
  readonly oneSteps: Float32Array;
  readonly shared: Table;
  readonly own: Table;
  readonly twoSteps: Float32Array;
  readonly choice: Table;
}
