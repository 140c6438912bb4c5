// The people of a probe: plainly made up, by name, by username, and by numbers that are kept for fiction (555-01xx in North America).

export interface ProbePerson {
  readonly name: string;
  readonly phone: string;
  readonly laterPhone: string;
  readonly userId: string;
  readonly laterUserId: string;
  readonly parentUserId: string;
  readonly username: string;
  /** A number that is nobody's, as the relay gives them to systems that cannot live without one. */
  readonly alias: string;
}

/** Area codes of places, so that their numbers parse. */
const areas = (
  '201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 254 256 260 262 267 269 270 ' +
  '301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 330 334 336 337 352 360 361 386 401 402 404 405 406 407 408'
).split(' ');

/** `run`: tells one probe from the next, digits; the `index`th person of it. */
export function probePerson(run: string, index: number): ProbePerson {
  const two = String(index).padStart(3, '0');
  // Another stretch of numbers for each run, so that an integration does not know them from the one before.
  const first = (Number(run) % areas.length) * 100;
  const number = (at: number) =>
    `1${areas[Math.floor((first + at) / 100) % areas.length]}55501${String(at % 100).padStart(2, '0')}`;
  return {
    name: `Throughline Test ${run}-${two}`,
    phone: number(index * 2),
    laterPhone: number(index * 2 + 1),
    userId: `US.9${run}${two}1`,
    laterUserId: `US.9${run}${two}2`,
    parentUserId: `US.ENT.9${run}${two}3`,
    username: `throughline.test.${run}.${two}`,
    alias: `899${run.padStart(7, '0').slice(-7)}${two}`,
  };
}
