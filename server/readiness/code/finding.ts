// What the audit says, and of what. Everything in this folder is pure: text in, findings out; who reads the files is elsewhere.

export type Level = 'error' | 'warning';

/** A kind of breakage. `page`, `checked`: Meta's page it rests on and the day it was read, where it rests on one. */
export interface Rule {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  /** What happens to a customer who hides their number. */
  readonly why: string;
  readonly fix: string;
  readonly page?: string;
  readonly checked?: string;
}

/** `line` and `column` count from 1, columns in UTF-16 units, as code hosts do. `excerpt`: the line, shortened. */
export interface Finding {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly excerpt: string;
}

/** A file as it was read. `path`: relative, with forward slashes. */
export interface SourceText {
  readonly path: string;
  readonly text: string;
}

/** What one file comes to. `unread`: why it could not be read, where it could not. */
export interface FileAudit {
  readonly findings: readonly Finding[];
  /** How many were left out because their line says so. */
  readonly ignored: number;
  readonly unread?: string;
}

/** A finding before it has a place in a file: offsets into the text. */
export interface Spot {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}
