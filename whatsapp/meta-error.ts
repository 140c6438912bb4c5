import { type Fields, fieldsOf, isFields, listOf, numberOf, wordsOf } from './fields.ts';
import type { MetaError } from './items.ts';

/** Meta's error objects, from a failed status or from the answer to a send. An entry without a code gets code 0. */
export function readErrors(errors: unknown): MetaError[] {
  return listOf(errors).filter(isFields).map(readError);
}

export function readError(error: Fields): MetaError {
  const read: MetaError = {
    code: numberOf(error.code) ?? 0,
    title: wordsOf(error.title) ?? wordsOf(error.message) ?? 'Error without a title',
  };
  const details = wordsOf(fieldsOf(error.error_data).details) ?? wordsOf(error.details);
  if (details) read.details = details;
  return read;
}
