/** How somebody without a working link comes by one. */
export function NewLinkHelp() {
  return (
    <>
      <p>To get a new link, ask your administrator. Whoever runs this installation can also print one:</p>
      <pre className="border-l-2 border-edge py-1 pl-3 text-small break-words whitespace-pre-wrap text-ink">
        <code>npm run on-record -- user link you@example.org</code>
      </pre>
    </>
  );
}
