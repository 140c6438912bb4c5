// The page's only program: shows the town as the control API tells it, and turns buttons into acts.

import { drawThread, make } from './thread.js';

const POLL_MS = 1200;
const element = (id) => document.getElementById(id);
/** Whoever is asked for their number does this by themselves. */
const whenAsked = { share: 'shares it', late: 'shares it late', ignore: 'ignores it' };

let town = { people: [], numbers: [] };
let person = null;
let number = null;
let asking = null;
const shown = new Map();

const acts = [
  {
    label: 'Adopt a username',
    question: 'Username',
    start: (one) => one.username ?? '',
    able: (one) => one.phone !== null,
    run: (one, answer) => send(`people/${one.id}/username`, { username: answer }),
    told: (one, answer) =>
      `${one.name} is now @${answer.replace(/^@/, '')}. Write something: see whether the number still shows.`,
  },
  {
    label: 'Drop the username',
    able: (one) => one.username !== null,
    run: (one) => send(`people/${one.id}/username`, { username: null }),
    told: (one) => `${one.name} has no username any more.`,
  },
  {
    label: 'Change number',
    question: 'New phone number',
    start: (one) => nearbyNumber(one.phone),
    able: (one) => one.phone !== null,
    run: (one, answer) => send(`people/${one.id}/number`, { phone: answer }),
    told: (one) => `${one.name} has a new number, and with it new user ids. The old number is free.`,
  },
  {
    label: 'Call, nobody answers',
    able: (one) => one.phone !== null,
    run: (one) => send(`people/${one.id}/call`, { number, answered: false }),
    told: (one) => `${one.name} rang and gave up.`,
  },
  {
    label: 'Share phone number',
    able: (one) => one.phone !== null,
    run: (one) => send(`people/${one.id}/share-number`, { number }),
    told: (one) => `${one.name} tapped "Share contact info".`,
  },
  {
    label: (one) => `Asked for the number: ${whenAsked[one.whenAsked] ?? 'you decide'}`,
    able: (one) => one.phone !== null,
    run: (one) => send(`people/${one.id}/when-asked`, { does: nextOf(Object.keys(whenAsked), one.whenAsked) }),
    told: (_one, _answer, result) => `Asked for the number, ${result.name} ${whenAsked[result.whenAsked]}.`,
  },
  {
    label: 'Read everything',
    able: (one) => one.phone !== null,
    run: (one) => send(`people/${one.id}/reads`, { number }),
    told: (_one, _answer, result) => `${result.read} messages are read now.`,
  },
  {
    label: 'New owner takes old number',
    question: 'Name of the new owner',
    start: () => 'Nia Adams',
    able: (one) => one.phone !== null || one.freeFormerPhones.length > 0,
    run: (one, answer) => send(`people/${one.id}/new-owner`, { name: answer }),
    told: (_one, _answer, result) => `${result.name} holds ${result.phone} now. Write as them.`,
    choose: (result) => result.id,
  },
];

