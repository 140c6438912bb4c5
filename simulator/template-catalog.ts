// The templates of the WhatsApp Business accounts, and what becomes of them: reviewed, paused, disabled, put into another
// category. Every change is told by webhook (Meta, "message_template_status_update" and its siblings, read 2026-09).

import type { Knobs } from './knobs.ts';
import type { Json } from './payloads.ts';
import type { Random } from './random.ts';
import type { CatalogTemplate, State, TemplateCategory, TemplateStatus } from './state.ts';
import type { Definition } from './template-rules.ts';

const DAY_MS = 86_400_000;
/** A deleted name cannot be used again for so long (Meta, "Template management", read 2026-09). */
const NAME_RESTS_MS = 30 * DAY_MS;

interface CatalogParts {
  state: State;
  knobs: Knobs;
  random: Random;
  now: () => number;
  /** Calls `act` after so many real milliseconds. */
  later: (ms: number, act: () => void) => void;
  emit: (wabaId: string, field: string, value: Json) => void;
}

export class TemplateCatalog {
  readonly #parts: CatalogParts;

  constructor(parts: CatalogParts) {
    this.#parts = parts;
  }

  /** A template that is there already, in whatever state; no webhook tells of it. */
  add(wabaId: string, definition: Definition, status: TemplateStatus = 'APPROVED'): CatalogTemplate {
    const { random, state, now } = this.#parts;
    const id = `${random.int(1, 9)}${random.text('0123456789', 14)}`;
    const template: CatalogTemplate = { ...definition, id, wabaId, status, quality: 'UNKNOWN', changedAt: now() };
    state.catalog[id] = template;
    return template;
  }

  /** A template somebody asks for: pending, and decided upon after `templateReviewMs`. */
  submit(wabaId: string, definition: Definition): CatalogTemplate {
    const template = this.add(wabaId, definition, 'PENDING');
    this.#review(template);
    return template;
  }

  edit(template: CatalogTemplate, definition: Definition): void {
    Object.assign(template, definition, { status: 'PENDING', changedAt: this.#parts.now() });
    this.#review(template);
  }

  /** After a start: what was pending is still to be decided. */
  resume(): void {
    for (const template of Object.values(this.#parts.state.catalog)) {
      if (template.status === 'PENDING') this.#review(template);
    }
  }

  all(wabaId: string): CatalogTemplate[] {
    return Object.values(this.#parts.state.catalog).filter((one) => one.wabaId === wabaId);
  }

  byId(id: string): CatalogTemplate | undefined {
    return this.#parts.state.catalog[id];
  }

  named(wabaId: string, name: string): CatalogTemplate[] {
    return this.all(wabaId).filter((one) => one.name === name);
  }

  /** Whether a name rests after a deletion. */
  resting(wabaId: string, name: string): boolean {
    const since = this.#parts.state.restingNames[`${wabaId} ${name}`];
    return since !== undefined && this.#parts.now() - since < NAME_RESTS_MS;
  }

  remove(template: CatalogTemplate): void {
    const { state, now } = this.#parts;
    delete state.catalog[template.id];
    if (template.status === 'APPROVED') state.restingNames[`${template.wabaId} ${template.name}`] = now();
    this.#tellStatus(template, 'PENDING_DELETION', 'NONE');
  }

  setStatus(template: CatalogTemplate, status: TemplateStatus, reason = 'NONE'): void {
    template.status = status;
    template.changedAt = this.#parts.now();
    if (status === 'REJECTED') template.rejectedReason = reason;
    else delete template.rejectedReason;
    this.#tellStatus(template, status, reason);
  }

  setQuality(template: CatalogTemplate, quality: CatalogTemplate['quality']): void {
    const previous = template.quality;
    template.quality = quality;
    const scores = { previous_quality_score: previous, new_quality_score: quality };
    this.#parts.emit(template.wabaId, 'message_template_quality_update', { ...scores, ...nameOf(template) });
  }

  /** Meta moves templates to the category it thinks right. */
  setCategory(template: CatalogTemplate, category: TemplateCategory): void {
    const [previous, next] = [template.category.toUpperCase(), category.toUpperCase()];
    template.category = category;
    const categories = { previous_category: previous, new_category: next };
    this.#parts.emit(template.wabaId, 'template_category_update', { ...nameOf(template), ...categories });
  }

  #review(template: CatalogTemplate): void {
    const { knobs, later } = this.#parts;
    if (knobs.templateReviewMs === null) return;
    later(knobs.templateReviewMs, () => {
      if (this.byId(template.id) !== template || template.status !== 'PENDING') return;
      // A name that asks for it is rejected: the way to see that happen from outside.
      if (template.name.includes('rejected')) this.setStatus(template, 'REJECTED', 'INVALID_FORMAT');
      else this.setStatus(template, 'APPROVED');
    });
  }

  #tellStatus(template: CatalogTemplate, event: string, reason: string): void {
    const more: Json = {};
    if (event === 'DISABLED') more.disable_info = { disable_date: String(Math.floor(this.#parts.now() / 1000)) };
    if (event === 'PAUSED') {
      const description = 'This template was paused for 3 hours because of negative feedback from customers.';
      more.other_info = { title: 'FIRST_PAUSE', description };
    }
    this.#parts.emit(template.wabaId, 'message_template_status_update', {
      event,
      ...nameOf(template),
      reason,
      message_template_category: template.category.toUpperCase(),
      ...more,
    });
  }
}

/** The id is a number here, as a string everywhere else. */
const nameOf = ({ id, name, language }: CatalogTemplate): Json => ({
  message_template_id: Number(id),
  message_template_name: name,
  message_template_language: language,
});
