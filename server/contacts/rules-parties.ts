// By which identifier something that is said of an account is remembered: it then goes where that identifier goes. Pure.

import { currentBsuid, type HolderId, replyAddress, type State } from '@throughline/identity';

/** Its current BSUID, which nobody else can ever have; else a number of its own. */
export function partyOfHolder(state: State, holderId: HolderId): { phone: string | null; bsuid: string | null } {
  const bsuid = currentBsuid(state, holderId) ?? state.names.find((one) => one.holderId === holderId)?.value;
  if (bsuid) return { phone: null, bsuid };
  const leases = state.leases.filter((lease) => lease.holderId === holderId);
  const lease = leases.find(({ until }) => until === null) ?? leases.at(-1);
  return { phone: lease?.phone ?? null, bsuid: null };
}

/** How Meta is told whom to block: by BSUID where it is known, else by the number that is theirs now. */
export function blockAddress(state: State, holderId: HolderId): { bsuid: string } | { phone: string } | undefined {
  const bsuid = currentBsuid(state, holderId);
  if (bsuid) return { bsuid };
  const address = replyAddress(state, holderId);
  return address.kind === 'phone' ? { phone: address.phone } : undefined;
}
