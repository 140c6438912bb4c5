// A place (Meta, "Location messages", read 2026-09).

import { lengthProblems, type SendProblem } from './send-problem.ts';

export interface LocationSend {
  type: 'location';
  /** Degrees. */
  location: { latitude: number; longitude: number; name?: string; address?: string };
}

export function locationProblems({ location }: LocationSend): SendProblem[] {
  const { latitude, longitude, name, address } = location;
  return [
    ...within('location.latitude', latitude, 90),
    ...within('location.longitude', longitude, 180),
    ...lengthProblems('location.name', name, { most: 1000 }),
    ...lengthProblems('location.address', address, { most: 1000 }),
    ...(address !== undefined && name === undefined
      ? [{ field: 'location.name', problem: 'must be there, or WhatsApp does not show the address' }]
      : []),
  ];
}

function within(field: string, degrees: number, most: number): SendProblem[] {
  return Math.abs(degrees) <= most ? [] : [{ field, problem: `must be between -${most} and ${most}` }];
}
