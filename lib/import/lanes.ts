/** How much is done at a time. */
export interface Bounds {
  readonly atOnce: number;
  /** Of work that mostly waits for others. */
  readonly waitingAtOnce: number;
  /** Nothing begins while something begun so many before it is not done. */
  readonly ahead: number;
}

export interface Wanted {
  readonly waits: boolean;
  /** Of two with one key the earlier is done first; null: it is like nothing else. */
  readonly key: string | null;
}

interface Lane extends Wanted {
  readonly place: number;
  readonly work: Promise<void>;
}

export interface Lanes {
  /** Resolves when there is room; false: something failed, nothing more is to begin. */
  room(wanted: Wanted): Promise<boolean>;
  begin(wanted: Wanted, work: () => Promise<void>): void;
  /** Waits for all that was begun. @throws what the first one threw that failed */
  end(): Promise<void>;
}

/** Several pieces of work side by side, begun in order. */
export function openLanes({ atOnce, waitingAtOnce, ahead }: Bounds): Lanes {
  const open = new Set<Lane>();
  let begun = 0;
  let failed: { readonly error: unknown } | undefined;
  const hasRoom = ({ waits, key }: Wanted) => {
    let alike = 0;
    for (const lane of open) {
      if ((key !== null && lane.key === key) || begun - lane.place >= ahead) return false;
      if (lane.waits === waits) alike++;
    }
    return alike < (waits ? waitingAtOnce : atOnce);
  };
  return {
    room: async (wanted) => {
      while (failed === undefined && !hasRoom(wanted)) await Promise.race([...open].map(({ work }) => work));
      return failed === undefined;
    },
    begin: (wanted, work) => {
      const lane: Lane = {
        ...wanted,
        place: begun++,
        work: work()
          .catch((error: unknown) => {
            failed ??= { error };
          })
          .finally(() => open.delete(lane)),
      };
      open.add(lane);
    },
    end: async () => {
      await Promise.all([...open].map(({ work }) => work));
      if (failed) throw failed.error;
    },
  };
}
