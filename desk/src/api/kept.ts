// What this browser keeps for the person signed in: drafts and replies not sent. Named by person, so that the next
// one at a shared computer sees none of it, and it is still there when the first comes back.

let owner = '';

export function setOwner(email: string): void {
  owner = email;
}

export function readKept(name: string): string | null {
  return localStorage.getItem(keyOf(name));
}

/** Empty text removes the entry. A full or forbidden storage is no reason to stop anyone from typing. */
export function writeKept(name: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(keyOf(name));
    else localStorage.setItem(keyOf(name), text);
  } catch {
    // The text is still on the screen; it only will not survive a reload.
  }
}

export function keyOf(name: string): string {
  return `throughline:${owner}:${name}`;
}
