/**
 * Refuses texts that people read and that stand in the code rather than in the words of its folder,
 * where they could be translated. Errors for developers, keys and names of things stay.
 */

/** Two words in a row, or one that begins like a sentence. */
const PROSE = /\p{L}[\p{L}’'\d]*[,:;.]? +[“(]?\p{L}|^[“(]?\p{Lu}\p{Ll}{2,}[\s\p{P}]*$/u;
/** In markup, a single word is a text too. */
const WORD = /\p{L}{2,}/u;

/** Attributes and properties that hold what is read, whatever the component. */
const READ = new Set([
  ...['action', 'alt', 'aria-description', 'aria-label', 'aria-roledescription', 'confirm'],
  ...['description', 'detail', 'empty', 'error', 'heading', 'help', 'hint', 'label', 'lead'],
  ...['message', 'note', 'placeholder', 'subject', 'subtitle', 'text', 'title', 'tooltip'],
]);

/** What `KeyboardEvent.key` calls keys. */
const KEYS =
  /^(Alt|Arrow\w+|Backspace|Control|Delete|End|Enter|Escape|Home|Insert|Meta|Page\w+|Process|Shift|Space|Tab|F\d+)$/;

/** Names that are the same in every language. */
const NAMES =
  /^(Android|Canopy|Chrome|Ctrl|Edge|Firefox|Linux|Opera|Safari|Samsung Internet|Vivaldi|Windows|English|Deutsch)$/;

const message =
  'People read this: it belongs into the words.en.ts of this folder (docs/words.md), so that it can be translated.';

/** A template without any word of its own only joins what others say. */
function textOf(node) {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : '';
  if (node.type !== 'TemplateLiteral') return '';
  const texts = node.quasis.map(({ value }) => value.cooked);
  return texts.some((text) => WORD.test(text)) ? texts.join('x') : '';
}

/** Whether a literal is for developers, for the browser or for the compiler. */
function isOfCode(node) {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (/^Import|^ExportAll|^TS(\w*Type\w*|ExternalModule)/.test(parent.type)) return true;
    if (parent.type === 'ExportNamedDeclaration' && at === parent.source) return true;
    if (
      parent.type === 'NewExpression' &&
      /(Error|Unreachable|Missing)$/.test(parent.callee.name ?? '')
    ) {
      return true;
    }
    if (parent.type === 'CallExpression') return isCallOfCode(parent.callee);
    if (parent.type === 'Property' && at === parent.key) return true;
    if (parent.type === 'Property' && at === node && parent.key.name === 'keys') return true;
    if (parent.type === 'MemberExpression') return true;
    if (parent.type === 'BinaryExpression' && /^[!=]==?$|^in$/.test(parent.operator)) return true;
    if (parent.type === 'SwitchCase') return true;
    if (
      parent.type === 'AssignmentExpression' &&
      /^(className|name)$/.test(parent.left.property?.name ?? '')
    ) {
      return true;
    }
    if (parent.type === 'SvelteAttribute' || parent.type === 'SvelteMustacheTag') return false;
    if (/Statement$|^Function|^ArrowFunction|^PropertyDefinition/.test(parent.type)) return false;
  }
  return false;
}

function isCallOfCode(callee) {
  if (callee.type === 'Super') return true;
  const name = callee.property?.name ?? callee.name ?? '';
  return /^(assert|closest|describe|emit|endsWith|error|every|getContext|has|header|includes|is|log|matches|matchMedia|on|querySelector\w*|set|setContext|startsWith|warn)$/.test(
    name,
  );
}

/** The attribute of markup that a node is the value of, if it is within one. */
function attributeOf(node) {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'SvelteAttribute') return at.key.name;
    if (at.type === 'SvelteStyleDirective' || at.type === 'SvelteDirective') return 'style';
    if (/^Svelte(Element|IfBlock|EachBlock|Script)/.test(at.type)) return undefined;
  }
  return undefined;
}

/** The rule for the client and for what both sides share. */
export const literalText = {
  meta: { type: 'problem', schema: [], messages: { literal: message } },
  create(context) {
    const report = (node) => context.report({ node, messageId: 'literal' });
    const look = (node) => {
      const text = textOf(node);
      if (NAMES.test(text)) return;
      const attribute = attributeOf(node);
      if (attribute !== undefined) {
        const isRead =
          READ.has(attribute) && WORD.test(text) && node.parent.type !== 'MemberExpression';
        if (isRead && !isOfCode(node)) report(node);
        return;
      }
      if (PROSE.test(text) && !KEYS.test(text) && !isOfCode(node)) report(node);
    };
    return {
      SvelteText(node) {
        if (
          node.parent.type !== 'SvelteStyleElement' &&
          WORD.test(node.value) &&
          !NAMES.test(node.value.trim())
        ) {
          report(node);
        }
      },
      SvelteLiteral(node) {
        if (NAMES.test(node.value)) return;
        if (READ.has(node.parent.key?.name) && WORD.test(node.value)) report(node);
      },
      Literal: look,
      TemplateLiteral: look,
    };
  },
};

/** The rule for the server: refusals, field errors and mails; it logs and names as it likes. */
export const literalAnswer = {
  meta: { type: 'problem', schema: [], messages: { literal: message } },
  create(context) {
    const look = (node) => {
      if (node && PROSE.test(textOf(node))) context.report({ node, messageId: 'literal' });
    };
    return {
      'NewExpression[callee.name="Refusal"]': ({ arguments: [, detail] }) => look(detail),
      'Property[key.name=/^(detail|message|subject)$/]': ({ value }) => look(value),
      'VariableDeclarator[id.name=/^(detail|message|subject)$/]': ({ init }) => look(init),
      'NewExpression[callee.name="MailText"]': ({ arguments: [text] }) => look(text),
    };
  },
};
