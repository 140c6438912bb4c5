// What a file is called.

import type { ExportFormat, ExportKind } from '@throughline/contract';

export function fileNameOf({ kind, format, at }: { kind: ExportKind; format: ExportFormat; at: Date }): string {
  return `${kind}-${at.toISOString().slice(0, 16).replace('T', '-').replace(':', '')}.${format}`;
}
