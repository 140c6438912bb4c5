// The simulator's door for programs.

export type { Delivery, FlushOptions } from './courier.ts';
export type { Fault, FaultPlace, Trouble } from './faults.ts';
export type { Simulator, SimulatorOptions } from './handle.ts';
export type { SentFile } from './inbound-media.ts';
export { defaultKnobs, type Knobs } from './knobs.ts';
export type { Content, Person, WriteOptions } from './person.ts';
export { type Random, seededRandom } from './random.ts';
export { contents, type OrderItem } from './samples.ts';
export { startSimulator } from './simulator.ts';
export type {
  BusinessNumber,
  CatalogTemplate,
  Line,
  MediaRecord,
  MessagingTier,
  Outgoing,
  Portfolio,
  Update,
} from './state.ts';
export type { Choice } from './taps.ts';
export { startTown, type TownOptions, townIds, townKnobs } from './town.ts';
export type { Card } from './vcards.ts';
export type { World } from './world.ts';
