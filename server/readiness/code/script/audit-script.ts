// The audit of one program.

import type { Node } from '@babel/types';
import { type Context, contextOf } from '../context.ts';
import type { Spot } from '../finding.ts';
import { checkDrop, checkFilter } from './checks-drops.ts';
import {
  checkComputedKey,
  checkDedupe,
  checkFile,
  checkHash,
  checkIndexed,
  checkKeyed,
  checkNewMap,
  checkNewUrl,
  checkProperty,
  checkUrl,
} from './checks-keys.ts';
import {
  checkConversion,
  checkEquality,
  checkEventName,
  checkLink,
  checkMember,
  checkPlus,
  checkTemplate,
  checkUserId,
  checkWamid,
} from './checks-reads.ts';
import {
  checkColumnChain,
  checkConflict,
  checkDecorated,
  checkEq,
  checkFinder,
  checkModelField,
  checkQuery,
} from './checks-records.ts';
import { checkDigits, checkDigitsTest, checkReply, checkSend } from './checks-sends.ts';
import { checkSchema, checkType } from './checks-shapes.ts';
import type { Call, Looking } from './look.ts';
import { parseScript } from './parse.ts';
import type { Env } from './scope.ts';
import { walkProgram } from './walk.ts';

const ofCalls: readonly ((call: Call, looking: Looking) => void)[] = [
  checkColumnChain,
  checkConflict,
  checkConversion,
  checkDedupe,
  checkDigits,
  checkDigitsTest,
  checkEq,
  checkFile,
  checkFilter,
  checkFinder,
  checkHash,
  checkKeyed,
  checkQuery,
  checkReply,
  checkSchema,
  checkUrl,
  checkUserId,
  checkWamid,
];

/** Undefined where it cannot be read as a program. `context`: where the text does not say itself what it is about (a step of a flow). */
export function auditScript(path: string, text: string, given?: Context): Spot[] | undefined {
  const context = given ?? contextOf(path, text);
  if (context === 'none') return [];
  const file = parseScript(path, text, given !== undefined);
  if (!file) return undefined;
  const spots: Spot[] = [];
  const report = (rule: string, { start, end }: Node) => spots.push({ rule, start: start ?? 0, end: end ?? 0 });
  const env: Env = { context, text, scope: { names: new Map(), parent: undefined }, present: new Set(), around: file };
  walkProgram(file.program.body, env, (node, at, above) => checkNode(node, { env: at, above, report }));
  return spots;
}

function checkNode(node: Node, looking: Looking): void {
  switch (node.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
      for (const check of ofCalls) check(node, looking);
      return;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      checkMember(node, looking);
      checkIndexed(node, looking);
      return;
    case 'NewExpression':
      checkNewMap(node, looking);
      checkNewUrl(node, looking);
      return;
    case 'ObjectExpression':
      checkSend(node, looking);
      return;
    case 'ObjectProperty':
      checkComputedKey(node, looking);
      checkProperty(node, looking);
      checkModelField(node, looking);
      return;
    case 'TemplateLiteral':
      checkTemplate(node, looking);
      checkLink(node, looking);
      return;
    case 'UnaryExpression':
      checkPlus(node, looking);
      return;
    case 'BinaryExpression':
      checkEquality(node, looking);
      return;
    case 'StringLiteral':
      checkEventName(node, looking);
      return;
    case 'IfStatement':
      checkDrop(node, looking);
      return;
    case 'ClassProperty':
      checkDecorated(node, looking);
      return;
    case 'TSInterfaceBody':
      checkType(node.body, looking);
      return;
    case 'TSTypeLiteral':
      checkType(node.members, looking);
      return;
    default:
  }
}
