// Failures a test plans ahead: the next sends meet them, in the order planned.

export type Fault =
  /** The request is refused with this code. */
  | { how: 'answer'; code: number; times?: number }
  /** The message is accepted and fails later with this code. */
  | { how: 'status'; code: number; times?: number }
  /** The message is accepted and goes out, but the connection is cut before the answer. */
  | { how: 'lost-answer'; times?: number }
  /** The connection is cut before the message is accepted. */
  | { how: 'lost-request'; times?: number };

export class FaultPlan {
  readonly #planned: Fault[] = [];

  add(fault: Fault): void {
    for (let i = 0; i < (fault.times ?? 1); i++) this.#planned.push(fault);
  }

  /** What the next send meets, if anything. */
  next(): Fault | undefined {
    return this.#planned.shift();
  }
}
