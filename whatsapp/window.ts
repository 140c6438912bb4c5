const windowMs = 24 * 60 * 60 * 1000;

/**
 * Until when free-form messages may be sent: 24 hours after the customer's last message or call, by Meta's clock (Meta,
 * "Conversation and customer service windows", read 2026-09). In and out in milliseconds since the epoch.
 */
export function windowClosesAt(lastCustomerAt: number): number {
  return lastCustomerAt + windowMs;
}
