import type { Role } from "#lib/auth/viewer.ts";

/** What each role may do, for the one who gives it. */
export const ROLE_WORDS: Record<Role, string> = {
  editor: "brings articles in, decides, signs off",
  reader: "reads the desk, decides nothing",
  admin: "all an editor may, and manages people",
};
