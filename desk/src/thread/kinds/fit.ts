interface Size {
  width: number;
  height: number;
}

type MaybeSize = { [K in keyof Size]?: Size[K] | undefined };

/** The box of a picture of this size within the largest one allowed; never larger than the picture is. Pure. */
export function fit({ width, height }: MaybeSize, most: Size): Size {
  if (!width || !height) return { width: most.width, height: Math.min(most.height, Math.round(most.width * 0.75)) };
  const scale = Math.min(1, most.width / width, most.height / height);
  // A sliver must still be seen, and be large enough to press.
  return { width: Math.max(96, Math.round(width * scale)), height: Math.max(48, Math.round(height * scale)) };
}
