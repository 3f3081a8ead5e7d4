import type { Component } from 'svelte';
import type { LucideProps } from '@lucide/svelte';

/** An icon component, as imported from `@lucide/svelte/icons/<name>`. */
export type IconComponent = Component<LucideProps>;
