// The simulator's door for programs.

export type { Delivery, FlushOptions } from './courier.ts';
export type { Fault, FaultPlace, Trouble } from './faults.ts';
export type { Simulator, SimulatorOptions } from './handle.ts';
export type { SentFile } from './inbound-media.ts';
export { defaultKnobs, type Knobs } from './knobs.ts';
export type { Content, Person, WriteOptions } from './person.ts';
export { type Random, seededRandom } from './random.ts';
export { startSimulator } from './simulator.ts';
export type { BusinessNumber, CatalogTemplate, Line, MediaRecord, Outgoing, Portfolio, Update } from './state.ts';
export { startTown, type TownOptions, townIds, townKnobs } from './town.ts';
export type { World } from './world.ts';
