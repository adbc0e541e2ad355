import type { LedClaim } from "#lib/claim/published.server.ts";

const NAMED = 4;

/** The line of travel: from the speaker over its relays to the outlets, the earliest first. */
export function Travel({ led }: { readonly led: LedClaim }) {
  const shown = led.outlets.slice(0, NAMED);
  const more = led.outlets.length - shown.length;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-small text-muted">
      <span aria-hidden="true" className="size-1.5 rounded-full border border-accent" />
      <span className="sr-only">How it travelled: from {led.lead.actor.name}</span>
      {led.relays.map((relay) => (
        <span key={relay.slug} className="contents">
          <Step />
          <span>
            <span className="sr-only">via </span>
            {relay.name}
          </span>
        </span>
      ))}
      <Step />
      <span className="text-ink">
        {shown.map((outlet) => outlet.name).join(", ")}
        {more > 0 ? ` and ${more} more` : ""}
      </span>
      <span aria-hidden="true">·</span>
      <span>reported by {counted(led.claim.outlets, "outlet")}</span>
    </p>
  );
}

function Step() {
  return <span aria-hidden="true" className="h-px w-5 bg-edge" />;
}

/** "1 outlet", "5 outlets". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
