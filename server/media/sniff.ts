// What bytes are, by the bytes themselves: neither a name nor what somebody called them counts. Only the beginning is looked at, so
// no file can keep us busy for long.

import { fileTypeFromBuffer } from 'file-type';
import { imageDimensionsFromData } from 'image-dimensions';
import { type Claim, typeOf } from './rules-types.ts';

export interface Sniffed {
  mimeType: string;
  width?: number;
  height?: number;
}

/** `head`: the first bytes; `whole`: that these are all. */
export async function sniff(head: Buffer, whole: boolean, claim: Claim): Promise<Sniffed> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const mimeType = typeOf(found?.mime ?? (isPlainText(head, whole) ? 'text/plain' : undefined), claim);
  return { mimeType, ...(mimeType.startsWith('image/') && sizeOf(head)) };
}

function sizeOf(head: Buffer): { width: number; height: number } | undefined {
  try {
    const { width, height } = imageDimensionsFromData(head) ?? {};
    return width && height && width < 100_000 && height < 100_000 ? { width, height } : undefined;
  } catch {
    return undefined;
  }
}

/** Controls but for tab and line ends, and what stands for bytes that are no UTF-8. */
const notText = /[^\t\r\n\P{Cc}]|\ufffd/u;

/** UTF-8 without controls, and no markup: what a browser might take for a page is not plain text. */
function isPlainText(head: Buffer, whole: boolean): boolean {
  // A character cut in half at the end of the head is no fault of the text.
  const text = new TextDecoder('utf-8').decode(head, { stream: !whole });
  return text.trim() !== '' && !notText.test(text) && !/^\s*</.test(text);
}
