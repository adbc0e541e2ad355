interface CiteProps {
  /** The citation without the address. */
  readonly words: string;
  readonly url: string;
}

/** A citation to copy; opens without JavaScript. */
export function Cite({ words, url }: CiteProps) {
  return (
    <details className="max-w-measure">
      <summary className="w-fit py-1 text-small underline decoration-edge underline-offset-4">
        Cite this page
      </summary>
      <p className="mt-2 border-l-2 border-edge pl-4 font-serif text-base select-all">
        {words} On Record, {url}
      </p>
    </details>
  );
}
