import type { ReactNode } from "react";

/** Stands on every page that shows something of the sample newsroom. */
export function SampleBanner() {
  return (
    <aside aria-label="Sample" className="mb-8 border-y border-dashed border-edge py-2 text-small">
      <strong className="font-semibold">Sample newsroom.</strong> The outlets and articles on this page are
      made up; search engines are asked to leave it out.
    </aside>
  );
}

interface EmptyProps {
  readonly title: string;
  /** False right below a hairline. */
  readonly ruled?: boolean;
  readonly children: ReactNode;
}

/** What a list says when nothing is in it, and what to do then. */
export function Empty({ title, ruled = true, children }: EmptyProps) {
  return (
    <div className={`max-w-measure py-8 ${ruled ? "border-t" : ""}`}>
      <p className="font-serif text-quote">{title}</p>
      <div className="mt-2 text-muted">{children}</div>
    </div>
  );
}

/** Says that a figure was counted by the software over public records, not decided by an editor. */
export function Computed({ children }: { readonly children: ReactNode }) {
  return (
    <span title="Counted by the software over what is public here" className="text-muted">
      {children} <span className="text-micro">(computed)</span>
    </span>
  );
}
