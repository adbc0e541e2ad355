import type { StandingActor } from "../actor/canonical.server.ts";
import type { Part } from "../attribution/statement.ts";
import type { Reader } from "../db.server.ts";
import type { Carried } from "../text/anchor/carried.ts";
import type { Span } from "../text/span.ts";
import type { WaitingStatement } from "./article-texts.ts";
import {
  markedPair,
  markedParagraphs,
  type PassageRole,
  type PassageSpans,
  withNeighbours,
} from "./marked-passage.ts";

/** A revision's text by the revision's id. */
export type TextOf = (revisionId: string) => {
  readonly number: number;
  readonly text: string;
  readonly parts: readonly Part[];
};

/** What waits in an article, in the order of the text it stands in. */
export async function openReanchorings(reader: Reader, articleId: string) {
  const rows = await reader.reanchoring.findMany({
    where: { articleId, state: "open", statement: { withdrawn: false } },
    include: {
      statement: { select: { attributedToId: true } },
      fromAnchor: { select: { revisionId: true, spans: { orderBy: { position: "asc" } } } },
    },
  });
  const startOf = (row: (typeof rows)[number]) =>
    Math.min(...row.fromAnchor.spans.filter(({ role }) => role === "content").map(({ start }) => start));
  return rows.sort((a, b) => startOf(a) - startOf(b));
}

type Open = Awaited<ReturnType<typeof openReanchorings>>[number];

const FOUND = {
  exact: "changed",
  moved: "changed",
  changed: "changed",
  ambiguous: "ambiguous",
  orphan: "orphan",
} as const;

/** One that waits, with both passages: where it stood, and each place where it may stand. */
export function waitingStatement(row: Open, actor: StandingActor, textOf: TextOf): WaitingStatement {
  const { spans, candidates, changes, reason } = row.carried as unknown as Carried;
  const before = { ...textOf(row.fromAnchor.revisionId), spans: spansOf(row.fromAnchor.spans) };
  const now = textOf(row.revisionId);
  const found = [
    ...(spans ? [{ candidate: null, spans }] : []),
    ...candidates.map((one, candidate) => ({ candidate, spans: one })),
  ];
  const pairs = found.map((one) => {
    const place = { ...now, spans: one.spans };
    return { candidate: one.candidate, place, ...markedPair(before, place) };
  });
  const [only] = pairs;
  return {
    reanchoringId: row.id,
    version: row.version,
    statementId: row.statementId,
    actor,
    found: FOUND[row.found],
    changes,
    reason,
    from: {
      revision: before.number,
      // Beside several places, what it lacks of one of them says little, and what stands around it much.
      paragraphs: only && pairs.length === 1 ? only.before : withNeighbours(before, markedParagraphs(before)),
    },
    to: { revision: now.number },
    places: pairs.map(({ candidate, after, place }) => ({
      candidate,
      paragraphs: pairs.length > 1 ? withNeighbours(place, after) : after,
    })),
  };
}

function spansOf(rows: readonly (Span & { readonly role: PassageRole })[]): PassageSpans {
  const of = (role: PassageRole) =>
    rows.filter((row) => row.role === role).map(({ start, end }) => ({ start, end }));
  return { speaker: of("speaker"), cue: of("cue"), content: of("content"), relay: of("relay") };
}
