import type { Viewer } from "#lib/auth/viewer.ts";

/** Instead of a page that the viewer's role does not open. */
export function Refused({ viewer, what }: { readonly viewer: Viewer; readonly what: string }) {
  return (
    <div className="max-w-measure px-4 py-10 sm:px-6">
      <h1 className="font-serif text-hero font-medium">Your role doesn’t open this page</h1>
      <p className="mt-2 text-muted">
        As {viewer.role} you can’t {what}. Ask an administrator of On Record.
      </p>
    </div>
  );
}
