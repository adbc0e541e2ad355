import type { PublicOutlet } from "#lib/outlet/published.server.ts";

/** What an outlet is, in words. */
export const OUTLET_KINDS: Record<PublicOutlet["kind"], string> = {
  newspaper: "newspaper",
  broadcaster: "broadcaster",
  agency: "news agency",
  stateMedium: "state medium",
  primary: "primary publisher",
  other: "outlet",
};
