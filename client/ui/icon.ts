import type Check from '@lucide/svelte/icons/check';

/**
 * An icon component, as imported from `@lucide/svelte/icons/<name>`. Its type is that of one of
 * them: the package's index names all two thousand, and every check would read them.
 */
export type IconComponent = typeof Check;
