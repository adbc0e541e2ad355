interface FrozenTextProps {
  /** Hex. */
  readonly sha256: string;
  readonly revision: number;
}

/** The hash that shows which text an editor saw, and that it is still the same. */
export function FrozenText({ sha256, revision }: FrozenTextProps) {
  return (
    <span className="text-micro text-muted" title={`SHA-256 ${sha256}`}>
      frozen text {sha256.slice(0, 8)}, revision {revision}
    </span>
  );
}
