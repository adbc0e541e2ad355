import { PageHead } from "#components/site/page-head.tsx";
import { env } from "#lib/env.ts";
import { pageMetadata } from "../metadata.ts";
import type { SearchParams } from "../noun-page.ts";

export const metadata = pageMetadata({
  title: "About and corrections",
  description: "Who publishes this record, how it is made, and how to ask for a correction.",
  path: "/about",
});

const OWN_PAGE = /^\/(?:claims|actors|articles|outlets)\/[a-z0-9-]{1,100}$/;

export default async function AboutPage({ searchParams }: { readonly searchParams: SearchParams }) {
  const { page } = await searchParams;
  const { publisher, corrections } = env();
  const about = typeof page === "string" && OWN_PAGE.test(page) ? page : null;
  return (
    <article className="max-w-measure">
      <PageHead title="About this record" />
      <div className="grid gap-4 font-serif text-read [&_h2]:mt-6 [&_h2]:font-sans [&_h2]:text-base [&_h2]:font-semibold">
        <p>
          On Record keeps who said what, in which words, and where it was reported. Editors read each article,
          confirm whom it quotes, and tie the words to claims. What they sign off is public here; nothing else
          is.
        </p>
        <h2 id="publisher">Who publishes it</h2>
        <p>
          {publisher
            ? `This record is published by ${publisher}, whose editors decide what is on it and answer for it.`
            : "This installation is run by its own newsroom, which decides what is on record and answers for it."}{" "}
          On Record itself is free software and takes no side.
        </p>
        <h2 id="method">How to read it</h2>
        <p>
          Words in quotation marks are the speaker’s, as the outlet printed them. Grey words beside them are
          the outlet’s. A view that an outlet attributes to somebody is named as such and never shown as said.
          Figures marked “computed” are counted by the software over what is public; everything else an editor
          decided.
        </p>
        <p>
          Each article is kept as a frozen text with a hash, so that anyone can show later which words the
          editors saw. The whole text stands at its source: here are the quoted words in full, at most 25 of
          the outlet’s own words in each passage, and a link to the place. Dates are as printed; where no time
          zone is stated, none is added.
        </p>
        <p>On Record doesn’t judge what was said. That a claim is on record doesn’t mean that it is so.</p>
        <h2 id="corrections">How to ask for a correction</h2>
        <p>
          {corrections ? (
            <>
              Write to{" "}
              <a href={corrections.includes("://") ? corrections : `mailto:${corrections}`}>{corrections}</a>
            </>
          ) : (
            "Tell the newsroom that runs this installation, in the way it takes letters"
          )}
          : the address of the page
          {about ? (
            <>
              {" "}
              (you came from <a href={about}>{about}</a>)
            </>
          ) : null}
          , the words that are wrong, and where the right ones can be read. An editor compares them with the
          frozen text. A correction is a new, dated decision; the earlier one stays in the history.
        </p>
        <h2 id="privacy">Privacy</h2>
        <p>
          Reading needs no account and no JavaScript. Nothing here follows you: the only cookie a reader can
          get is the choice of light or dark.
        </p>
      </div>
    </article>
  );
}
