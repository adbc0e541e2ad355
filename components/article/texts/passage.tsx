import { cn } from "#components/ui/class-names.ts";
import type { MarkedParagraph, MarkedPiece } from "#lib/desk/marked-passage.ts";
import { inLanguage } from "#lib/text/direction.ts";
import { ADDED, LEFT_OUT } from "./looks.ts";

interface PassageProps {
  readonly paragraphs: readonly MarkedParagraph[];
  /** Which of two passages it is: what the other lacks was left out since, or added. */
  readonly side: "before" | "after";
  readonly language: string | null;
}

/** The paragraphs in which a statement stands, with its marks. */
export function Passage({ paragraphs, side, language }: PassageProps) {
  return (
    <div {...inLanguage(language)} className="grid gap-3 font-serif text-read">
      {paragraphs.map(({ start, pieces, beside }) => (
        <p key={start} className={cn("break-words", beside && "line-clamp-2 text-base text-muted")}>
          {pieces.map((piece, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a paragraph never change places
            <Piece key={`${start} ${at}`} piece={piece} side={side} />
          ))}
        </p>
      ))}
    </div>
  );
}

function Piece({ piece: { text, roles, differs }, side }: { piece: MarkedPiece; side: "before" | "after" }) {
  const marks = cn(roles.length > 0 && "mark", ...roles.map((role) => `mark-${role}`));
  if (!differs) return roles.length === 0 ? text : <span className={marks}>{text}</span>;
  const words = text.trimEnd();
  const space = text.slice(words.length);
  return (
    <>
      {side === "before" ? (
        <del className={cn(marks, LEFT_OUT)}>{words}</del>
      ) : (
        <ins className={cn(marks, ADDED)}>{words}</ins>
      )}
      {space === "" ? null : <span className={marks}>{space}</span>}
    </>
  );
}
