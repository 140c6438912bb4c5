// One conversation as its customer sees it: every kind of message, what can be tapped under it, reactions, quotes.

const ticks = { accepted: 'on its way', sent: 'sent', delivered: 'delivered', read: 'read', failed: 'failed' };
const quiet = new Set(['call', 'system']);
const files = ['image', 'sticker', 'audio', 'video', 'document'];

export const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== undefined));
  return element;
};

/** Messages as they stand on the page, so that what has not changed stays: somebody may be listening to it. */
const standing = new Map();

/** `tap(line, choice)` is called when something under a message is tapped. */
export function drawThread(list, { lines, now, businessName, tap }) {
  const reactions = reactionsIn(lines);
  const byId = new Map(lines.map((line) => [line.wamid, line]));
  const shown = lines.filter((line) => line.type !== 'reaction' && line.type !== 'edit' && line.type !== 'revoke');
  const items = shown.map((line) => {
    const quoted = line.replyTo === undefined ? undefined : byId.get(line.replyTo);
    const key = JSON.stringify([line, reactions.get(line.wamid), quoted?.text]);
    const known = standing.get(line.wamid);
    if (known?.key === key) return known.item;
    const item = itemOf(line, { reaction: reactions.get(line.wamid), quoted, tap });
    standing.set(line.wamid, { key, item });
    return item;
  });
  for (const id of standing.keys()) if (!byId.has(id)) standing.delete(id);
  if (items.length === 0) items.push(make('li', { className: 'empty', textContent: 'Nothing said here yet.' }));
  if (isTyping(lines, now)) items.push(make('li', { className: 'typing', textContent: `${businessName} is typing…` }));
  reconcile(list, items);
}

function reconcile(list, items) {
  if (list.children.length === items.length && items.every((item, i) => list.children[i] === item)) return;
  list.replaceChildren(...items);
}

/** The latest reaction of each side on each message; a removed one is none. */
function reactionsIn(lines) {
  const found = new Map();
  for (const { type, content, direction } of lines) {
    const reaction = type === 'reaction' ? content?.reaction : undefined;
    if (reaction?.message_id === undefined) continue;
    found.set(reaction.message_id, { ...found.get(reaction.message_id), [direction]: reaction.emoji || undefined });
  }
  return new Map([...found].map(([id, sides]) => [id, [sides.inbound, sides.outbound].filter(Boolean).join(' ')]));
}

function isTyping(lines, now) {
  const last = lines.findLast((line) => !quiet.has(line.type));
  return last?.direction === 'inbound' && last.typingUntil > now;
}

function itemOf(line, { reaction, quoted, tap }) {
  const side = quiet.has(line.type) ? 'notice' : line.direction === 'inbound' ? 'mine' : 'theirs';
  const item = make('li', { className: side, dir: 'auto' });
  if (quoted !== undefined) item.append(make('blockquote', { textContent: quoted.text.slice(0, 120) }));
  item.append(...bodyOf(line));
  if (line.choices.length > 0)
    item.append(make('div', { className: 'choices' }, ...line.choices.map((one) => choice(one, line, tap))));
  if (reaction) item.append(make('span', { className: 'reaction', textContent: reaction }));
  const state = line.direction === 'outbound' ? ticks[line.status] : line.readByBusiness ? 'read' : '';
  const when = new Date(line.at).toLocaleString([], { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const foot = make('small', { textContent: [when, state].filter(Boolean).join(' · ') });
  if (line.status === 'failed') foot.className = 'failed';
  item.append(foot);
  return item;
}

function choice(one, line, tap) {
  const title = one.kind === 'link' ? (one.url ?? 'Nothing is sent') : (one.description ?? '');
  const button = make('button', { type: 'button', textContent: one.label, title, disabled: one.kind === 'link' });
  button.addEventListener('click', () => tap(line, one));
  return button;
}

function bodyOf({ type, content = {}, text }) {
  if (content.filled !== undefined) return filledOf(content.filled);
  const inner = content[type];
  if (inner === undefined || inner === null) return [words(text)];
  if (files.includes(type)) return [file(type, inner), caption(inner.caption)].filter(Boolean);
  switch (type) {
    case 'interactive':
      return inner.body === undefined ? [words(text)] : framed(inner);
    case 'location':
      return [
        words(`📍 ${[inner.name, inner.address].filter(Boolean).join(', ') || 'A place'}`),
        note(`${inner.latitude}, ${inner.longitude}`),
      ];
    case 'contacts':
      return inner.map(card);
    case 'order':
      return [
        words('🛒 An order'),
        ...inner.product_items.map((one) =>
          note(`${one.quantity} × ${one.product_retailer_id}, ${one.item_price} ${one.currency}`),
        ),
        caption(inner.text),
      ].filter(Boolean);
    case 'unsupported':
      return [note(`Something the business cannot see (${inner.type ?? 'unknown'})`)];
    default:
      return [
        content.referral === undefined ? undefined : note(`From the advertisement “${content.referral.headline}”`),
        words(text),
      ].filter(Boolean);
  }
}

function framed({ header, body, footer }) {
  const top =
    header === undefined
      ? undefined
      : header.type === 'text'
        ? make('strong', { textContent: header.text })
        : file(header.type, header[header.type]);
  return [top, words(body.text), footer === undefined ? undefined : note(footer.text)].filter(Boolean);
}

function filledOf({ header, body, footer, cards = [] }) {
  const [kind, inner] = Object.entries(header ?? {})[0] ?? [];
  const top =
    kind === 'text'
      ? make('strong', { textContent: inner })
      : kind === 'location'
        ? words(`📍 ${inner.name ?? ''}`)
        : kind && file(kind, inner);
  const inside = cards.map((one) => make('div', { className: 'card' }, ...filledOf(one)));
  return [top, words(body), ...inside, footer === undefined ? undefined : note(footer)].filter(Boolean);
}

function file(kind, inner) {
  if (inner.id === undefined) return note(`${kind} at ${inner.link ?? '?'}`);
  const src = `/_control/media/${encodeURIComponent(inner.id)}`;
  const name = inner.filename ?? inner.caption ?? kind;
  if (kind === 'image' || kind === 'sticker')
    return make('img', { src, alt: inner.caption ?? `A ${kind}`, className: kind, loading: 'lazy' });
  if (kind === 'audio')
    return make('audio', {
      src,
      controls: true,
      preload: 'none',
      ariaLabel: inner.voice ? 'A voice note' : 'A recording',
    });
  if (kind === 'video') return make('video', { src, controls: true, preload: 'none' });
  return make('a', { href: src, download: name, textContent: `📄 ${name}` });
}

function card(one) {
  const numbers = (one.phones ?? []).map((each) => note(each.phone ?? each.wa_id ?? ''));
  const mark = one.origin === 'contact_request' ? 'Shared their own number' : '👤';
  return make('div', { className: 'card' }, words(`${mark} ${one.name?.formatted_name ?? ''}`.trim()), ...numbers);
}

const words = (text) => make('span', { className: 'words', textContent: text });
const note = (text) => make('span', { className: 'note', textContent: text });
const caption = (text) => (text === undefined ? undefined : words(text));
