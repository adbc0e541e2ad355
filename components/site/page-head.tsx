import type { ReactNode } from "react";

interface PageHeadProps {
  readonly title: ReactNode;
  /** A quiet line under the title. */
  readonly note?: ReactNode;
}

/** The head of a page that is no quotation: a list, a record of an actor or an outlet. */
export function PageHead({ title, note }: PageHeadProps) {
  return (
    <div className="mb-8 max-w-measure">
      <h1 className="font-serif text-hero-wide font-medium">{title}</h1>
      {note ? <p className="mt-1 text-muted">{note}</p> : null}
    </div>
  );
}
