import { isLessCertain } from "#lib/statement/shown.ts";

/** How sure the engine is, in whole hundredths: never "100 % sure", and "0 %" of nothing. */
export function sureFigure(confidence: number): string {
  return `${Math.min(99, Math.max(1, Math.round(confidence * 100)))} %`;
}

/** "92 % sure"; "34 % sure, less certain" below the cut from which the desk shows a suggestion unasked. */
export function sureWords(confidence: number): string {
  return `${sureFigure(confidence)} sure${isLessCertain({ confidence }) ? ", less certain" : ""}`;
}

/** "12 more, less certain". */
export function lessCertainWords(count: number, shown: boolean): string {
  return shown ? `${count} less certain, shown` : `${count} more, less certain`;
}

/** "5 more one by one: 4 speakers not on record, 1 denied or doubted"; null where none is left out. */
export function leftOutWords({ noActor, doubted }: { noActor: number; doubted: number }): string | null {
  if (noActor + doubted === 0) return null;
  const why = [
    ...(noActor > 0 ? [noActor === 1 ? "1 speaker not on record" : `${noActor} speakers not on record`] : []),
    ...(doubted > 0 ? [`${doubted} denied or doubted`] : []),
  ];
  return `${noActor + doubted} more one by one: ${why.join(", ")}`;
}
