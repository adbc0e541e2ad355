/**
 * Place of the first of `count` things in order of which `passes` is true, or `count`: found by halving, so that a text's
 * length costs no more than its logarithm. Once true, `passes` stays true.
 */
export function firstThat(count: number, passes: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
