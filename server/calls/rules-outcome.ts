// What a call came to, from the moments known of it. A call nobody talked on was missed, whatever the wire calls it.

export interface CallMoments {
  direction: 'in' | 'out';
  rangAt: Date | null;
  answeredAt: Date | null;
  rejectedAt: Date | null;
  endedAt: Date | null;
  completed: boolean | null;
  durationS: number | null;
}

export type CallStatus = 'ringing' | 'in_progress' | 'ended' | 'missed' | 'rejected' | 'failed';

export function callStatus(call: CallMoments): CallStatus {
  const talked = (call.durationS ?? 0) > 0;
  if (talked) return 'ended';
  if (call.rejectedAt) return 'rejected';
  if (call.endedAt) return call.direction === 'out' && call.completed === false ? 'failed' : 'missed';
  return call.answeredAt ? 'in_progress' : 'ringing';
}
