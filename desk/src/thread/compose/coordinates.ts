interface Place {
  latitude: number;
  longitude: number;
}

/**
 * A place from what somebody pasted: "6.4541, 3.3947", or the address of a map that carries such a pair. undefined where there is
 * none, or it is not on the globe. Pure.
 */
export function readCoordinates(text: string): Place | undefined {
  const pair = /(-?\d{1,3}(?:\.\d+)?)\s*(?:,|%2C|\/|;|\s)\s*(-?\d{1,3}(?:\.\d+)?)/i;
  const trimmed = text.trim();
  // An address holds other numbers too: the pair follows an @, a mark, a query or a zoom.
  const tail = /^https?:/i.test(trimmed)
    ? trimmed.match(/(?:@|mlat=|query=|[?&]q=|#map=\d+\/|ll=)(.*)$/i)?.[1]
    : trimmed;
  const match = tail?.replace('&mlon=', ',').match(pair);
  if (!match) return undefined;
  const [latitude, longitude] = [Number(match[1]), Number(match[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
