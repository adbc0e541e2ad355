"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { PickedActor } from "./picked-actor.ts";
import { ActorPicker } from "./picker.tsx";

/** Chooses any two records to look at side by side. */
export function DuplicateByHand() {
  const router = useRouter();
  const [one, setOne] = useState<PickedActor | null>(null);
  const [other, setOther] = useState<PickedActor | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  function compare(event: FormEvent) {
    event.preventDefault();
    if (!one?.id || !other?.id) return setProblem("Choose two records that are there already.");
    if (one.id === other.id) return setProblem("Choose two: this is one record.");
    setProblem(null);
    router.push(`/desk/actors/duplicates?${new URLSearchParams({ one: one.id, other: other.id })}`);
  }

  return (
    <section aria-labelledby="by-hand" className="mt-12">
      <h2 id="by-hand" className="rubric mb-3">
        Any other two
      </h2>
      <form onSubmit={compare} className="grid items-start gap-3 md:grid-cols-[1fr_1fr_auto]">
        <ActorPicker id="compare-one" label="One record" value={one} onChange={setOne} />
        <ActorPicker
          id="compare-other"
          label="Another record"
          value={other}
          onChange={setOther}
          problem={problem}
        />
        <Button type="submit" className="md:mt-6">
          Compare
        </Button>
      </form>
    </section>
  );
}
