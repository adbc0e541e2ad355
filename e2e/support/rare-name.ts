import { randomBytes } from "node:crypto";

/** A surname that nobody else in the database has, nor one like it: the desk looks for names that are alike. */
export const rareSurname = () =>
  `Q${[...randomBytes(10)].map((byte) => String.fromCharCode(97 + (byte % 26))).join("")}`;

/** Somebody by that surname. */
export const rareName = (first: string) => `${first} ${rareSurname()}`;
