export const ROLES = ["admin", "editor", "reader"] as const;
export type Role = (typeof ROLES)[number];

/** The person on whose behalf something is read or written. Null: not signed in. */
export interface Viewer {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Signs for the sample newsroom: what such a viewer makes is sample. */
  readonly sample: boolean;
}
