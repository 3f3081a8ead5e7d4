import { Form } from '../core/form.svelte.ts';
import { words } from './words.ts';

/** One code that is typed in; a wrong one is taken out, for it is of no use. */
export function codeForm(send: (code: string) => Promise<void>): Form<'code'> {
  const form = new Form<'code'>({
    initial: { code: '' },
    check: ({ code }) => (code.trim() === '' ? { code: words.codeMissing } : {}),
    send: async ({ code }) => {
      try {
        await send(code);
      } catch (error) {
        form.values.code = '';
        throw error;
      }
    },
  });
  return form;
}
