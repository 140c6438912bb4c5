// Goes through a program in the order it runs, with what is known at each point. Branches and loops are gone through once.

import type { Function as FunctionNode, Node, Statement } from '@babel/types';
import { bind, bindParameters } from './bind.ts';
import { factsOf } from './guards.ts';
import { type Env, inner, knowing, lookUp, rebind } from './scope.ts';
import { bare, combined, pathOf, see } from './see.ts';

/** Asked at every node, before its children. `above`: the nodes around it, the nearest last. */
export type Look = (node: Node, env: Env, above: readonly Node[]) => void;

export function walkProgram(body: readonly Statement[], env: Env, look: Look): void {
  new Walk(look).statements(body, env);
}

class Walk {
  readonly #look: Look;
  readonly #above: Node[] = [];

  constructor(look: Look) {
    this.#look = look;
  }

  /** Answers whether what comes after is never reached. */
  statements(body: readonly Node[], env: Env): boolean {
    let ends = false;
    for (const one of body) ends = this.#statement(one, env) || ends;
    return ends;
  }

  #statement(node: Node, env: Env): boolean {
    switch (node.type) {
      case 'BlockStatement':
        this.#look(node, env, this.#above);
        return this.#within(node, () => this.statements(node.body, env));
      case 'IfStatement':
        return this.#if(node, env);
      case 'ReturnStatement':
      case 'ThrowStatement':
        this.#expression(node, env);
        return true;
      case 'ContinueStatement':
      case 'BreakStatement':
        return true;
      case 'ForOfStatement':
      case 'ForInStatement':
        this.#forOf(node, env);
        return false;
      case 'SwitchStatement':
        this.#switch(node, env);
        return false;
      default:
        this.#expression(node, env);
        return false;
    }
  }

  #within<T>(node: Node, work: () => T): T {
    this.#above.push(node);
    const result = work();
    this.#above.pop();
    return result;
  }

  #if(node: Node & { type: 'IfStatement' }, env: Env): boolean {
    this.#look(node, env, this.#above);
    return this.#within(node, () => {
      this.#expression(node.test, env);
      const ifMet = factsOf(node.test, true, env);
      const ifNot = factsOf(node.test, false, env);
      const ends = this.#statement(node.consequent, branch(env, ifMet));
      const otherwiseEnds = node.alternate ? this.#statement(node.alternate, branch(env, ifNot)) : false;
      if (ends) for (const path of ifNot) env.present.add(path);
      if (otherwiseEnds) for (const path of ifMet) env.present.add(path);
      return ends && otherwiseEnds;
    });
  }

  #forOf(node: Node & { type: 'ForOfStatement' | 'ForInStatement' }, env: Env): void {
    this.#look(node, env, this.#above);
    this.#within(node, () => {
      this.#expression(node.right, env);
      const inside = inner(env);
      const list = node.type === 'ForOfStatement' ? see(node.right, env) : undefined;
      const target = node.left.type === 'VariableDeclaration' ? node.left.declarations[0]?.id : node.left;
      const of = list?.is === 'list' ? ({ is: 'object', of: list.of, path: `${list.path}.of` } as const) : undefined;
      if (target) bind(target, of, `${pathOf(node.right, env)}.of`, inside);
      this.#statement(node.body, inside);
    });
  }

  #switch(node: Node & { type: 'SwitchStatement' }, env: Env): void {
    this.#look(node, env, this.#above);
    this.#within(node, () => {
      this.#expression(node.discriminant, env);
      for (const one of node.cases) {
        this.#look(one, env, this.#above);
        this.#within(one, () => {
          if (one.test) this.#expression(one.test, env);
          this.statements(one.consequent, branch(env, []));
        });
      }
    });
  }

  #expression(node: Node, env: Env): void {
    this.#look(node, env, this.#above);
    this.#within(node, () => this.#children(node, env));
  }

  #children(node: Node, env: Env): void {
    switch (node.type) {
      case 'LogicalExpression': {
        this.#expression(node.left, env);
        const facts = node.operator === '&&' ? factsOf(node.left, true, env) : factsOf(node.left, false, env);
        this.#expression(node.right, node.operator === '??' ? env : branch(env, facts));
        return;
      }
      case 'ConditionalExpression':
        this.#expression(node.test, env);
        this.#expression(node.consequent, branch(env, factsOf(node.test, true, env)));
        this.#expression(node.alternate, branch(env, factsOf(node.test, false, env)));
        return;
      case 'VariableDeclarator':
        if (node.init) this.#expression(node.init, env);
        bind(node.id, node.init ? see(node.init, env) : undefined, node.init ? pathOf(bare(node.init), env) : '', env);
        return;
      case 'AssignmentExpression':
        this.#expression(node.left, env);
        this.#expression(node.right, env);
        this.#assign(node, env);
        return;
      case 'CallExpression':
      case 'OptionalCallExpression':
        this.#expression(node.callee, env);
        for (const argument of node.arguments) this.#argument(argument, node, env);
        return;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
      case 'ObjectMethod':
      case 'ClassMethod':
      case 'ClassPrivateMethod':
        this.#function(node, env);
        return;
      default:
        this.#each(node, env);
    }
  }

  #argument(argument: Node, call: Node & { type: 'CallExpression' | 'OptionalCallExpression' }, env: Env): void {
    const { callee } = call;
    const isCallback = argument.type === 'ArrowFunctionExpression' || argument.type === 'FunctionExpression';
    const isMethod = callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression';
    if (!isCallback || !isMethod) {
      this.#expression(argument, env);
      return;
    }
    const list = see(callee.object, env);
    this.#look(argument, env, this.#above);
    this.#within(argument, () => this.#function(argument, env, list?.is === 'list' ? list : undefined));
  }

  #function(
    node: FunctionNode,
    env: Env,
    over?: { of: 'message' | 'contact' | 'status' | 'answered'; path: string },
  ): void {
    const inside = inner(env, node);
    bindParameters(node.params, inside, over);
    // Their defaults and annotations.
    for (const parameter of node.params) this.#each(parameter, inside);
    const { body } = node;
    if (body.type === 'BlockStatement') this.#statement(body, inside);
    else this.#expression(body, inside);
  }

  #assign(node: Node & { type: 'AssignmentExpression' }, env: Env): void {
    const { left, right } = node;
    if (left.type !== 'Identifier') {
      const sight = see(right, env);
      if (!sight && left.type !== 'ArrayPattern' && left.type !== 'ObjectPattern') env.present.add(pathOf(left, env));
      return;
    }
    const before = lookUp(env.scope, left.name).sight;
    const after = see(right, env);
    const isEither = before && after && before.is !== after.is && after.is !== 'object' && after.is !== 'list';
    rebind(env.scope, left.name, isEither ? combined(before, after, false) : after);
  }

  #each(node: Node, env: Env): void {
    for (const key in node) {
      if (notChildren.has(key)) continue;
      const child = (node as unknown as Record<string, unknown>)[key];
      if (Array.isArray(child)) for (const one of child) this.#child(one, env);
      else this.#child(child, env);
    }
  }

  #child(child: unknown, env: Env): void {
    if (typeof child !== 'object' || child === null || !('type' in child)) return;
    const node = child as Node;
    if (/Statement$/.test(node.type) && node.type !== 'ExpressionStatement') this.#statement(node, env);
    else this.#expression(node, env);
  }
}

const notChildren = new Set(['loc', 'start', 'end', 'extra', 'errors', 'comments', 'tokens', 'range', 'parent']);

function branch(env: Env, paths: readonly string[]): Env {
  return knowing(env, paths);
}
