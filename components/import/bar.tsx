/** A thin bar of how far something is; the words beside it say the same. */
export function Bar({
  share,
  label,
  className,
}: {
  readonly share: number;
  readonly label: string;
  readonly className: string;
}) {
  return (
    <progress
      value={share}
      max={1}
      aria-label={label}
      className={`h-1.5 appearance-none border border-edge bg-paper [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-paper [&::-webkit-progress-value]:bg-accent ${className}`}
    />
  );
}
