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

/** What a list says when nothing is in it, and what to do then. */
export function Empty({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="max-w-measure border-t py-8">
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
