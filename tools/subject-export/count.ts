// An archive as whoever gets it has it: opened with the passphrase, and what is inside counted, piece by piece.

import { openAsBlob } from 'node:fs';
import { BlobReader, configure, ZipReader } from '@zip.js/zip.js';

configure({ useWebWorkers: false });

export interface Counted {
  /** Rows of the section of messages, and lines on the pages to read. */
  inJson: number;
  inPages: number;
  pages: number;
  files: number;
  /** What is in it besides and should not be. */
  others: string[];
}

const known = new Set(['data.json', 'schema.json', 'index.html', 'contact.vcf']);

export async function countArchive(path: string, password: string): Promise<Counted> {
  const zip = new ZipReader(new BlobReader(await openAsBlob(path)), { password });
  const counted: Counted = { inJson: 0, inPages: 0, pages: 0, files: 0, others: [] };
  for await (const entry of zip.getEntriesGenerator()) {
    if (entry.directory) continue;
    const { filename } = entry;
    const lines = new Lines();
    await entry.getData(lines.stream);
    if (filename === 'data.json') counted.inJson = lines.messages;
    else if (filename.endsWith('.html')) {
      counted.inPages += lines.said;
      counted.pages += 1;
    } else if (filename.startsWith('files/')) counted.files += 1;
    else if (!known.has(filename)) counted.others.push(filename);
  }
  await zip.close();
  return counted;
}

/** Each row of data.json and each line said stands on a line of its own. */
class Lines {
  messages = 0;
  said = 0;
  #section = '';
  #rest = '';
  readonly #decoder = new TextDecoder();
  readonly stream = new WritableStream<Uint8Array>({
    write: (piece) => {
      const lines = (this.#rest + this.#decoder.decode(piece, { stream: true })).split('\n');
      this.#rest = lines.pop() ?? '';
      for (const line of lines) this.#read(line);
    },
    close: () => this.#read(this.#rest),
  });

  #read(line: string): void {
    this.#section = /^\{"heading":.*?"from":"(\w+)","rows":\[/.exec(line)?.[1] ?? this.#section;
    if (this.#section === 'messages' && line.includes('"conversation_id":')) this.messages += 1;
    if (line.includes('<div class="line')) this.said += 1;
  }
}
