// The business that tests are about.

/** Where the tests' time begins, in milliseconds. */
export const epoch = Date.UTC(2026, 8, 22, 12, 0, 0);
export const defaultWaba = '100000000000001';
export const defaultNumber = '200000000000002';
export const otherNumber = '200000000000003';
