import type { Candidate } from "../attribution/authority.ts";

const BY_ORDER: Readonly<Record<Candidate["by"], number>> = {
  name: 0,
  acronym: 1,
  transliteration: 1,
  office: 2,
  bodyOfState: 3,
  metonym: 4,
};

/**
 * Candidates best first, each actor once with its best reason; where several remain, the reason of each says so.
 * A state comes before other bearers of its name ("Georgia"), but a metonym given to an organisation before the
 * state whose capital it is ("Brussels"): it was given on purpose. What then is level goes by name, so that
 * nobody is preferred.
 */
export function rank(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = best.get(candidate.actorId);
    if (known === undefined || BY_ORDER[candidate.by] < BY_ORDER[known.by])
      best.set(candidate.actorId, candidate);
  }
  const ranked = [...best.values()].sort(
    (a, b) =>
      BY_ORDER[a.by] - BY_ORDER[b.by] ||
      bearerOrder(a) - bearerOrder(b) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
  if (ranked.length < 2) return ranked;
  return ranked.map((candidate) => {
    const others = ranked.filter((other) => other !== candidate).map((other) => other.name);
    return { ...candidate, reason: `${candidate.reason}; may also be ${others.join(", ")}` };
  });
}

function bearerOrder(candidate: Candidate): number {
  if (candidate.kind === "state") return 1;
  return candidate.by === "metonym" && candidate.kind === "organisation" ? 0 : 2;
}
