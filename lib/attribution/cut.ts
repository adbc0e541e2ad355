/**
 * Confidence from which the desk shows a suggestion without being asked; the rest is offered on demand.
 * Chosen so that, on the development documents, at least 85 of 100 shown are found with the right speaker
 * (`npm run bench:attribution` prints the sweep).
 */
export const SHOWN_FROM = 0.6;
