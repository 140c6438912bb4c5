// What a business number says of itself, and its move to higher throughput (Meta, "Throughput" and "Business phone numbers",
// read 2026-09): within a minute, during which every call fails with 131057, and then a webhook.

import { faultOf, type MetaFault } from './errors.ts';
import type { Json } from './payloads.ts';
import type { Registry } from './registry.ts';
import type { BusinessNumber } from './state.ts';

export function startUpgrade(world: Registry, phoneNumberId: string): void {
  const number = world.number(phoneNumberId);
  number.upgradingUntil = world.now() + world.knobs.upgradeMs;
  world.touched(true);
}

/** Ends an upgrade whose time has come; says what calls meet while one goes on. */
export function upgradeFault(world: Registry, number: BusinessNumber): MetaFault | undefined {
  if (number.upgradingUntil === undefined) return undefined;
  if (world.now() < number.upgradingUntil)
    return faultOf(131057, 'Business Account is in maintenance mode: throughput is being upgraded');
  delete number.upgradingUntil;
  number.throughput = 'HIGH';
  world.emit(number, 'phone_number_quality_update', {
    display_phone_number: number.displayPhone,
    event: 'THROUGHPUT_UPGRADE',
    current_limit: 'TIER_UNLIMITED',
    max_daily_conversations_per_business: 'TIER_UNLIMITED',
  });
  return undefined;
}

const DEFAULT_FIELDS =
  'verified_name,code_verification_status,display_phone_number,quality_rating,platform_type,throughput';

/** The id always; of the rest what `fields` names. */
export function numberFacts(world: Registry, number: BusinessNumber, fields: string | null): Json {
  const limit = world.portfolio(number.portfolioId).messagingLimit ?? 'TIER_UNLIMITED';
  const all: Json = {
    verified_name: number.name,
    code_verification_status: 'VERIFIED',
    display_phone_number: number.displayPhone,
    quality_rating: number.quality ?? 'GREEN',
    platform_type: 'CLOUD_API',
    throughput: { level: number.throughput ?? 'STANDARD' },
    messaging_limit_tier: limit,
    whatsapp_business_manager_messaging_limit: limit,
    name_status: 'APPROVED',
    status: 'CONNECTED',
    account_mode: 'LIVE',
  };
  const asked = (fields ?? DEFAULT_FIELDS).split(',').map((field) => field.trim());
  const shown = asked.filter((field) => field in all).map((field) => [field, all[field]]);
  return { ...Object.fromEntries(shown), id: number.phoneNumberId };
}
