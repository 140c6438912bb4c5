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

export function callSummary(status: CallStatus, direction: 'in' | 'out', durationS: number | null): string {
  const seconds = durationS ?? 0;
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const sentences: Record<CallStatus, string> = {
    ringing: direction === 'in' ? 'Incoming call' : 'Calling',
    in_progress: 'Call in progress',
    ended: `Call · ${length}`,
    missed: direction === 'in' ? 'Missed call' : 'Call not answered',
    rejected: 'Call declined',
    failed: 'Call failed',
  };
  return sentences[status];
}
