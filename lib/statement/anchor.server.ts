import type { AnchorState } from "../../prisma/generated/enums.ts";
import type { Prisma, Reader, Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import { CodePointIndex, codePointLength } from "../text/code-points.ts";
import { describeSpan, overlaps, type Span } from "../text/span.ts";
import type { RelayProofs } from "./relay-proofs.ts";

/** Where a statement stands in one revision. */
export interface AnchorSpans {
  readonly speaker: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly relay: RelayProofs;
}

/**
 * Looks at spans before anything is made of them.
 * @throws OnRecordError "invalid" for a span behind the text or content spans that overlap.
 */
export function checkSpans(text: string, spans: Omit<AnchorSpans, "relay"> & Partial<AnchorSpans>): void {
  const length = codePointLength(text);
  const all = [...spans.speaker, ...spans.cue, ...spans.content, ...(spans.relay ?? [])].filter(
    (span) => span !== null,
  );
  const behind = all.find((span) => span.end > length);
  if (behind)
    throw new OnRecordError("invalid", `A marked passage ends behind the text (${behind.end} of ${length}).`);
  const content = [...spans.content].sort((a, b) => a.start - b.start);
  if (content.some((span, i) => i > 0 && overlaps(span, content[i - 1] as Span)))
    throw new OnRecordError("invalid", "The passages of one statement may not overlap.");
}

interface Place {
  /** Id the anchor gets. */
  readonly id: string;
  readonly statementId: string;
  readonly articleId: string;
  readonly revision: { readonly id: string; readonly text: string };
  readonly sample: boolean;
}

/**
 * Writes where a statement stands in one revision. `state`: how the words stand to those of the anchor before.
 * @throws OnRecordError "invalid" for spans outside the text or content spans that overlap.
 */
export async function writeAnchor(
  tx: Tx,
  place: Place,
  spans: AnchorSpans,
  state: AnchorState = "exact",
): Promise<void> {
  checkSpans(place.revision.text, spans);
  const index = new CodePointIndex(place.revision.text);
  const { id } = place;
  const rows: Prisma.SpanCreateManyInput[] = [];
  for (const role of ["speaker", "cue", "content", "relay"] as const) {
    spans[role].forEach((span, position) => {
      // The position of a relay's proof is the relay's own: a missing one leaves its place empty.
      if (span === null) return;
      const described = describeSpan(index, { start: span.start, end: span.end });
      rows.push({
        anchorId: id,
        revisionId: place.revision.id,
        role,
        position,
        ...described,
        sample: place.sample,
      });
    });
  }
  await tx.anchor.create({
    data: {
      id,
      statementId: place.statementId,
      articleId: place.articleId,
      revisionId: place.revision.id,
      state,
      sample: place.sample,
    },
  });
  await tx.span.createMany({ data: rows });
}

/** The spans of an anchor, by role and in order. */
export async function readAnchor(
  reader: Reader,
  anchorId: string,
): Promise<AnchorSpans & { readonly revisionId: string }> {
  const anchor = await reader.anchor.findUniqueOrThrow({
    where: { id: anchorId },
    include: { spans: { orderBy: [{ role: "asc" }, { position: "asc" }] } },
  });
  const of = (role: string) =>
    anchor.spans.filter((span) => span.role === role).map(({ start, end }) => ({ start, end }));
  const proofs = new Map(
    anchor.spans
      .filter(({ role }) => role === "relay")
      .map(({ position, start, end }) => [position, { start, end }]),
  );
  return {
    revisionId: anchor.revisionId,
    speaker: of("speaker"),
    cue: of("cue"),
    content: of("content"),
    relay: Array.from({ length: Math.max(-1, ...proofs.keys()) + 1 }, (_, at) => proofs.get(at) ?? null),
  };
}
