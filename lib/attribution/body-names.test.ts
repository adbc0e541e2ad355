import { expect, it } from "vitest";
import { kindOfName } from "./body-names.ts";

it.each([
  ["Transport Ministry of Norland", "governmentBody"],
  ["the Ministry of Justice", "governmentBody"],
  ["the Navy", "military"],
  ["Sudland Air Force", "military"],
  ["Tarn Dredging", "company"],
  ["Holm Harbour Board", "organisation"],
  ["Mira Holt", "person"],
  ["residents of Holm", "person"],
  ["Navy spokeswoman Mira Holt", "person"],
  ["Police Chief Holt", "person"],
])("%s is taken for: %s", (name, kind) => expect(kindOfName(name)).toBe(kind));
