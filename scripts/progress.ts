/** The start command's short lines: what is going on, and how many seconds it took. */
export interface Progress {
  /** Runs one step and prints a line for it: its name, what it says it did, its seconds. */
  step<T>(name: string, work: () => Promise<T>, did: (result: T) => string): Promise<T>;
  /** A line inside a step that takes long. */
  note(text: string): void;
}

const NAME_WIDTH = 12;

export function progressTo(write: (line: string) => void): Progress {
  return {
    step: async (name, work, did) => {
      const started = performance.now();
      const result = await work();
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      write(`  ${name.padEnd(NAME_WIDTH)}${did(result)} (${seconds} s)`);
      return result;
    },
    note: (text) => write(`  ${"".padEnd(NAME_WIDTH)}${text}`),
  };
}
