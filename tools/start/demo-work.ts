// The town's businesses have teams, hours and promises, so that a newcomer sees queues that live. By the API, as anybody would.

export interface DemoUser {
  readonly role: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Signs in as the administrator; what is there already stays. */
export async function arrangeWork(
  baseUrl: string,
  users: readonly DemoUser[],
  numbers: { sales: string; service: string },
): Promise<void> {
  const admin = users.find(({ role }) => role === 'admin');
  if (!admin) return;
  const api = await signedIn(baseUrl, admin);
  const agents = await api<{ data: { id: string; name: string }[] }>('GET', '/agents');
  const idsOf = (roles: readonly string[]) => {
    const names = new Set(users.filter(({ role }) => roles.includes(role)).map(({ name }) => name));
    return agents.data.filter(({ name }) => names.has(name)).map(({ id }) => id);
  };
  const known = await api<{ data: { name: string }[] }>('GET', '/teams');
  if (known.data.length > 0) return;
  const orders = await api<{ id: string }>('POST', '/teams', {
    name: 'Orders',
    members: idsOf(['agent', 'supervisor']),
  });
  const returns = await api<{ id: string }>('POST', '/teams', {
    name: 'Returns',
    members: idsOf(['supervisor', 'admin']),
  });
  const day = [[8 * 60, 20 * 60]];
  const week = [day, day, day, day, day, [[9 * 60, 17 * 60]], []];
  const hours = await api<{ id: string }>('POST', '/schedules', {
    ...{ name: 'The shop', timeZone: 'Africa/Lagos', week, holidays: ['2026-12-25', '2027-01-01'] },
  });
  // The agent gets some of what comes, and some stays for whoever looks first.
  await api('PUT', `/routing/${numbers.sales}`, {
    ...{ team: orders.id, mode: 'least_busy', cap: 8, schedule: hours.id, firstReplyMinutes: 30, nextReplyMinutes: 60 },
  });
  await api('PUT', `/routing/${numbers.service}`, {
    ...{ team: returns.id, mode: 'manual', schedule: hours.id, firstReplyMinutes: 120, resolveMinutes: 1440 },
  });
}

type Api = <T>(method: string, path: string, body?: object) => Promise<T>;

async function signedIn(baseUrl: string, { email, password }: DemoUser): Promise<Api> {
  const headers = { 'content-type': 'application/json', origin: baseUrl };
  const body = JSON.stringify({ email, password });
  const door = await fetch(`${baseUrl}/api/auth/sign-in/email`, { method: 'POST', headers, body });
  if (!door.ok) throw new Error(`The administrator of the town could not sign in: ${door.status}.`);
  const cookie = door.headers.getSetCookie().map((one) => one.split(';')[0]);
  return async (method, path, asked) => {
    const answer = await fetch(`${baseUrl}/api/v1${path}`, {
      method,
      headers: { ...headers, cookie: cookie.join('; ') },
      ...(asked && { body: JSON.stringify(asked) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} was answered with ${answer.status}: ${await answer.text()}`);
    return await answer.json();
  };
}
