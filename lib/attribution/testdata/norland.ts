import type { Authority, Candidate } from "../authority.ts";

const actor = (
  actorId: string,
  name: string,
  kind: Candidate["kind"],
  by: Candidate["by"],
  reason: string,
): Candidate => ({ actorId, name, kind, by, reason });

const STATE = actor("no", "Norland", "state", "name", "name of Norland");
const SUDLAND = actor("su", "Sudland", "state", "name", "name of Sudland");
const MINISTRY = actor("mfa", "Norlandic Foreign Ministry", "governmentBody", "name", "name of the ministry");
const AGENCY = actor("hna", "Harbour News Agency", "organisation", "name", "name of the agency");
const BRANDT = actor("brandt", "Ada Brandt", "person", "name", "name of Ada Brandt");
const REYES = actor("reyes", "Olin Reyes", "person", "name", "name of Olin Reyes");
const CAPITAL: Candidate = { ...STATE, by: "metonym", reason: "metonym: capital of Norland" };

const BY_NAME: Record<string, Candidate> = {
  norland: STATE,
  sudland: SUDLAND,
  harsund: CAPITAL,
  "norlandic officials": { ...STATE, by: "bodyOfState", reason: "officials of Norland" },
  "norlandic foreign ministry": MINISTRY,
  "harbour news agency": AGENCY,
  hna: { ...AGENCY, by: "acronym", reason: "acronym of Harbour News Agency" },
  "ada brandt": BRANDT,
  "olin reyes": REYES,
};

/** A small invented world: the state of Norland, its ministry, an agency and two who held one office in turn. */
export const NORLAND: Authority = {
  longestAlias: 4,
  find: (surface) => {
    const found = BY_NAME[surface.toLowerCase().replace(/^the /, "")];
    return found ? [found] : [];
  },
  holder: (office, on = "2026-01-01") => {
    if (!/^(?:the )?coast league secretary general$/i.test(office)) return undefined;
    const holder = on < "2024-10-01" ? BRANDT : REYES;
    return { ...holder, by: "office", reason: `office: held on ${on}` };
  },
  body: (state, noun) => (state === "no" && /^foreign ministry$/i.test(noun) ? MINISTRY : undefined),
};
