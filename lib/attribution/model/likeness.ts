/** Shared tokens over all tokens of two sorted lists. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  let i = 0;
  let k = 0;
  let both = 0;
  while (i < a.length && k < b.length) {
    const x = a[i] as number;
    const y = b[k] as number;
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) k++;
  }
  return both / (a.length + b.length - both);
}
