// What WhatsApp accepts as a username (Meta, "Business-scoped user IDs", read 2026-09).

const DOMAIN_ENDINGS = ['com', 'org', 'net', 'int', 'edu', 'gov', 'mil', 'us', 'in', 'html'];

/** Why a username cannot be taken, in one sentence, or nothing where its form is fine. */
export function usernameProblem(name: string): string | undefined {
  if (!/^[A-Za-z0-9._]*$/.test(name)) return 'only the letters a to z, digits, periods and underscores are allowed';
  if (name.length < 3 || name.length > 35) return 'a username has 3 to 35 characters';
  if (!/[A-Za-z]/.test(name)) return 'a username needs at least one letter';
  if (name.startsWith('.') || name.endsWith('.')) return 'a username neither starts nor ends with a period';
  if (name.includes('..')) return 'two periods may not follow each other';
  if (name.toLowerCase().startsWith('www')) return 'a username may not start with www';
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  if (name.includes('.') && DOMAIN_ENDINGS.includes(ending)) return `a username may not end in .${ending}`;
  return undefined;
}

/** Uniqueness ignores case; periods and underscores count. */
export const usernameKey = (name: string): string => name.toLowerCase();
