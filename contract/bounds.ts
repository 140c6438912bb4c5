// Bounds the desk counts against too. Without zod, so that the desk is not sent the schemas for the sake of a number.

/** Characters of a note. */
export const noteLongest = 8_000;

/** Characters of a draft, which may still be too long to send. */
export const draftLongest = 16_000;
