/** How a statement stands to a claim. */
export const STANCES = ["asserts", "denies", "questions", "relays"] as const;
export type Stance = (typeof STANCES)[number];
