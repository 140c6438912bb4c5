// A call a person makes, told when it is over: it ended at `endedAt` and began its length ago.

import { type Json, stamp } from './payloads.ts';

export function callSteps(id: string, endedAt: number, seconds: number | null): [connect: Json, end: Json] {
  const startedAt = endedAt - (seconds ?? 0) * 1000;
  const head = { id, direction: 'USER_INITIATED' };
  const session = { sdp_type: 'offer', sdp: 'v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n' };
  const end = { ...head, event: 'terminate', timestamp: stamp(endedAt) };
  const talk = { start_time: stamp(startedAt), end_time: stamp(endedAt), duration: seconds };
  return [
    { ...head, event: 'connect', timestamp: stamp(startedAt), session },
    seconds === null ? { ...end, status: 'FAILED' } : { ...end, status: 'COMPLETED', ...talk },
  ];
}
