import type { IconComponent } from './icon.ts';

/** A line of a menu: something to do, or with `href` somewhere to go. */
export interface MenuItem {
  label: string;
  icon?: IconComponent | undefined;
  run?: (() => void) | undefined;
  href?: string | undefined;
  tone?: 'normal' | 'danger' | undefined;
  disabledReason?: string | undefined;
  /** A line above it parts it from what stands before. */
  separator?: boolean | undefined;
  /** The keys that do the same: `['G', 'H']`. */
  keys?: readonly string[] | undefined;
  /** Marks the one of several that holds now. */
  checked?: boolean | undefined;
}
