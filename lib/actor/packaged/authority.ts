import type { Authority } from "../../attribution/authority.ts";
import { buildAuthority } from "../authority.ts";
import type { AuthorityRows } from "../rows.ts";
import { BODIES } from "./bodies.ts";
import { FORCES } from "./branches.ts";
import { COMPANIES } from "./companies.ts";
import { actorRow } from "./entries.ts";
import { MEDIA } from "./media.ts";
import { ministries } from "./ministries.ts";
import { OFFICES } from "./offices.ts";
import { ORGANISATIONS } from "./organisations.ts";
import { PARTIES } from "./parties.ts";
import { PERSONS } from "./persons.ts";
import { STATE_SERVICES } from "./services.ts";
import { stateRows, stateWords } from "./states.ts";

let rows: AuthorityRows | undefined;
let authority: Authority | undefined;

/** The packaged actors, offices and tenures. Ids are stable keys ("state-kp", "kp-foreign-ministry"). */
export function packagedRows(): AuthorityRows {
  rows ??= {
    actors: [
      ...stateRows(),
      ...[
        ...ministries(),
        ...BODIES,
        ...FORCES,
        ...STATE_SERVICES,
        ...PARTIES,
        ...COMPANIES,
        ...ORGANISATIONS,
        ...MEDIA,
        ...PERSONS,
      ].map(actorRow),
    ],
    offices: OFFICES.map(({ key, title, aliases, body }) => ({ id: key, title, aliases, bodyId: body })),
    tenures: OFFICES.flatMap(({ key, held }) =>
      held.map(([holderId, from, to]) => ({ officeId: key, holderId, from, to })),
    ),
    states: stateWords(),
  };
  return rows;
}

/** The authority of the packaged rows, built once. */
export function packagedAuthority(): Authority {
  authority ??= buildAuthority(packagedRows());
  return authority;
}
