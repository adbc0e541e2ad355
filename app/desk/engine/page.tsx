import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Section } from "#components/site/section.tsx";
import { CalibrationTable, Figure, PrecisionTable } from "#components/statement/precision-table.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { Checkbox, Input } from "#components/ui/input.tsx";
import { SHOWN_FROM } from "#lib/attribution/cut.ts";
import { ENGINE_VERSION } from "#lib/attribution/detect.ts";
import { db } from "#lib/db.server.ts";
import { hasSample } from "#lib/desk/sample.server.ts";
import { NO_ENGINE, readTallies } from "#lib/statement/precision.server.ts";
import { calibrationOf, type PrecisionLine, precisionBy, precisionOf } from "#lib/statement/precision.ts";
import { type ReadPrecisionQuery, readPrecisionQuery } from "#lib/statement/precision-query.ts";
import { deskViewer } from "../viewer.ts";

export const metadata: Metadata = { title: "Engine" };

interface Props {
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Outlets beyond these are few decisions each. */
const MOST_OUTLETS = 100;

/** How good the engine's suggestions are, from what editors decided about them. */
export default async function EnginePage({ searchParams }: Props) {
  const viewer = await deskViewer();
  const asked = readPrecisionQuery(await searchParams);
  const { from, to, sample } = asked.query;
  const [tallies, samples] = await Promise.all([
    readTallies(viewer, { from: from || null, to: to || null, sample }),
    hasSample(db()),
  ]);
  const all = precisionOf(tallies);
  const outlets = precisionBy(tallies, ({ outlet }) => outlet);
  const engines = precisionBy(tallies, ({ engine }) => (engine === NO_ENGINE ? "nothing suggested" : engine));
  return (
    <div className="mx-auto max-w-page px-4 pt-8 pb-20 sm:px-6">
      <h1 className="font-serif text-hero-wide font-medium">The engine</h1>
      <p className="max-w-measure text-muted">
        Counted from editors’ decisions as they stand now, undone ones left out: a suggestion was right when
        it was accepted with the actor it named, as proposed or with its words corrected; missed is what an
        editor added by hand.
      </p>
      <p className="mt-1 text-small text-muted">
        Present engine: {ENGINE_VERSION}. Suggestions are shown unasked from {Math.round(SHOWN_FROM * 100)} %
        on.
      </p>
      <Filter asked={asked} samples={samples} />
      {all.decided + all.counts.missed === 0 ? (
        <Empty open={all.counts.open} filtered={from !== "" || to !== ""} offersSample={samples && !sample} />
      ) : (
        <>
          <Summary line={all} />
          <Section title="By kind" className="mt-10">
            <PrecisionTable caption="By kind" name="Kind" lines={precisionBy(tallies, ({ kind }) => kind)} />
          </Section>
          <Section title="By confidence" className="mt-10">
            <CalibrationTable lines={calibrationOf(tallies)} />
          </Section>
          <Section title="By engine" className="mt-10">
            <PrecisionTable caption="By engine" name="Engine" lines={engines} />
          </Section>
          <Section title="By outlet" className="mt-10">
            <PrecisionTable caption="By outlet" name="Outlet" lines={outlets.slice(0, MOST_OUTLETS)} />
            {outlets.length > MOST_OUTLETS ? (
              <p className="mt-2 text-small text-muted">
                and {outlets.length - MOST_OUTLETS} more with fewer decisions
              </p>
            ) : null}
          </Section>
        </>
      )}
    </div>
  );
}

function Filter({ asked: { query, problems }, samples }: { asked: ReadPrecisionQuery; samples: boolean }) {
  return (
    <form action="/desk/engine" method="get" className="mt-5 flex flex-wrap items-end gap-x-4 gap-y-3">
      <Field id="from" label="Articles brought in from" problem={problems.from}>
        <Input {...fieldControl("from", problems.from)} name="from" type="date" defaultValue={query.from} />
      </Field>
      <Field id="to" label="to" problem={problems.to}>
        <Input {...fieldControl("to", problems.to)} name="to" type="date" defaultValue={query.to} />
      </Field>
      {samples || query.sample ? (
        <label htmlFor="sample" className="flex h-9 items-center gap-2 text-small">
          <Checkbox id="sample" name="sample" value="1" defaultChecked={query.sample} />
          the sample newsroom instead
        </label>
      ) : null}
      <Button type="submit">Count</Button>
    </form>
  );
}

function Summary({ line }: { readonly line: PrecisionLine }) {
  const { counts } = line;
  return (
    <dl className="mt-8 flex flex-wrap gap-x-12 gap-y-4 border-t pt-4">
      <Value name="Right, of those decided">
        <Figure share={line.right} />
      </Value>
      <Value name="Accepted just as proposed">
        <Figure share={line.asProposed} />
      </Value>
      <Value name="Statements that were suggested">
        <Figure share={line.found} />
      </Value>
      <Value name="Still open">{counts.open}</Value>
      <Value name="Less certain, not looked at">{counts.unasked}</Value>
    </dl>
  );
}

function Value({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-muted">{name}</dt>
      <dd className="font-serif text-quote tabular-nums">{children}</dd>
    </div>
  );
}

interface EmptyProps {
  readonly open: number;
  readonly filtered: boolean;
  readonly offersSample: boolean;
}

function Empty({ open, filtered, offersSample }: EmptyProps) {
  return (
    <div className="mt-8 max-w-measure border-t pt-6">
      <p className="font-serif text-quote">
        {filtered ? "Nothing was decided on articles of these days." : "Nothing has been decided yet."}
      </p>
      <p className="mt-2 text-muted">
        {open > 0 ? `${open === 1 ? "1 suggestion waits" : `${open} suggestions wait`} in the inbox. ` : null}
        Accept, correct or reject suggestions, and what the engine is worth is counted here.
        {offersSample ? (
          <>
            {" "}
            <a href="/desk/engine?sample=1">See it for the sample newsroom</a>.
          </>
        ) : null}
      </p>
    </div>
  );
}
