import type { LedClaim } from "#lib/claim/published.server.ts";

interface TravelProps {
  readonly led: LedClaim;
  /** How many outlets to name; the rest are counted. */
  readonly named: number;
}

/** The line of travel: from the speaker over its relays to the outlets, the earliest first. */
export function Travel({ led, named }: TravelProps) {
  const shown = led.outlets.slice(0, named);
  const more = led.outlets.length - shown.length;
  return (
    <p className="text-small text-muted">
      <span
        aria-hidden="true"
        className="inline-block size-1.5 rounded-full border border-accent align-middle"
      />
      <span className="sr-only">How it travelled: from {led.lead.actor.name}</span>
      {led.relays.map((relay) => (
        <span key={relay.slug} className="whitespace-nowrap">
          <Step />
          <span className="sr-only">via </span>
          {relay.name}
        </span>
      ))}
      <Step />
      <span className="text-ink">
        {shown.map((outlet) => (outlet.primary ? `${outlet.name} (primary)` : outlet.name)).join(", ")}
        {more > 0 ? ` and ${more} more` : ""}
      </span>{" "}
      <span className="whitespace-nowrap">· {counted(led.claim.outlets, "outlet")}</span>
    </p>
  );
}

function Step() {
  return <span aria-hidden="true" className="mx-2 inline-block h-px w-5 bg-edge align-middle" />;
}

/** "1 outlet", "5 outlets". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