async function send(path, body) {
  const answer = await fetch(`/_control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const result = await answer.json();
  if (!answer.ok) throw new Error(result.error);
  return result;
}

async function refresh() {
  try {
    const answer = await fetch('/_control/town');
    town = await answer.json();
    person ??= town.people[0]?.id ?? null;
    number ??= town.numbers[0]?.id ?? null;
    draw();
  } catch {
    tell('The simulator does not answer. Is it still running?');
  }
}

function draw() {
  const one = town.people.find((each) => each.id === person);
  drawIf('people', [town.people.map((each) => [each.id, each.name, each.phone, each.username]), person], drawPeople);
  if (one === undefined) return;
  drawIf('head', [one, number, town.numbers], () => drawHead(one));
  const typing = (one.threads[number] ?? []).some((line) => line.typingUntil > town.now);
  drawIf('thread', [person, number, one.threads[number], typing], () => drawLines(one));
}

/** Redraws a part only when what it shows has changed, so that focus and scroll position stay. */
function drawIf(part, value, render) {
  const key = JSON.stringify(value);
  if (shown.get(part) === key) return;
  shown.set(part, key);
  render();
}

function drawPeople() {
  const had = document.activeElement?.dataset?.person;
  const items = town.people.map((each) => {
    const button = make('button', { type: 'button' });
    button.dataset.person = each.id;
    button.setAttribute('aria-current', String(each.id === person));
    const name = make('span', { className: 'name', textContent: each.name, dir: 'auto' });
    const face = make('span', { className: 'face', textContent: initialOf(each.name) });
    face.setAttribute('aria-hidden', 'true');
    button.append(face, name, make('small', { textContent: handleOf(each) }));
    button.addEventListener('click', () => choose(each.id));
    const item = make('li', {});
    item.append(button);
    return item;
  });
  element('people').replaceChildren(...items);
  if (had !== undefined) element('people').querySelector(`[data-person="${had}"]`)?.focus();
}

function drawHead(one) {
  element('face').textContent = initialOf(one.name);
  element('who').textContent = one.name;
  const former = one.formerPhones.length > 0 ? ` · before: ${one.formerPhones.join(', ')}` : '';
  element('known').textContent =
    `${[one.phone, one.username && `@${one.username}`].filter(Boolean).join(' · ') || 'No longer on WhatsApp'}${former}`;
  const focused = document.activeElement?.textContent;
  const inside =
    element('acts').contains(document.activeElement) || element('numbers').contains(document.activeElement);
  element('acts').replaceChildren(
    ...acts.map((act) => {
      const button = make('button', { type: 'button', textContent: labelOf(act, one), disabled: !act.able(one) });
      button.addEventListener('click', () => begin(act, one));
      return button;
    }),
  );
  element('numbers').replaceChildren(
    ...town.numbers.map((each) => {
      const button = make('button', { type: 'button', textContent: each.name });
      button.setAttribute('aria-pressed', String(each.id === number));
      button.addEventListener('click', () => {
        number = each.id;
        draw();
      });
      return button;
    }),
  );
  if (inside)
    [...document.querySelectorAll('.acts button, .tabs button')].find((each) => each.textContent === focused)?.focus();
  const sees = one.phoneShownTo.includes(number) ? 'the phone number' : 'no phone number';
  element('sees').textContent =
    `What this business number gets now: ${sees}${one.username ? ` and @${one.username}` : ''}.`;
  for (const id of ['text', 'attach', 'place', 'card']) element(id).disabled = one.phone === null;
}

function drawLines(one) {
  const thread = element('thread');
  const atEnd = thread.scrollHeight - thread.scrollTop - thread.clientHeight < 60;
  const businessName = town.numbers.find((each) => each.id === number)?.name ?? 'The business';
  const tap = (line, choice) =>
    perform(
      {
        run: () => send(`people/${one.id}/tap`, { message: line.wamid, choice: choice.id }),
        told: () => `${one.name} tapped "${choice.label}".`,
      },
      one,
      '',
    );
  drawThread(thread, { lines: one.threads[number] ?? [], now: town.now, businessName, tap });
  if (atEnd) thread.scrollTop = thread.scrollHeight;
}

function choose(id) {
  person = id;
  const threads = town.people.find((each) => each.id === id)?.threads ?? {};
  const latest = Object.entries(threads).sort((a, b) => (b[1].at(-1)?.at ?? 0) - (a[1].at(-1)?.at ?? 0))[0];
  if (latest !== undefined && latest[1].length > 0) number = latest[0];
  stopAsking();
  tell('');
  draw();
  element('thread').scrollTop = element('thread').scrollHeight;
}

function begin(act, one) {
  if (act.question === undefined) return void perform(act, one, '');
  asking = { act, one };
  element('ask').hidden = false;
  element('question').textContent = act.question;
  element('answer').value = act.start(one);
  element('answer').focus();
  element('answer').select();
}

async function perform(act, one, answer) {
  try {
    const result = await act.run(one, answer);
    stopAsking();
    tell(act.told(one, answer, result));
    await refresh();
    if (act.choose !== undefined) {
      const told = element('told').textContent;
      choose(act.choose(result));
      tell(told);
    }
  } catch (error) {
    tell(`That did not work: ${error.message}.`);
  }
}

function stopAsking() {
  asking = null;
  element('ask').hidden = true;
}

const tell = (text) => {
  element('told').textContent = text;
};
const labelOf = (act, one) => (typeof act.label === 'function' ? act.label(one) : act.label);
const nextOf = (all, current) => all[(all.indexOf(current) + 1) % all.length];
const initialOf = (name) => [...name][0] ?? '?';
const handleOf = (one) => (one.username ? `@${one.username}` : (one.phone ?? 'no longer on WhatsApp'));

function nearbyNumber(phone) {
  if (phone === null) return '';
  const end = String(Math.floor(Math.random() * 100)).padStart(2, '0');
  return `${phone.slice(0, -2)}${end === phone.slice(-2) ? '00' : end}`;
}

element('ask').addEventListener('submit', (event) => {
  event.preventDefault();
  if (asking !== null) perform(asking.act, asking.one, element('answer').value.trim());
});
element('never-mind').addEventListener('click', stopAsking);
element('write').addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = element('text').value.trim();
  if (text === '' || person === null) return;
  try {
    await send(`people/${person}/write`, { number, text });
    element('text').value = '';
    await refresh();
    element('thread').scrollTop = element('thread').scrollHeight;
  } catch (error) {
    tell(`That did not work: ${error.message}.`);
  }
});

element('attach').addEventListener('click', () => element('file').click());
element('file').addEventListener('change', async () => {
  const [file] = element('file').files;
  element('file').value = '';
  if (file !== undefined) await hand('send-media', await attachmentOf(file), `${file.name} is sent.`);
});
element('place').addEventListener('click', () => {
  const location = { latitude: 6.5095, longitude: 3.3711, name: 'Yaba Market', address: 'Murtala Muhammed Way, Lagos' };
  hand('write', { content: { type: 'location', location } }, 'A place is sent.');
});
element('card').addEventListener('click', () => {
  const org = { company: 'Adeyemi Couriers', title: 'Owner' };
  const card = { name: 'Kemi Adeyemi', phone: '+234 555 000 0120', emails: [{ email: 'kemi@couriers.example' }], org };
  hand('share-card', card, 'The card of Kemi Adeyemi is sent: it proves nothing about the sender.');
});

/** One thing the person shown sends to the business number shown. */
async function hand(act, body, told) {
  try {
    await send(`people/${person}/${act}`, { number, ...body });
    tell(told);
    await refresh();
    element('thread').scrollTop = element('thread').scrollHeight;
  } catch (error) {
    tell(`That did not work: ${error.message}.`);
  }
}

async function attachmentOf(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  const type = /^image\/(png|jpeg)$/.test(file.type)
    ? 'image'
    : file.type === 'image/webp'
      ? 'sticker'
      : (/^(audio|video)\//.exec(file.type)?.[1] ?? 'document');
  const mimeType = file.type === '' ? 'application/octet-stream' : file.type;
  return { type, mimeType, filename: file.name, base64: btoa(binary) };
}

// Long threads scroll, so the keyboard must reach them.
element('thread').tabIndex = 0;
await refresh();
element('thread').scrollTop = element('thread').scrollHeight;
setInterval(refresh, POLL_MS);
