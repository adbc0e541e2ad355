/** Our own paragraphs, by invented outlets: enough words to cut, add to and mix. */
export const HARBOUR = [
  "The harbour board of Tarnby voted on Monday to close the old grain pier for two years while its timber piles are replaced with steel.",
  "Ships that unload there now will be sent to the north basin, where a second crane is to start work before the end of the month.",
  "The board put the cost at eleven million crowns, a third more than it had planned in spring, and said that the price of steel had risen since.",
  "Fishermen who sell from the pier asked for a place at the ferry steps instead; the board said it would answer them within two weeks.",
  "A survey last autumn had found worms in every fourth pile, and divers have braced the outer end with chains since the storms of January.",
  "Work begins after the herring season, and the lighthouse at the pier's head stays lit throughout, fed from a battery on a barge.",
] as const;

export const ORCHARD = [
  "Growers in the Velm valley expect the smallest apple harvest in nine years after three nights of frost in April caught the blossom open.",
  "The cooperative at Ostrel said that its presses would run one shift instead of two, and that no one would lose work before winter.",
  "Early sorts suffered most, while late ones on the upper slopes were spared because the cold air settled along the river.",
  "Insurers have counted four hundred damaged orchards so far, and a second round of visits to the farms is planned for next week.",
  "The regional assembly will debate a fund for frost candles and water sprayers, which a few large growers used with success this year.",
] as const;

export const joined = (...paragraphs: readonly string[]): string => paragraphs.join("\n\n");
