// Finds what a person would read and no catalog holds: English in the source of a screen. Used by a test only.

import ts from 'typescript';

export interface Literal {
  line: number;
  text: string;
}

const letters = /\p{L}/u;
/** What begins with a capital and goes on in words is a sentence, wherever it stands. */
const sentence = /^\p{Lu}\p{L}*[\p{L}\d.,:;!?’'“”()%-]*\s+\S*\p{L}/u;
const readAloud = new Set(
  'alt aria-description aria-label aria-placeholder aria-roledescription aria-valuetext title placeholder label textValue'.split(
    ' ',
  ),
);
/** What our own components call their words. */
const words = new Set(
  'action caption confirm description detail head heading help hint intro legend spoken words'.split(' '),
);
const said = new Set(['tell', 'alert', 'confirm']);

/** Every string a person would read, by line. */
export function literalsIn(text: string, file = 'screen.tsx'): Literal[] {
  // Which of the two languages it is, the ending says: in one `<T>` is an element.
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Literal[] = [];
  const take = (node: ts.Node, words: string) => {
    const plain = words.replace(/\s+/g, ' ').trim();
    if (!letters.test(plain)) return;
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    if (!found.some((one) => one.line === line && one.text === plain)) found.push({ line, text: plain });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isJsxText(node)) take(node, node.text);
    else if (ts.isJsxAttribute(node)) {
      const name = node.name.getText(source);
      if (name === 'className' || name === 'd') return;
      if ((readAloud.has(name) || words.has(name)) && node.initializer) takeValue(node.initializer);
    } else if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent) && node.expression)
      takeValue(node.expression);
    else if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && said.has(node.expression.text)) {
      for (const one of node.arguments) takeValue(one);
    } else if (isText(node) && sentence.test(wordsOf(node)) && !ts.isLiteralTypeNode(node.parent))
      take(node, wordsOf(node));
    ts.forEachChild(node, visit);
  };
  /** The strings an expression may come to: its own, and those of its branches. */
  const takeValue = (node: ts.Node): void => {
    if (isText(node)) take(node, wordsOf(node));
    else if (ts.isJsxExpression(node) && node.expression) takeValue(node.expression);
    else if (ts.isParenthesizedExpression(node)) takeValue(node.expression);
    else if (ts.isConditionalExpression(node)) {
      takeValue(node.whenTrue);
      takeValue(node.whenFalse);
    } else if (ts.isBinaryExpression(node) && joining.has(node.operatorToken.kind)) {
      takeValue(node.left);
      takeValue(node.right);
    }
  };
  visit(source);
  return found;
}

const joining = new Set([
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
]);

type Text = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression;

function isText(node: ts.Node): node is Text {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);
}

function wordsOf(node: Text): string {
  if (!ts.isTemplateExpression(node)) return node.text;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}
