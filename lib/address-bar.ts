/** What an address says after its question mark, as a page gets it. */
export type AddressParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The fields a form is made of, as an address says them; of one that is said twice, the first. */
export function fieldsIn(params: AddressParams, keys: readonly string[]): Record<string, string | undefined> {
  return Object.fromEntries(
    keys.map((key) => {
      const value = params[key];
      return [key, typeof value === "object" ? value[0] : value];
    }),
  );
}

/** The address of a page with these fields; empty ones are left out. */
export function addressWith(path: string, fields: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== ""));
  return params.size === 0 ? path : `${path}?${params}`;
}
