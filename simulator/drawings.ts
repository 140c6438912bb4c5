// A photograph for the town: a bicycle before a wall, drawn pixel by pixel and packed as PNG (W3C, "PNG Specification", third edition).

import { crc32, deflateSync } from 'node:zlib';
import type { Random } from './random.ts';

type Color = readonly [red: number, green: number, blue: number];
type Point = readonly [x: number, y: number];

const WIDTH = 320;
const HEIGHT = 240;
const FRAMES: readonly Color[] = [
  [31, 119, 90],
  [36, 84, 160],
  [200, 60, 50],
  [230, 170, 30],
  [90, 60, 130],
];
const WALLS: readonly Color[] = [
  [222, 205, 180],
  [196, 214, 222],
  [214, 196, 204],
  [205, 216, 190],
];

export function bicyclePhoto(random: Random): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  const wall = random.pick(WALLS);
  const frame = random.pick(FRAMES);
  const shift = random.int(-20, 20);
  const at = ([x, y]: Point): Point => [x + shift, y];
  const paint = (x: number, y: number, color: Color): void => {
    if (x < 0 || y < 0 || x >= WIDTH || y >= HEIGHT) return;
    for (let i = 0; i < 3; i++) pixels[(y * WIDTH + x) * 3 + i] = color[i] ?? 0;
  };
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const ground = y > 185;
      const light = 1 - (x / WIDTH) * 0.18 - (ground ? 0.3 : 0);
      paint(x, y, wall.map((value) => Math.round(value * light)) as unknown as Color);
    }
  }
  const rubber: Color = [40, 40, 44];
  const [rear, front]: [Point, Point] = [at([95, 150]), at([225, 150])];
  ring(paint, rear, 42, rubber);
  ring(paint, front, 42, rubber);
  const [pedals, saddle, head]: Point[] = [at([145, 152]), at([125, 95]), at([205, 98])] as [Point, Point, Point];
  const tubes: [Point, Point][] = [
    [rear, pedals as Point],
    [pedals as Point, saddle as Point],
    [saddle as Point, rear],
    [saddle as Point, head as Point],
    [pedals as Point, head as Point],
    [head as Point, front],
  ];
  for (const [from, to] of tubes) stroke(paint, from, to, frame);
  stroke(paint, at([110, 88]), at([140, 88]), rubber);
  stroke(paint, at([205, 98]), at([210, 78]), rubber);
  stroke(paint, at([210, 78]), at([235, 74]), rubber);
  return png(pixels);
}

type Paint = (x: number, y: number, color: Color) => void;

function ring(paint: Paint, [cx, cy]: Point, radius: number, color: Color): void {
  for (let y = -radius - 3; y <= radius + 3; y++) {
    for (let x = -radius - 3; x <= radius + 3; x++) {
      if (Math.abs(Math.hypot(x, y) - radius) < 2.6) paint(cx + x, cy + y, color);
    }
  }
}

function stroke(paint: Paint, [x1, y1]: Point, [x2, y2]: Point, color: Color): void {
  const steps = Math.max(Math.abs(x2 - x1), Math.abs(y2 - y1));
  for (let i = 0; i <= steps; i++) {
    const x = Math.round(x1 + ((x2 - x1) * i) / steps);
    const y = Math.round(y1 + ((y2 - y1) * i) / steps);
    for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) paint(x + dx, y + dy, color);
  }
}

function png(pixels: Buffer): Buffer {
  const rows = Buffer.alloc(HEIGHT * (WIDTH * 3 + 1));
  for (let y = 0; y < HEIGHT; y++) {
    // Filter 0 before each row.
    pixels.copy(rows, y * (WIDTH * 3 + 1) + 1, y * WIDTH * 3, (y + 1) * WIDTH * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  // Eight bits for each of red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, check]);
}
