export interface Toast {
  text: string;
  detail?: string | undefined;
  tone?: 'normal' | 'success' | 'warning' | 'danger' | undefined;
  action?: { label: string; run: () => void } | undefined;
}

const kinds = {
  normal: 'message',
  success: 'success',
  warning: 'warning',
  danger: 'error',
} as const;

let begin: () => void;

/** The promise resolves when there is something to tell; most visits to the page have nothing. */
export const firstToast = new Promise<void>((resolve) => {
  begin = resolve;
});

const READ_IN = 5000;
const ACT_IN = 10_000;

/**
 * A toast tells of a result the eye cannot see where it is: of what one did elsewhere, or of what
 * others did to one. The library behind it is loaded when there is something to tell.
 */
export async function toast({ text, detail, tone = 'normal', action }: Toast): Promise<void> {
  begin();
  const { toast: tell } = await import('svelte-sonner');
  tell[kinds[tone]](text, {
    duration: action ? ACT_IN : READ_IN,
    ...(detail === undefined ? {} : { description: detail }),
    ...(action && { action: { label: action.label, onClick: action.run } }),
  });
}
